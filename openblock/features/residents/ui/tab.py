"""The residents tab: the register on the left, the chosen person's card on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.queries import (
    ResidentCard,
    pairs_open,
    personal_code,
    resident_card,
    residents,
)
from openblock.features.residents.queries.earlier import earlier_count
from openblock.features.residents.queries.wheres import wheres
from openblock.features.residents.ui import card_deeds as deeds
from openblock.features.residents.ui.card import NOTES
from openblock.features.residents.ui.card_parts import CardParts
from openblock.features.residents.ui.note_guard import NoteGuard
from openblock.features.residents.ui.offered import Offered, PersonAct
from openblock.features.residents.ui.openings import Openings
from openblock.features.residents.ui.page import ResidentsPage
from openblock.features.residents.ui.pairs_page import PairsPage, all_pairs_entries
from openblock.features.residents.ui.register import Register
from openblock.features.residents.ui.register_lines import LEFT, lines_of
from openblock.features.residents.ui.tab_keys import bind_keys
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer, Tab

#: Whoever walks through the list with the arrow keys opens a card by resting on it this long.
REST_MS = 250


class ResidentsTab(Tab):
    """People: found, admitted, changed, released; their marks, notes and keep-apart pairs."""

    icon_name = "people"
    #: With those of the features that join: beds, and bookings of the grounds.
    tables = frozenset(
        ("residents", "stays", "keep_apart", "alerts", "notes", "photos", "prisons", "officers")
    ) | frozenset(("assignments", "beds", "rooms", "holds", "bookings", "participants", "areas"))
    manual_page = "residents"

    def __init__(self, desk: Desk, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._offered = offered
        self._rooms: Mapping[int, str] = {}
        self._focus_card = False
        self._note = NoteGuard(desk, lambda: self.card)
        self.openings = Openings(desk, self)
        parts = CardParts(desk, self.openings)
        self.register = Register()
        self.card = parts.card(self._ask_code, self._note.save)
        self.card.given = offered.deeds()
        self.pairs = PairsPage(all_pairs_entries(self.openings, desk.may))
        self.page = ResidentsPage(desk, offered, self.register, self.card, self.pairs, self)
        self._acts = {**parts.acts(), **self._own_acts()}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._listen()
        self._bind()
        self.register.set_order(desk.prefer("residents.order", [0, 0]))
        self.refresh()
        QTimer.singleShot(0, self, self._put_back)

    # The tab

    def title(self) -> str:
        return _("Residents")

    def refresh(self) -> None:
        self.desk.show(self._read)

    def focus_first(self) -> None:
        if self._focus_card and self.card.shown is not None:
            self.card.focus_first()
        elif self.page.is_empty:
            self.page.empty.first().setFocus()
        else:
            self.register.search.setFocus()
        self._focus_card = False

    def sheets(self) -> tuple[SheetOffer, ...]:
        shown = self.card.shown
        number = shown.row.resident_id if shown is not None else None
        return self._offered.sheets(self.desk, number) if self._offered.sheets else ()

    def place(self) -> Mapping[str, object]:
        shown = self.card.shown
        return {"resident_id": shown.row.resident_id} if shown is not None else {}

    def go_to(self, place: Mapping[str, object]) -> None:
        """Open a card and put the keyboard on it; or the list of pairs, or the import."""
        number = place.get("resident_id")
        if isinstance(number, int):
            self.open_card(number)
            self._focus_card = self.card.shown is not None
        if place.get("pairs"):
            self.show_pairs()
        if place.get("import"):
            self.import_list()

    def keep_draft(self) -> None:
        self._note.keep()

    def _put_back(self) -> None:
        """What a lock interrupted is shown again as it was left."""
        self._note.put_back(self.open_card)
        self.openings.put_back()

    def _read(self) -> None:
        now = clock.now()
        with_left = self.register.chip() == LEFT
        look = Consultation("resident-list", "register")
        rows = self.desk.read(residents, now, with_discharged=with_left, consult=look)
        self._rooms = self.desk.read(wheres, now)
        left = self.desk.read(earlier_count, now)
        self.register.set_lines(lines_of(rows, self._rooms, clock.day_of(now)), left)
        self.page.show_people(any_people=bool(rows) or left > 0)
        if self.card.shown is not None:
            self._show_person(self.card.shown.row.resident_id)
        if self.page.shows_pairs:
            self._read_pairs()

    # The card

    def open_card(self, resident_id: int) -> None:
        """Choose a person wherever in the register, and show the card at once."""
        chip = self.register.chip()
        if not self.register.knows(resident_id):
            # Somebody who left is read only when asked for.
            self.register.set_chip(LEFT)
        if self._keep_note(resident_id):
            return
        self.register.choose(resident_id)
        self._rest.stop()
        self.desk.show(lambda: self._show_person(resident_id))
        if self.card.shown is None:
            self.register.set_chip(chip)
            self.desk.say(_("This person is not in the register."))

    def _show_person(self, resident_id: int) -> None:
        look = Consultation("resident", str(resident_id))
        card = self.desk.read(resident_card, resident_id, clock.now(), consult=look)
        if card is None:
            self.card.show_nobody()
            return
        self.card.show_card(card, self._rooms.get(resident_id, ""))

    def _chosen(self) -> None:
        """Passing over a name in the list is not opening the card: that takes a moment's rest."""
        self.page.show_card()
        self._rest.start()

    def _rested(self) -> None:
        number = self.register.chosen_id()
        if number is not None and not self._is_shown(number) and not self._keep_note(number):
            self.desk.show(lambda: self._show_person(number))

    def _opened(self) -> None:
        number = self.register.chosen_id()
        if number is not None:
            self.page.show_card()
            self.open_card(number)
            self.card.focus_first()

    def _is_shown(self, number: int) -> bool:
        return self.card.shown is not None and self.card.shown.row.resident_id == number

    def _keep_note(self, wanted: int) -> bool:
        held = self._note.holds(wanted)
        if held and self.card.shown is not None:
            self.register.choose(self.card.shown.row.resident_id)
        return held

    def _ask_code(self) -> str | None:
        shown = self.card.shown
        if shown is None:
            return None
        number = shown.row.resident_id
        what = _("personal code")
        look = Consultation("resident", str(number), f"duty: {what}")
        try:
            return self.desk.read(personal_code, number, consult=look)
        except KnownError as refusal:
            self.desk.refuse(refusal)
            return None

    # Deeds

    def do(self, name: str) -> None:
        """Do one deed to the person shown; a key that fits nobody now says so."""
        shown = self.card.shown
        if shown is None:
            self.desk.say(_("Choose somebody in the list first."))
        elif self.card.bar.can(name):
            self._acts[name](shown)
        else:
            self.desk.say(_("This cannot be done for {name} now.").format(name=shown.row.name))

    def admit(self) -> None:
        """Open the form of a new person."""
        if self.desk.may("residents.admit_resident"):
            self.openings.admit()

    def import_list(self) -> None:
        """Bring a list; what does it is given from outside."""
        if self._offered.import_list is not None:
            self._offered.import_list(self.desk, self)

    def export_list(self) -> None:
        """Write the list to a file; what does it is given from outside."""
        if self._offered.export_list is not None:
            self._offered.export_list(self.desk, self)

    def show_pairs(self) -> None:
        """Show all keep-apart pairs in the place of the card."""
        self.page.show_pairs()
        self.desk.show(self._read_pairs)
        self.pairs.focus_first()

    def _read_pairs(self) -> None:
        look = Consultation("resident-list", "keep-apart")
        self.pairs.show_pairs(self.desk.read(pairs_open, consult=look))

    # Inside

    def _own_acts(self) -> dict[str, Callable[[ResidentCard], object]]:
        offered = self._offered

        def given(act: PersonAct | None) -> Callable[[ResidentCard], object]:
            return lambda card: act(self.desk, card.row.resident_id, self) if act else None

        return {
            deeds.PLACE: given(offered.place),
            deeds.SWAP: given(offered.swap),
            deeds.PRINT: lambda _card: self.desk.print_wanted.emit(),
            deeds.NOTE: lambda _card: self._write_note(),
        }

    def _write_note(self) -> None:
        self.page.show_card()
        self.card.open_section(NOTES)
        self.card.notes.write()

    def _known(self, resident_id: int) -> None:
        """Somebody known came up in the form of a new person: the card, and a new stay for it."""
        self.open_card(resident_id)
        shown = self.card.shown
        if shown is not None and self.card.bar.can(deeds.READMIT):
            self.openings.readmit(shown)

    def _arranged(self) -> None:
        self.desk.remember("residents.order", self.register.order())

    def _listen(self) -> None:
        register, page = self.register, self.page
        register.chosen.connect(self._chosen)
        register.opened.connect(self._opened)
        register.chip_changed.connect(self.refresh)
        register.arranged.connect(self._arranged)
        self._rest.timeout.connect(self._rested)
        self.card.wanted.connect(self.do)
        self.card.entry_wanted.connect(self.desk.open_tab)
        self.openings.admitted.connect(self.open_card)
        self.openings.known_wanted.connect(self._known)
        self.pairs.left.connect(page.show_card)
        page.admit_button.clicked.connect(self.admit)
        page.empty.admit_button.clicked.connect(self.admit)
        page.empty.import_button.clicked.connect(self.import_list)
        page.import_action.triggered.connect(self.import_list)
        page.export_action.triggered.connect(self.export_list)
        page.pairs_action.triggered.connect(self.show_pairs)

    def _bind(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "find-in-list": self.register.search.setFocus,
            "add-entry": self.admit,
            "import-list": self.import_list,
            "export-list": self.export_list,
            "show-code": self.card.heading.code.toggle,
        }
        bind_keys(self, acts, self.do)
