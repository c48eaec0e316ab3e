"""The foot of the plan popover: whether the rules are kept, the reason asked for, the buttons."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.features.shadowing.queries import MentorOffer
from openblock.features.shadowing.rules.content import Span
from openblock.i18n import _, format_hours
from openblock.ui.forms import Field, TextEdit
from openblock.ui.icons import pixmap
from openblock.ui.plain_label import plain
from openblock.ui.shortcuts import hint
from openblock.ui.theme import px, scale

SHORTEST_REASON = 5
_LARGE = 150
#: What is beside words and buttons: margins, the sign, the gaps.
_EDGES = 56


class PlanFooter(QWidget):
    """Says in a word how the mentor and hours chosen stand; asks for a reason where one is due."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = Field(
            "reason",
            _("Reason all the same"),
            TextEdit(),
            hint=_("At least 5 characters; it is kept with your name"),
        )
        self.trouble = plain("", "problem")
        self.sign = QLabel()
        self.verdict = plain("", "secondary")
        self.cancel_button = QPushButton(_("Cancel"))
        self.plan_button = QPushButton()
        self._changing = False
        self._asked = False
        self._lay_out()
        self.ask(wanted=False)

    def start(self, *, changing: bool) -> None:
        """Forget what was said; the button plans anew, or changes what is planned."""
        self._changing = changing
        self.reason.set_value("")
        self.reason.say("")
        self.ask(wanted=False)
        self.say("")

    def say(self, said: str) -> None:
        """Show a refusal over the buttons; empty words take it away."""
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))

    def ask(self, *, wanted: bool) -> None:
        """Show the reason's field, or hide it."""
        self._asked = wanted
        self.reason.label.setVisible(wanted)
        self.reason.setVisible(wanted)

    def answer(self) -> str:
        """The reason typed, nothing while none is asked for."""
        return str(self.reason.value()) if self._asked else ""

    def lacks_reason(self) -> bool:
        """Whether a reason is asked for and not given; the keyboard is put there then."""
        if not self._asked or len(self.answer()) >= SHORTEST_REASON:
            return False
        self.reason.say(_("Give a reason, five characters or more."))
        self.reason.setFocus()
        return True

    def judge(self, offer: MentorOffer | None, span: Span | None, *, fit: bool) -> None:
        """Show how this mentor at these hours stands."""
        hours = format_hours(span.minutes) if span else ""
        words = _("Change: {hours} h") if self._changing else _("Plan {hours} h")
        bare = _("Change") if self._changing else _("Plan it")
        self.plan_button.setText(words.format(hours=hours) if span else bare)
        possible = offer is not None and fit and span is not None
        self.plan_button.setEnabled(possible)
        warned = possible and offer is not None and bool(offer.problems)
        if possible:
            self.ask(wanted=warned)
        drawing, tone, said = "error", "bad", _("not possible")
        if offer is None:
            said = _("nobody is chosen")
        elif warned:
            drawing, tone, said = "warning", "warn", _("only with a reason")
        elif possible:
            drawing, tone, said = "ok", "ok", _("rules kept")
        self.sign.setPixmap(pixmap(drawing, tone, 16))
        self.verdict.setText(said)
        self.setAccessibleDescription(said)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Beside the buttons there is room for two words; where there is not, they go above."""
        room = self.width() - self._buttons.sizeHint().width() - px(_EDGES)
        above = scale() >= _LARGE or room < self.verdict.fontMetrics().horizontalAdvance("m" * 9)
        way = QBoxLayout.Direction
        self._foot.setDirection(way.TopToBottom if above else way.LeftToRight)

    def _lay_out(self) -> None:
        self.plan_button.setProperty("kind", "primary")
        self.plan_button.setToolTip(hint(_("Plan it"), "save-form"))
        self.cancel_button.setToolTip(hint(_("Close without planning"), "leave-form"))
        said, buttons, foot = QWidget(), QWidget(), QWidget()
        line = _row(said)
        line.addWidget(self.sign)
        line.addWidget(self.verdict, 1)
        line = _row(buttons)
        line.addStretch(1)
        line.addWidget(self.cancel_button)
        line.addWidget(self.plan_button)
        self._foot = _row(foot)
        self._foot.addWidget(said, 1)
        self._foot.addWidget(buttons)
        self._buttons = buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(12))
        column.setSpacing(px(6))
        for part in (self.reason.label, self.reason, self.trouble, foot):
            column.addWidget(part)


def _row(holder: QWidget) -> QBoxLayout:
    made = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(px(6))
    return made
