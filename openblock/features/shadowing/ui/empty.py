"""What stands in the practice grid's place before there is a course, or anybody on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px, watch


class Nothing(QWidget):
    """Says what belongs here and offers the first step, to those who may take it."""

    course_wanted = Signal()
    trainee_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, *, may_set_up: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_set_up = may_set_up
        self._picture = QLabel()
        self.title = labelled("", "title")
        self.words = labelled("", "secondary")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.course = self._button("add", _("New course…"), _("Courses and lists"), "")
        self.trainee = self._button("add", _("New trainee…"), _("New trainee"), "add-entry")
        self.bring = self._button("import", _("Import a list…"), _("Import a list"), "import-list")
        self.course.setProperty("kind", "primary")
        self.trainee.setProperty("kind", "primary")
        self._lay_out()
        self.course.clicked.connect(self.course_wanted)
        self.trainee.clicked.connect(self.trainee_wanted)
        self.bring.clicked.connect(self.import_wanted)
        watch(self._dress)
        self._dress()

    def show_state(self, *, any_course: bool) -> None:
        """No course at all, or nobody on the course."""
        if any_course:
            self.title.setText(_("No trainees on this course yet"))
            self.words.setText(
                _("Each trainee has a row here, with the shifts beside named officers.")
            )
        else:
            self.title.setText(_("No courses yet"))
            self.words.setText(
                _("Practice begins with a course: its days, the hours it asks for, its timetable.")
            )
        self.course.setVisible(self._may_set_up and not any_course)
        self.trainee.setVisible(self._may_set_up and any_course)
        self.bring.setVisible(self._may_set_up and any_course)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        shown = (each for each in (self.course, self.trainee) if not each.isHidden())
        return next(shown, self)

    @staticmethod
    def _button(name: str, words: str, hint: str, key: str) -> QPushButton:
        made = QPushButton(icon(name, "text2" if name == "import" else "onaccent"), words)
        made.setToolTip(shortcuts.hint(hint, key) if key else hint)
        made.setAutoDefault(False)
        return made

    def _dress(self) -> None:
        self._picture.setPixmap(pixmap("shadowing", "text3", 48))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._picture, 0, centre)
        column.addWidget(self.title, 0, centre)
        # Not aligned by the layout: an aligned label that wraps is given one line too few.
        column.addWidget(self.words)
        for each in (self.course, self.trainee, self.bring):
            column.addWidget(each, 0, centre)
        column.addStretch(2)
