"""The bar for news and refusals: it pushes the page down and never covers it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from openblock.errors import KnownError, NotAllowed, RuleBroken, StorageTrouble
from openblock.i18n import _, n_
from openblock.ui.capped_label import CappedLabel
from openblock.ui.icons import icon, pixmap
from openblock.ui.messages import sentences
from openblock.ui.notice import Action, Notice
from openblock.ui.shortcuts import hint
from openblock.ui.theme import px, watch

REFUSAL = "refusal"
_MOST_SENTENCES = 3
_MOST_ACTIONS = 2
_ICONS = {"error": "error", "warning": "warning", "ok": "ok", "news": "information"}
_COLOURS = {"error": "bad", "warning": "warn", "ok": "ok", "news": "accent"}


def notice_of(refusal: KnownError) -> Notice:
    """The notice a refusal becomes: a bold word, and at most three of its sentences."""
    said = sentences(refusal)
    text = " ".join(said[:_MOST_SENTENCES])
    if len(said) > _MOST_SENTENCES:
        left = len(said) - _MOST_SENTENCES
        text += " " + n_("And {number} problem more.", "And {number} problems more.", left)
    return Notice("error", text, word=_word_of(refusal), key=REFUSAL)


def _word_of(refusal: KnownError) -> str:
    if isinstance(refusal, NotAllowed):
        return _("Not allowed")
    if isinstance(refusal, RuleBroken):
        return _("Not saved")
    if isinstance(refusal, StorageTrouble):
        return _("File")
    return _("Not done")


def _word_for(kind: str) -> str:
    return {
        "error": _("Error"),
        "warning": _("Warning"),
        "ok": _("Done"),
        "news": _("News"),
    }[kind]


class MessageBar(QFrame):
    """Shows the newest notice; closing it shows the one before, hiding the bar after the last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._notices: list[Notice] = []
        self._icon = QLabel()
        self._word = QLabel()
        self._word.setObjectName("word")
        # Long news with large text would leave the page no room at all.
        self._sentence = CappedLabel()
        self._sentence.setObjectName("sentence")
        self._more = QLabel()
        self._more.setProperty("kind", "secondary")
        self._actions = QHBoxLayout()
        self._buttons: list[QPushButton] = []
        self._close = QToolButton()
        self._lay_out()
        self._close.clicked.connect(self.close_notice)
        watch(self._show)
        self._show()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What stands in the bar, the one shown last."""
        return tuple(self._notices)

    def text(self) -> str:
        """The bold word and the sentence on show, empty when the bar is hidden."""
        return f"{self._word.text()} {self._sentence.words}" if self._notices else ""

    def notify(self, notice: Notice) -> None:
        """Show ``notice``, in place of an earlier one with the same key."""
        self._notices = [each for each in self._notices if not notice.key or each.key != notice.key]
        self._notices.append(notice)
        self._show()

    def refuse(self, refusal: KnownError) -> None:
        """Show why something was refused."""
        self.notify(notice_of(refusal))

    def withdraw(self, key: str) -> None:
        """Take away the notice with ``key``."""
        self._notices = [each for each in self._notices if each.key != key]
        self._show()

    def close_notice(self) -> None:
        """Close the notice on show."""
        del self._notices[-1:]
        self._show()

    def clear(self) -> None:
        """Empty the bar."""
        self._notices.clear()
        self._show()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(8)
        for label in (self._word, self._more):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A click on it would take the keyboard from the page, and the page's keys with it.
        self._sentence.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close.setToolTip(hint(_("Close the message"), "close-message"))
        self._close.setAccessibleName(_("Close the message"))
        for each in (self._icon, self._word):
            line.addWidget(each)
        line.addWidget(self._sentence, 1)
        line.addWidget(self._more)
        line.addLayout(self._actions)
        line.addWidget(self._close)

    def _show(self) -> None:
        self.setVisible(bool(self._notices))
        if not self._notices:
            self._word.clear()
            self._sentence.say("")
            self._put_actions(())
            return
        notice = self._notices[-1]
        self.setProperty("kind", notice.kind)
        self._icon.setPixmap(pixmap(_ICONS[notice.kind], _COLOURS[notice.kind], 18))
        self._word.setText(notice.word or _word_for(notice.kind))
        self._sentence.say(notice.sentence)
        behind = len(self._notices) - 1
        self._more.setText(_("{number} more").format(number=behind) if behind else "")
        self._more.setVisible(behind > 0)
        self._put_actions(notice.actions[:_MOST_ACTIONS])
        self._close.setIcon(icon("close"))
        self._close.setIconSize(QSize(px(14), px(14)))
        for each in (self, self._word):
            # The look hangs on the kind, which the style sheet reads only when asked to.
            each.style().unpolish(each)
            each.style().polish(each)

    def _put_actions(self, actions: tuple[Action, ...]) -> None:
        for old in self._buttons:
            self._actions.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for action in actions:
            button = QPushButton(action.words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=action.do: do())
            self._actions.addWidget(button)
            button.show()
            self._buttons.append(button)
