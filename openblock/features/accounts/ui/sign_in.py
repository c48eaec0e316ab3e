"""The sign-in page: the people on the left, the chosen one's password on the right."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError, StorageTrouble
from openblock.features.accounts.session import Entrance, Opened
from openblock.features.accounts.ui.door_frame import LARGE_TEXT, Card, DoorFacts, DoorFrame
from openblock.features.accounts.ui.other_panes import MustChangePane, TroublePane
from openblock.features.accounts.ui.pane import Pane, sentence
from openblock.features.accounts.ui.password_pane import PasswordPane
from openblock.features.accounts.ui.people_list import (
    PERSON,
    PeopleFilter,
    PeopleModel,
    Person,
    PersonDelegate,
)
from openblock.i18n import _, format_time
from openblock.storage.keys import Slot
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.theme import px, scale, theme_name
from openblock.ui.window.house import Doorway

_PATIENCE_MS = 10 * 60 * 1000


class SignInPage(DoorFrame):
    """Asks who it is and for the password, and hands the open store to the doorway."""

    def __init__(
        self,
        entrance: Entrance,
        doorway: Doorway,
        facts: DoorFacts,
        make_pdf: Callable[[str], bytes],
    ) -> None:
        super().__init__(doorway, facts)
        self._entrance = entrance
        self._make_pdf = make_pdf
        self.pane = PasswordPane(entrance)
        self.pane.opened.connect(self._opened)
        self.pane.trouble.connect(self.show_trouble)
        self.pane.recovery_wanted.connect(self._recover)
        self.right = QStackedWidget()
        self.right.setStyleSheet("QStackedWidget { background: transparent; }")
        self.right.addWidget(self.pane)
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.patience.timeout.connect(self._lose_patience)
        trouble = entrance.trouble()
        self._began_in_trouble = trouble is not None
        self._lists_names = trouble is None and entrance.lists_names()
        self.model = PeopleModel(self._people() if trouble is None else ())
        self.filter = PeopleFilter(self.model)
        self.list = QListView()
        self.search = QLineEdit()
        self.unknown = sentence("", "problem")
        self._dress_left()
        self.put(self._card())
        self._order_tabs()
        self.setFocusProxy(self._begin())
        if trouble is not None:
            self.show_trouble(trouble)

    def choose(self, index: QModelIndex) -> None:
        """Ask for the password of the person at ``index``."""
        person = index.data(PERSON) if index.isValid() else None
        self.pane.show_person(person, self._kept_of(person))

    def seek(self, text: str) -> None:
        """Show only the people meant by ``text``; the only one left is chosen."""
        self.unknown.hide()
        if not self._lists_names:
            return
        self.filter.seek(text)
        if self.filter.rowCount() == 1 or (text and self.filter.rowCount()):
            self.list.setCurrentIndex(self.filter.index(0, 0))
        elif not self.filter.rowCount():
            self._say_unknown()
            self.pane.show_person(None)

    def show_trouble(self, trouble: KnownError) -> None:
        """Put the reason why the file cannot be opened where the password was."""
        pane = TroublePane(trouble, self.facts)
        pane.left.connect(self._back)
        self._put_right(pane)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The scroll area around the card would take the arrow before the page sees it.
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        typed = event.text().strip()
        if watched is self.list and typed and typed.isprintable():
            self.search.setFocus()
            self.search.insert(typed)
            return True
        if watched is self.search and event.key() == Qt.Key.Key_Down and self._lists_names:
            self.list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            self.focusWidget() in (self.search, self.list)
        ):
            self._go_to_password()
        elif event.key() == Qt.Key.Key_Escape and self.focusWidget() is self.search:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _people(self) -> list[Person]:
        left = self.doorway.left
        here = self._entrance.slot_of(left.account_id) if left else ""
        people = [
            self._person(slot, locked=slot.slot_id == here) for slot in self._entrance.people()
        ]
        return sorted(people, key=lambda person: not person.locked)

    def _person(self, slot: Slot, *, locked: bool) -> Person:
        left = self.doorway.left
        line = ""
        if locked and left is not None:
            line = _("locked at {time}").format(time=format_time(left.at))
        return Person(slot.slot_id, slot.name, line, locked)

    def _kept_of(self, person: Person | None) -> str:
        left = self.doorway.left
        return left.tab_title if left and person and person.locked else ""

    def _go_to_password(self) -> None:
        if not self._lists_names:
            slot = self._entrance.named(self.search.text())
            if slot is None:
                self._say_unknown()
                return
            self.pane.show_person(self._person(slot, locked=False))
        if self.pane.person is not None:
            self.pane.password.setFocus()

    def _say_unknown(self) -> None:
        self.unknown.setText(_("Nobody of this name may sign in here."))
        self.unknown.show()

    def _opened(self, opened: Opened) -> None:
        if not opened.account.must_change_password:
            self._hand_over(opened)
            return
        pane = MustChangePane(opened, self.pane.password.text())
        pane.opened.connect(self._hand_over)
        pane.left.connect(self._back)
        self.pane.password.clear()
        self._put_right(pane)

    def _hand_over(self, opened: Opened) -> None:
        self.pane.password.clear()
        self.doorway.signed_in(opened.store)

    def _recover(self) -> None:
        # The way in of the rare day, which draws paper too: loaded when it is taken.
        from openblock.features.accounts.ui.recovery_pane import RecoveryPane  # noqa: PLC0415

        pane = RecoveryPane(self._entrance, self._make_pdf)
        pane.opened.connect(self._hand_over)
        pane.left.connect(self._back)
        pane.trouble.connect(self.show_trouble)
        self._put_right(pane)

    def _put_right(self, pane: QWidget) -> None:
        self._drop_right()
        self.right.addWidget(pane)
        self.right.setCurrentWidget(pane)
        self.patience.start()
        pane.setFocus()

    def _lose_patience(self) -> None:
        # The file may be open behind this page, and nobody is working: as with an idle window.
        self.tidy()
        self._back()

    def _back(self) -> None:
        trouble = self._entrance.trouble()
        self._drop_right()
        if isinstance(trouble, StorageTrouble):
            self.show_trouble(trouble)
        elif self._began_in_trouble:
            # The key file is readable again: the page is made anew with its people.
            QTimer.singleShot(0, lambda: self.doorway.paint(theme_name()))
        else:
            self.pane.setFocus()

    def _drop_right(self) -> None:
        self.patience.stop()
        pane = self.right.currentWidget()
        if pane is not None and pane is not self.pane:
            self.right.removeWidget(pane)
            pane.deleteLater()
        self.right.setCurrentWidget(self.pane)

    def _begin(self) -> QWidget:
        """Where the keyboard starts: the password when it is clear whose, else the surname."""
        first = self.model.people[0] if self.model.people else None
        alone = self._lists_names and len(self.model.people) == 1
        if first and self._lists_names and not self.doorway.changing and (first.locked or alone):
            self.list.setCurrentIndex(self.filter.index(0, 0))
            return self.pane.password
        return self.search

    def tidy(self) -> None:
        """Close a file that is open while nobody has begun to work."""
        pane = self.right.currentWidget()
        if isinstance(pane, Pane):
            pane.close_file()

    def _order_tabs(self) -> None:
        pane = self.pane
        order = (self.list, self.search, pane.password, pane.enter, pane.recovery)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _dress_left(self) -> None:
        self.list.setModel(self.filter)
        self.list.setItemDelegate(PersonDelegate(self.list))
        self.list.setProperty("kind", "bare")
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.setAccessibleName(_("Who may sign in"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self.choose)
        # What is typed next is the password: in the list it would be searched for, and shown.
        self.list.clicked.connect(self._go_to_password)
        self.list.activated.connect(self._go_to_password)
        hint = (
            _("Another officer: type the surname")
            if self._lists_names
            else _("Type your surname and given name")
        )
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.seek)
        self.search.installEventFilter(self)
        self.unknown.hide()

    def _card(self) -> QFrame:
        card = Card(760, 475)
        sides = QHBoxLayout(card)
        sides.setContentsMargins(1, 1, 1, 1)
        sides.setSpacing(0)
        left = QFrame()
        left.setProperty("kind", "panel")
        # At large text the list may be short: it scrolls, and the window is no higher.
        left.setMinimumHeight(px(473) if scale() < LARGE_TEXT else 0)
        left.setVisible(self._entrance.trouble() is None)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, px(16))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(10), px(16), px(2))
        title = _("Who may sign in") if self._lists_names else _("Who are you?")
        head.addWidget(labelled(title, "strong"))
        if self._lists_names:
            head.addWidget(labelled(str(len(self.model.people)), "pill"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.list.setVisible(self._lists_names)
        below = QVBoxLayout()
        below.setContentsMargins(px(16), px(6), px(16), 0)
        below.addWidget(self.search)
        below.addWidget(self.unknown)
        column.addLayout(below)
        if not self._lists_names:
            column.addStretch(1)
        upright = QFrame()
        upright.setProperty("kind", "upright")
        upright.setFixedWidth(1)
        sides.addWidget(left, 12)
        sides.addWidget(upright)
        sides.addWidget(self.right, 13)
        return card
