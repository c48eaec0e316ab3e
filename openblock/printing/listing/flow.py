"""Lays a list out in lanes and on pages: heads again wherever a group goes on, no block torn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from openblock.i18n import _
from openblock.printing.leaf import Leaf
from openblock.printing.listing.content import Column, Drawing, Group, Listing, Part
from openblock.printing.listing.pieces import Head, Picture, Piece, Places, Words
from openblock.printing.listing.rows import Rows, rows_of
from openblock.printing.marks import Cell, signature, signature_height
from openblock.printing.page import Frame
from openblock.printing.sheet import Imprint
from openblock.printing.style import A4_HANDED, MM, PageStyle

_BETWEEN_LANES = 6 * MM
_BETWEEN_GROUPS = 4 * MM
_BETWEEN_SIGNATURES = 7 * MM
_SIGNED = 8.5  # the size of the words before a line to sign on
_STEP = 0.5
_WIDEST_SIGNATURES = 3


@dataclass(frozen=True, slots=True)
class _Run:
    """One part measured: its head, the head where it goes on, and its pieces."""

    head: Head
    again: Head
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece and how far below the top of its lane it stands."""

    piece: Piece
    top: float


_Lane = list[_Placed]


@dataclass(slots=True)
class _Flow:
    """Fills lanes of ``room`` points one after the other; ``tail`` stays free under the last."""

    room: float
    tail: float
    lanes: list[_Lane]
    used: float = 0.0

    def lay(self, run: _Run, *, is_last: bool) -> None:
        """Place one part; its head never stands alone, nor do the signatures."""
        waiting = list(run.pieces)
        head: Head | None = run.head
        while waiting:
            piece = waiting.pop(0)
            tail = self.tail if is_last and not waiting else 0.0
            if not self._fits(head, piece, tail):
                parts = self._torn(head, piece)
                if parts is None and self.lanes[-1]:
                    self._turn()
                    head = run.head if head is run.head else run.again
                    parts = None if self._fits(head, piece, tail) else self._torn(head, piece)
                if parts is not None:
                    piece, rest = parts
                    waiting.insert(0, rest)
            if head is not None:
                self._put(head, _BETWEEN_GROUPS if self.lanes[-1] else 0.0)
            self._put(piece)
            head = None

    def _fits(self, head: Head | None, piece: Piece, tail: float) -> bool:
        needed = piece.height + tail
        if head is not None:
            needed += head.height + (_BETWEEN_GROUPS if self.lanes[-1] else 0.0)
        return self.used + needed <= self.room

    def _torn(self, head: Head | None, piece: Piece) -> tuple[Piece, Piece] | None:
        above = 0.0
        if head is not None:
            above = head.height + (_BETWEEN_GROUPS if self.lanes[-1] else 0.0)
        room = self.room - self.used - above
        # What fits, and only has to make room for the signatures, moves on as it is.
        if not isinstance(piece, Rows) or piece.height <= room:
            return None
        if not piece.gives_way(room, self.room - above):
            return None
        return piece.split(room)

    def _turn(self) -> None:
        self.lanes.append([])
        self.used = 0.0

    def _put(self, piece: Piece, air: float = 0.0) -> None:
        self.lanes[-1].append(_Placed(piece, self.used + air))
        self.used += air + piece.height


def draw_listing(listing: Listing, imprint: Imprint, style: PageStyle = A4_HANDED) -> list[Leaf]:
    """The pages of a list, drawn but not yet written."""
    return _Layout(listing, Frame(style, listing.heading, imprint)).draw()


