"""The top of a person's card: photograph, name, birth date and age, code, and what to mind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from openblock.features.residents.queries import ResidentCard
from openblock.features.residents.rules.content import Status
from openblock.features.residents.rules.stays import age_on
from openblock.features.residents.ui.code_line import CodeLine
from openblock.features.residents.ui.portrait import Portrait
from openblock.features.residents.words import (
    alert_kinds,
    letter_of,
    levels,
    need_list,
    said,
    status_word,
)
from openblock.i18n import _, format_day, n_
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import pixmap
from openblock.ui.theme import px, token, watch

_BREAK = "\N{ZERO WIDTH SPACE}"
_LONGEST_WORD = 30
_LONGEST_TAG = 44


@dataclass(frozen=True, slots=True)
class Tag:
    """One small chip: its words, icon, colours (ground, ink) and the whole story on hover."""

    words: str
    drawing: str
    ground: str = "surface"
    ink: str = "text"
    hint: str = ""


class Heading(QWidget):
    """Says whose card it is, or how to get to one."""

    def __init__(
        self,
        ask_code: Callable[[], str | None],
        *,
        may_see_code: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.portrait = Portrait()
        self.name = labelled("", "name")
        self.line = labelled("", "secondary")
        self.code = CodeLine(ask_code, may_see=may_see_code)
        for label in (self.name, self.line):
            # A name is shown as typed: <b> in it is no markup.
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.tags: list[TagLabel] = []
        beside = FlowLayout(gap=4)
        beside.addWidget(self.line)
        beside.addWidget(self.code)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(self.name)
        words.addLayout(beside)
        words.addWidget(self._chips)
        words.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(px(16), px(14), px(16), px(8))
        whole.setSpacing(px(16))
        whole.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)

    def show_nobody(self) -> None:
        """Say how to get to a card."""
        self.name.setText(_("Residents"))
        self.line.setText(_("Choose somebody in the list: the card opens here."))
        self.portrait.hide()
        self.code.hide()
        self._put_tags(())

    def show_card(self, card: ResidentCard, room: str, today: date) -> None:
        """Say whose card it is and what has to be minded."""
        self.name.setText(breakable(card.row.name))
        self.name.setAccessibleName(card.row.name)
        self.line.setText(birth_words(card.row.birth_date, today))
        self.portrait.show_photo(card.photo, card.row.name)
        self.portrait.show()
        self.code.show_person(has_code=card.has_code)
        self.code.show()
        self._put_tags(tags_of(card, room, today))

    def _put_tags(self, tags: tuple[Tag, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tags = [TagLabel(tag) for tag in tags]
        for label in self.tags:
            self._flow.addWidget(label)
        self._chips.setVisible(bool(tags))
        self._chips.updateGeometry()


class TagLabel(QFrame):
    """A chip with its icon; coloured, and readable without the colour."""

    def __init__(self, tag: Tag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self._icon = QLabel()
        cut = len(tag.words) > _LONGEST_TAG
        self._words = QLabel(
            f"{tag.words[:_LONGEST_TAG]}\N{HORIZONTAL ELLIPSIS}" if cut else tag.words
        )
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(tag.hint or tag.words)
        self.setAccessibleName(tag.hint or tag.words)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(6), px(2), px(7), px(2))
        line.setSpacing(px(4))
        line.addWidget(self._icon)
        line.addWidget(self._words)
        watch(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the colours of the theme that is on."""
        ground, ink, edge = (token(each).name() for each in (self.tag.ground, self.tag.ink, "line"))
        self._icon.setPixmap(pixmap(self.tag.drawing, self.tag.ink, 14))
        self.setStyleSheet(
            f"TagLabel {{ background: {ground}; border: 1px solid {edge}; border-radius: 3px; }}"
            f"QLabel {{ color: {ink}; font-size: {px(12)}px; font-weight: 600; border: none; }}"
        )


def breakable(name: str) -> str:
    """``name`` with places where a word longer than a line may be broken; they take no room."""
    return "".join(
        f"{sign}{_BREAK}" if place % _LONGEST_WORD == _LONGEST_WORD - 1 else sign
        for word in _words_and_spaces(name)
        for place, sign in enumerate(word)
    )


def _words_and_spaces(name: str) -> list[str]:
    return re.split(r"(\s+)", name)


def birth_words(birth_date: date | None, today: date) -> str:
    """Born when, and so how old."""
    if birth_date is None:
        return _("birth date not known")
    years = n_("{number} year old", "{number} years old", max(0, age_on(birth_date, today)))
    return _("b. {day}, {years}").format(day=format_day(birth_date), years=years)


def tags_of(card: ResidentCard, room: str, today: date) -> tuple[Tag, ...]:
    """Room or state, needs, who must be kept away, marks that hold today; the gravest stand out."""
    return (
        _room_tag(card, room),
        *_need_tags(card),
        *_pair_tags(card),
        *_alert_tags(card, today),
    )


def _room_tag(card: ResidentCard, room: str) -> Tag:
    word = status_word(card.row.status)
    if card.row.status is not Status.PRESENT:
        ground, ink = ("viosoft", "vio") if card.row.status is Status.PLANNED else ("grid", "text2")
        return Tag(f"{letter_of(word)} {word}", "calendar", ground, ink)
    if not room:
        return Tag(_("no bed"), "room", "warnsoft", "warn", _("Here, but without a bed"))
    return Tag(room, "room", hint=_("Room and bed: {room}").format(room=room))


def _need_tags(card: ResidentCard) -> list[Tag]:
    if not card.row.needs:
        return []
    words = need_list(card.row.needs)
    return [Tag(words, "ok", hint=_("Needs: {needs}").format(needs=words))]


def _pair_tags(card: ResidentCard) -> list[Tag]:
    tags = []
    for pair in card.pairs:
        if pair.is_open:
            _number, name = pair.other(card.row.resident_id)
            hint = f"{said(levels(), pair.level)}: {name}. {pair.reason}"
            words = _("keep apart: {name}").format(name=name)
            tags.append(Tag(words, "people", "viosoft", "vio", hint))
    return tags


def _alert_tags(card: ResidentCard, today: date) -> list[Tag]:
    tags = []
    for alert in card.alerts:
        content = alert.content
        ended = content.last_day is not None and content.last_day < today
        if content.first_day <= today and not ended:
            kind = said(alert_kinds(), content.kind)
            words = f"{kind}: {content.text}" if len(content.text) <= 40 else kind
            tags.append(Tag(words, "warning", "warnsoft", "warn", f"{kind}: {content.text}"))
    return tags
