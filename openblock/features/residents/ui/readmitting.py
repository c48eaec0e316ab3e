"""What is offered beside a refusal that names somebody known: open that person, and readmit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from openblock.errors import Problem
from openblock.i18n import _
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px

#: Refusals whose facts name the number of the person who is here already (RES-04, RES-08).
NAMING = frozenset({"personal-code-taken", "resident-may-exist"})


class KnownPerson(QFrame):
    """Hidden until a refusal names somebody; ``wanted`` sends that person's number."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._resident_id: int | None = None
        self._picture = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(icon("person"), _("Open and readmit"))
        self.button.setAutoDefault(False)
        self.button.setToolTip(_("Leave this form and give the known person a new stay"))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(10), px(6), px(10), px(6))
        line.addWidget(self._picture)
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        self.button.clicked.connect(self._tell)
        self.hide()

    def heed(self, problems: Iterable[Problem]) -> None:
        """Offer the person the problems name; hide when they name nobody."""
        named = [each for each in problems if each.code in NAMING]
        self._resident_id = None
        if named:
            self._resident_id = int(str(named[0].facts["resident_id"]))
            words = _("{name} is in the register. The same person? Then a new stay is enough.")
            self._words.setText(words.format(name=named[0].facts["name"]))
            self._picture.setPixmap(pixmap("information", "accent", 18))
        self.setVisible(bool(named))

    def _tell(self) -> None:
        if self._resident_id is not None:
            self.wanted.emit(self._resident_id)
