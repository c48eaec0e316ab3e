"""What can be done with a bar, a free bed, a hold or a closure: the lines of the board's menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from openblock.features.rooms.rules.content import Scope
from openblock.features.rooms.ui.board.lines import Line
from openblock.features.rooms.ui.board.pieces import Kind, Piece
from openblock.features.rooms.ui.board.proposals import Deeds
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu; ``operation`` is the right it needs, empty for none."""

    icon: str
    words: str
    act: Callable[[], object]
    operation: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """Makes the lines for a piece; ``history`` opens a room's or a person's past."""

    desk: Desk
    deeds: Deeds
    history: Callable[[int | None, int | None], None]

    def of(self, piece: Piece, line: Line) -> tuple[tuple[Choice, ...], ...]:
        """The lines the signed-in officer may choose, in groups, the usual one first."""
        makers = {
            Kind.FREE: self._free,
            Kind.HELD: self._held,
            Kind.CLOSED: self._closed,
        }
        deeds = makers.get(piece.kind, self._stay)(piece, line)
        groups = (tuple(filter(self._may, deeds)), tuple(self._views(piece, line)))
        return tuple(group for group in groups if group)

    def _may(self, choice: Choice) -> bool:
        return not choice.operation or self.desk.may(choice.operation)

    def _stay(self, piece: Piece, line: Line) -> Iterator[Choice]:
        row = piece.assignment
        if row is None:
            return
        deeds, content = self.deeds, row.content
        resident, number = content.resident_id, row.assignment_id
        if piece.kind == Kind.PRESENT:
            yield Choice("arrow", _("Move…"), lambda: deeds.place(resident), "rooms.place_resident")
            yield Choice("swap", _("Swap…"), lambda: deeds.swap(resident), "rooms.swap_residents")
        yield Choice(
            "clock",
            _("Other dates…"),
            lambda: deeds.stretch(number, line.bed_id, content.starts_at, content.ends_at),
            "rooms.change_assignment",
        )
        if piece.kind == Kind.PLANNED:
            cancel = _("Cancel the plan…")
            yield Choice("delete", cancel, lambda: deeds.cancel(number), "rooms.cancel_assignment")
        if piece.kind == Kind.PRESENT:
            leave = _("Leave the bed without another…")
            yield Choice("remove", leave, lambda: deeds.vacate(resident), "rooms.vacate_bed")

    def _free(self, piece: Piece, line: Line) -> Iterator[Choice]:
        deeds, bed = self.deeds, line.bed_id
        yield Choice(
            "add",
            _("Place somebody in {bed}…").format(bed=line.name),
            lambda: deeds.place(None, bed, piece.start),
            "rooms.place_resident",
        )
        yield Choice("lock", _("Reserve…"), lambda: deeds.hold(bed), "rooms.hold_bed")
        yield from self._closing(line)

    def _held(self, piece: Piece, line: Line) -> Iterator[Choice]:
        deeds, bed, number = self.deeds, line.bed_id, piece.key[1]
        yield Choice(
            "add",
            _("Place somebody in {bed}…").format(bed=line.name),
            lambda: deeds.place(piece.resident_id, bed),
            "rooms.place_resident",
        )
        end = _("End the reservation")
        yield Choice("remove", end, lambda: deeds.end_hold(number), "rooms.end_hold")
        yield from self._closing(line)

    def _closed(self, piece: Piece, _line: Line) -> Iterator[Choice]:
        deeds, number = self.deeds, piece.key[1]
        change, again = _("Change reason or date…"), _("Back in service now")
        yield Choice("edit", change, lambda: deeds.change_closure(number), "rooms.change_closure")
        yield Choice("ok", again, lambda: deeds.open_again(number), "rooms.open_space")

    def _closing(self, line: Line) -> Iterator[Choice]:
        deeds, bed, room = self.deeds, line.bed_id, line.room.room_id
        right = "rooms.close_space"
        yield Choice(
            "remove",
            _("Shut bed {bed}…").format(bed=line.name),
            lambda: deeds.close(Scope.BED, bed),
            right,
        )
        yield Choice(
            "remove",
            _("Shut room {room}…").format(room=line.room.code),
            lambda: deeds.close(Scope.ROOM, room),
            right,
        )

    def _views(self, piece: Piece, line: Line) -> Iterator[Choice]:
        resident = piece.resident_id
        if resident is not None:
            yield Choice(
                "person",
                _("Open the person's card"),
                lambda: self.desk.open_tab("residents", {"resident_id": resident}),
            )
            yield Choice(
                "log", _("Where the person has slept"), lambda: self.history(None, resident)
            )
        past = _("Who has slept in room {room}").format(room=line.room.code)
        yield Choice("log", past, lambda: self.history(line.room.room_id, None))


def menu_of(groups: tuple[tuple[Choice, ...], ...], parent: QWidget) -> QMenu:
    """A menu of the lines, its first one chosen: Enter twice does the usual."""
    menu = QMenu(parent)
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        for choice in group:
            # A lone ampersand would underline the letter after it.
            action = menu.addAction(icon(choice.icon), choice.words.replace("&", "&&"))
            # The menu closes before a dialog opens: it would hold the keyboard otherwise.
            action.triggered.connect(choice.act)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu
