"""The parts of a trainee's card: whose it is, the column of figures, and one shift in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from openblock.errors import Problem
from openblock.features.residents.ui.heading import Tag, TagLabel, breakable
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.ui.clearance_panel import ClearancePanel
from openblock.features.shadowing.ui.facts_grid import FactsGrid
from openblock.features.shadowing.ui.marked_lines import MarkedLines, situation_lines
from openblock.features.shadowing.ui.progress import HoursPanel
from openblock.features.shadowing.ui.settled_words import (
    addendum_words,
    fact_lines,
    judgement_lines,
)
from openblock.features.shadowing.ui.shift_columns import (
    as_settled,
    day_words,
    plan_lines,
    upset_lines,
)
from openblock.features.shadowing.words import item_name
from openblock.i18n import _, format_day
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.messages import words
from openblock.ui.theme import px


class Heading(QWidget):
    """Name, course, group and phone, and what has to be minded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = labelled("", "name")
        self.line = labelled("", "secondary")
        self.warnings = labelled("", "warning")
        for label in (self.name, self.line, self.warnings):
            # A name is shown as typed: <b> in it is no markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.tags: list[TagLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(8))
        column.setSpacing(px(4))
        for widget in (self.name, self.line, self._chips, self.warnings):
            column.addWidget(widget)

    def show_card(self, card: TraineeCard, today: date) -> None:
        """Say whose card it is and what has to be minded."""
        trainee = card.line.trainee
        self.name.setText(breakable(trainee.name))
        self.name.setAccessibleName(trainee.name)
        self.line.setText(" \N{MIDDLE DOT} ".join(_about(card)))
        said = warning_words(card.line.warnings)
        self.warnings.setText(said)
        self.warnings.setVisible(bool(said))
        self._put_tags(tags_of(card, today))

    def _put_tags(self, tags: Sequence[Tag]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tags = [TagLabel(tag) for tag in tags]
        for label in self.tags:
            self._flow.addWidget(label)
        self._chips.updateGeometry()


def warning_words(warnings: Sequence[Problem]) -> str:
    """What TR-02 and TR-14 warn of, each in its own line."""
    return "\n".join(words(each) for each in warnings)


def _about(card: TraineeCard) -> Iterator[str]:
    content = card.line.trainee.content
    yield card.course.content.name
    if content.group:
        yield _("group {group}").format(group=content.group)
    days = card.course.content
    first, last = format_day(days.first_day), format_day(days.last_day)
    yield f"{first}\N{EN DASH}{last}"
    yield _("phone {phone}").format(phone=content.phone) if content.phone else _("no phone entered")


def tags_of(card: TraineeCard, today: date) -> tuple[Tag, ...]:
    """Whether cleared, whether still learning, what waits; the gravest stand out."""
    return tuple(_tags(card, today))


def _tags(card: TraineeCard, today: date) -> Iterator[Tag]:
    missing = [item_name(item.code, item.name) for item, day in card.clearance if day is None]
    if missing:
        listed = ", ".join(missing)
        hint = _("Practice begins only after: {items}").format(items=listed)
        yield Tag(_("not cleared"), "warning", *_BAD, hint)
    else:
        yield Tag(
            _("cleared for practice"), "ok", "oksoft", "ok", _("Every clearance item has its day")
        )
    left_on = card.line.trainee.content.left_on
    if left_on is not None:
        said = _("gave up on {day}") if left_on < today else _("gives up on {day}")
        yield Tag(said.format(day=format_day(left_on)), "leave", "grid", "text2")
    elif card.course.content.last_day < today:
        yield Tag(_("the course has ended"), "calendar", "grid", "text2")
    elif today < card.course.content.first_day:
        yield Tag(_("the course has not begun"), "calendar", "viosoft", "vio")


_BAD = ("badsoft", "bad")


def last_day_of(card: TraineeCard) -> date:
    """The last day on which this trainee can still be on practice."""
    left_on = card.line.trainee.content.left_on
    last = card.course.content.last_day
    return last if left_on is None else min(last, left_on)


class Figures(QScrollArea):
    """The column beside the lists: hours, situations, clearance."""

    def __init__(self, *, may_tick: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = HoursPanel()
        self.situations = MarkedLines(_("Situations"))
        self.clearance = ClearancePanel(may_tick=may_tick)
        self.seen = labelled("", "hint")
        self.seen.setWordWrap(True)
        holder = QWidget()
        holder.setProperty("kind", "toolbar")
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(14))
        for widget in (self.hours, _line(), self.situations, _line(), self.clearance):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.seen)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder)

    def show_card(self, card: TraineeCard, today: date, seen: str) -> None:
        """Show the figures; ``seen`` says that the look at the card is in the log."""
        self.hours.show_line(card.line, last_day_of(card), today)
        lines = situation_lines(card)
        number = len(card.line.learning.seen)
        said = _("Situations: {number} of {all} seen").format(number=number, all=len(lines))
        self.situations.show_lines(lines, said)
        self.clearance.show_clearance(card.clearance)
        self.seen.setText(seen)
        self.seen.setVisible(bool(seen))


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    line.setFixedHeight(1)
    return line


class ShiftInFull(QScrollArea):
    """All that is known of the shift chosen in the list, what and in words.

    With ``own`` it is read by the trainee: how it was planned may speak of others.
    """

    def __init__(self, *, own: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.facts = FactsGrid()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The shift in full"))
        self.show_shift(None, None)

    def show_shift(self, row: ShadowingRow | None, card: TraineeCard | None) -> None:
        """Show one shift of the trainee on the card; how to choose one where none is."""
        holder = QWidget()
        holder.setProperty("kind", "toolbar")
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        self.facts = FactsGrid()
        if row is None or card is None:
            title, said = _nothing(card)
            column.addWidget(labelled(title, "strong"))
            column.addWidget(labelled(said, "secondary"))
        else:
            self._fill(row, card)
        column.addWidget(self.facts)
        # What is little stands at the top and is not spread over the height.
        column.addStretch(1)
        self.setWidget(holder)
        self.verticalScrollBar().setValue(0)

    def _fill(self, row: ShadowingRow, card: TraineeCard) -> None:
        seen, facts = as_settled(row, card), self.facts
        upset = () if self._own else upset_lines(row)
        facts.add(f"{day_words(row)}, {row.mentor}", (*fact_lines(seen), *upset))
        facts.add(_("How it went, in the mentor's judgement"), judgement_lines(seen))
        facts.add(_("Added later"), map(addendum_words, seen.addenda))
        if not self._own:
            facts.add(_("How it was planned"), plan_lines(row))


def _nothing(card: TraineeCard | None) -> tuple[str, str]:
    if card is not None and not card.shadowings:
        said = _("The first one is planned from the grid or with the button above.")
        return _("No shifts yet"), said
    return _("No shift chosen"), _("Choose a shift in the list: all about it stands here.")


class Pages(QStackedWidget):
    """Takes the room there is: a page that needs more scrolls inside itself."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())
