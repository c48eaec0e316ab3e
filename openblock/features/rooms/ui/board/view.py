"""The board as a view of the rooms' tab: controls, beds by day, what comes next, what is what."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.rooms import queries
from openblock.features.rooms.queries import Board
from openblock.features.rooms.ui.board.axis import NOON
from openblock.features.rooms.ui.board.canvas import BoardCanvas
from openblock.features.rooms.ui.board.coming import Coming, ComingPanel, free_days
from openblock.features.rooms.ui.board.controls import SPANS, Controls
from openblock.features.rooms.ui.board.footer import Footer
from openblock.features.rooms.ui.board.lines import floor_name
from openblock.features.rooms.ui.board.menu import Offers, menu_of
from openblock.features.rooms.ui.board.pieces import Kind, Piece, picture_of
from openblock.features.rooms.ui.board.proposals import Deeds, Proposal, carry_out
from openblock.i18n import _, n_
from openblock.storage.store import Consultation
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.theme import px

DAYS = "rooms.board-days"
LIST = Consultation("resident-list", "rooms-board")
# The past of a block is long, and its future short: neither is without end.
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


class BoardView(QWidget):
    """Beds by days; what is done on it goes through the rooms' deeds."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.deeds = deeds
        self.floor_id: int | None = None
        days = desk.prefer(DAYS, 30)
        self.days = days if days in SPANS else 30
        self.first = _first_around(clock.today(), self.days)
        self._board: Board | None = None
        self._arranged = self._revealed = False
        self.controls = Controls(self.days)
        self.bar = QFrame()
        self.canvas = BoardCanvas()
        self.coming = ComingPanel()
        self.footer = Footer()
        self.nothing = labelled("", "secondary")
        self.splitter = QSplitter()
        self._minute = QTimer(self, interval=30_000)
        # A tab that says which floor and then that all is to be read again is answered once.
        self._due = QTimer(self, interval=0, singleShot=True)
        self._lay_out()
        self._connect()
        self._minute.start()

    def _lay_out(self) -> None:
        self.bar.setProperty("kind", "toolbar")
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        row.addWidget(self.controls)
        row.addStretch(1)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.footer)
        self.coming.setMinimumWidth(px(140))
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.coming)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(True)
        self.splitter.setCollapsible(0, False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.canvas.editable = self.desk.may("rooms.place_resident")
        self.controls.stepped.connect(self.step)
        self.controls.today_wanted.connect(self.go_to_today)
        self.controls.span_wanted.connect(self.show_span)
        self.canvas.chosen.connect(self._show_chosen)
        self.canvas.pointed.connect(self.footer.show_pointed)
        self.canvas.proposed.connect(self._carry_out)
        self.canvas.opened.connect(self.open_menu)
        self.canvas.cancel_wanted.connect(self._cancel)
        self.canvas.finder_wanted.connect(self._find)
        self.canvas.days_wanted.connect(self._days_wanted)
        self.coming.chosen.connect(self._go_to)
        self._minute.timeout.connect(self.tick)
        self._due.timeout.connect(self.refresh)
        for key, act in (
            ("earlier", self._earlier),
            ("later", self._later),
            ("today", self.go_to_today),
        ):
            for shortcut in shortcuts.bind(key, self):
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._arranged:
            # At twice the text size the panel must not take the board's room.
            side = min(px(256), self.width() * 3 // 10)
            self.splitter.setSizes([self.width() - side, side])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arranged = True
        self._reveal_once()

    def _reveal_once(self) -> None:
        if not self._revealed and self._board is not None and self.isVisible():
            self._revealed = True
            self.canvas.reveal_now()

    # What the tab calls

    def lend_controls(self) -> QWidget:
        """The controls for the tab's own bar; the board's bar is not shown then."""
        self.bar.hide()
        return self.controls

    def show_floor(self, floor_id: int | None) -> None:
        """Show one floor, or all of them."""
        self.floor_id = floor_id
        self._due.start()

    def focus_first(self) -> None:
        """Put the keyboard on the board."""
        self.canvas.setFocus()

    def refresh(self) -> None:
        """Read again and show; what is chosen and the scroll stay."""
        self._due.stop()
        self.desk.show(self._read)

    def _read(self) -> None:
        start, end = clock.at(self.first), clock.at(self.first + timedelta(days=self.days))
        self._board = self.desk.read(queries.board, start, end, self.floor_id, consult=LIST)
        now = clock.now()
        self.coming.show_upcoming(self.desk.read(queries.upcoming, now, consult=LIST))
        self._show()
        rolls = [(day, self._free_on(day, now)) for day in free_days(now)]
        self.coming.show_free(floor_name(self._board.buildings, self.floor_id), rolls)

    def _free_on(self, day: date, now: datetime) -> int:
        """How many beds of the floor nobody has then; what is on show is not read twice."""
        at = now if day == clock.day_of(now) else clock.at(day, NOON)
        picture = self.canvas.sheet.picture
        if not picture.start <= at < picture.end:
            moment = timedelta(microseconds=1)
            board = self.desk.read(queries.board, at, at + moment, self.floor_id, consult=LIST)
            picture = picture_of(board, self.floor_id, now)
        places = range(len(picture.lines))
        return sum(picture.stop_at(place, at).kind == Kind.FREE for place in places)

    def _show(self) -> None:
        if self._board is None:
            return
        picture = picture_of(self._board, self.floor_id, clock.now())
        floor = floor_name(self._board.buildings, self.floor_id)
        beds = n_("{number} bed", "{number} beds", len(picture.lines))
        corner = "\n".join(part for part in (floor or _("Room, bed"), beds) if part)
        self.canvas.show_picture(picture, self.first, self.days, corner)
        self.controls.show_days(self.first, self.days)
        self.nothing.setText(_("No beds here yet. Enter rooms and their beds first."))
        self.nothing.setVisible(not picture.lines)
        self.canvas.setVisible(bool(picture.lines))
        self._reveal_once()

    # The days

    def step(self, by: int) -> None:
        """Half of what is shown earlier (-1) or later: the other half stays in sight."""
        self._begin(self.first + timedelta(days=by * (self.days // 2)))

    def _earlier(self) -> None:
        self.step(-1)

    def _later(self) -> None:
        self.step(1)

    def go_to_today(self) -> None:
        """The usual days around today, and the chosen bed as it is now."""
        self.canvas.moment = clock.now()
        self._begin(_first_around(clock.today(), self.days))
        piece = self.canvas.piece
        self.canvas.reveal_now()
        if piece is not None:
            self.canvas.go_to(self.canvas.sheet.picture.lines[piece.line].bed_id, clock.now())

    def show_span(self, days: int) -> None:
        """Show 14, 30 or 90 days, around what was shown."""
        shift = (self.days - days) // 4
        self.days = days
        self.desk.remember(DAYS, days)
        self._begin(self.first + timedelta(days=shift))

    def _begin(self, first: date) -> None:
        self.first = min(max(first, EARLIEST), LATEST)
        self.refresh()

    def _days_wanted(self, by: int) -> None:
        if by:
            self.step(by)
        else:
            self.go_to_today()

    def tick(self) -> None:
        """The line of this moment goes on, and a plan whose time has come is one no more."""
        if self.isVisible() and self.canvas.hands.draft is None:
            self._show()

    # What is done

    def _show_chosen(self, piece: Piece) -> None:
        self.footer.show_chosen(piece.spoken)

    def _carry_out(self, proposal: Proposal) -> None:
        carry_out(proposal, self.deeds)
        self.canvas.setFocus()

    def _cancel(self, piece: Piece) -> None:
        if piece.kind == Kind.PLANNED and piece.assignment is not None:
            self.deeds.cancel(piece.assignment.assignment_id)
        elif piece.kind == Kind.HELD:
            self.deeds.end_hold(piece.key[1])
        else:
            self.footer.show_pointed(_("Only what is planned or reserved can be cancelled"))

    def _find(self, piece: Piece) -> None:
        if piece.resident_id is not None:
            self.deeds.place(piece.resident_id)
        self.canvas.setFocus()

    def open_menu(self, piece: Piece, place: QPoint) -> None:
        """What can be done with a piece, as a menu."""
        line = self.canvas.sheet.picture.lines[piece.line]
        offers = Offers(self.desk, self.deeds, self._open_history)
        menu = menu_of(offers.of(piece, line), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _open_history(self, room_id: int | None, resident_id: int | None) -> None:
        from openblock.features.rooms.ui.history import open_history  # noqa: PLC0415

        open_history(self.desk, self, room_id=room_id, resident_id=resident_id)

    def _go_to(self, coming: Coming) -> None:
        day = clock.day_of(coming.at)
        if not self.first <= day < self.first + timedelta(days=self.days):
            self._begin(_first_around(day, self.days))
        if self.canvas.sheet.picture.line_of(coming.bed_id) < 0:
            self.footer.show_pointed(coming.spoken)
            return
        self.canvas.go_to(coming.bed_id, coming.at)
        self.canvas.setFocus()


def _first_around(day: date, days: int) -> date:
    """A quarter of the days lies before: what was is seldom asked, what comes is."""
    return day - timedelta(days=days // 4 + (1 if days == 30 else 0))