class _Layout:
    """A list on one paper: rows as high as they may be without needing another page."""

    def __init__(self, listing: Listing, frame: Frame) -> None:
        self._listing = listing
        self._frame = frame
        self._top = frame.body_top + 1.5 * MM
        inner = frame.style.inner_width
        count = listing.lanes
        self._wide = (inner - (count - 1) * _BETWEEN_LANES) / count
        self._tail = self._tail_height()
        least, best = listing.rows
        pages = self._pages(self._flowed(self._runs(least)))
        row = best
        while row > least and self._pages(self._flowed(self._runs(row))) > pages:
            row -= _STEP
        self._lanes = self._balanced(self._runs(row))
        self._grow()

    def _grow(self) -> None:
        """What grows and stands last gets the rest of its page."""
        last = self._lanes[-1][-1] if self._lanes[-1] else None
        if last is not None and isinstance(last.piece, Picture) and last.piece.grows:
            height = max(last.piece.height, self._room - self._tail - last.top)
            self._lanes[-1][-1] = _Placed(replace(last.piece, height=height), last.top)

    @property
    def _room(self) -> float:
        return self._frame.body_bottom - self._top

    def _pages(self, lanes: list[_Lane]) -> int:
        return -(-len(lanes) // self._listing.lanes)

    def _runs(self, row: float) -> tuple[_Run, ...]:
        return tuple(self._run(part, row) for part in self._listing.parts)

    def _run(self, part: Part, row: float) -> _Run:
        if isinstance(part, Drawing):
            head = self._head(part.title, "", (Column("", 1),))
            return _Run(head, head, (Picture(part.height, part.draw, part.grows),))
        head = self._head(part.title, part.figure, part.columns)
        if not part.blocks:
            alone = self._head(part.title, part.figure, (Column("", 1),))
            return _Run(alone, alone, (Words(part.empty, self._wide),) if part.empty else ())
        pieces = tuple(rows_of(block, head.places, row) for block in part.blocks)
        return _Run(head, replace(head, title=_continued(part)), pieces)

    def _head(self, title: str, figure: str, columns: tuple[Column, ...]) -> Head:
        return Head(title, figure, Places.of(columns, self._wide), self._wide)

    def _flowed(self, runs: tuple[_Run, ...], room: float | None = None) -> list[_Lane]:
        flow = _Flow(self._room if room is None else room, self._tail, [[]])
        for number, run in enumerate(runs, 1):
            flow.lay(run, is_last=number == len(runs))
        return flow.lanes

    def _balanced(self, runs: tuple[_Run, ...]) -> list[_Lane]:
        """Lanes of one page about as long as each other; the reader's eye finds both ends."""
        lanes = self._flowed(runs)
        if self._listing.lanes == 1 or self._pages(lanes) > 1:
            return lanes
        room = self._room
        while room > self._room / 4:
            room -= 2 * MM
            shorter = self._flowed(runs, room)
            if self._pages(shorter) > 1:
                return lanes
            lanes = shorter
        return lanes

    def draw(self) -> list[Leaf]:
        """All pages, with their numbers, and the lines to sign on under the last."""
        count = self._listing.lanes
        leaves = []
        for start in range(0, len(self._lanes), count):
            leaf = self._frame.leaf()
            for place, lane in enumerate(self._lanes[start : start + count]):
                left = self._frame.style.left + place * (self._wide + _BETWEEN_LANES)
                for each in lane:
                    top = self._top + each.top
                    area = Cell(left, top, left + self._wide, top + each.piece.height)
                    each.piece.draw(leaf, area)
            leaves.append(leaf)
        self._sign(leaves[-1])
        self._frame.close(leaves)
        return leaves

    def _signature_width(self) -> float:
        beside = min(_WIDEST_SIGNATURES, max(1, len(self._listing.signatures)))
        whole = self._frame.style.inner_width + _BETWEEN_SIGNATURES
        return whole / beside - _BETWEEN_SIGNATURES

    def _signature_rows(self) -> list[tuple[str, ...]]:
        words = self._listing.signatures
        step = _WIDEST_SIGNATURES
        return [words[start : start + step] for start in range(0, len(words), step)]

    def _row_height(self, words: tuple[str, ...]) -> float:
        room = self._signature_width()
        return max(signature_height(each, room, _SIGNED) for each in words) + 4 * MM

    def _tail_height(self) -> float:
        return sum(self._row_height(words) for words in self._signature_rows())

    def _sign(self, leaf: Leaf) -> None:
        bottom = self._frame.body_bottom - self._tail
        wide = self._signature_width()
        for words in self._signature_rows():
            bottom += self._row_height(words)
            for place, each in enumerate(words):
                left = self._frame.style.left + place * (wide + _BETWEEN_SIGNATURES)
                cell = Cell(left, bottom - self._row_height(words), left + wide, bottom)
                signature(leaf, cell, each, _SIGNED)


def _continued(group: Group) -> str:
    return _("{title} (continued)").format(title=group.title) if group.title else ""
