"""Which officers stand on which page: whole teams where they fit, and never half a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from openblock.features.roster.sheets import SheetBand, SheetOfficer
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.style import RosterStyle
from openblock.printing.fitting import Fitted, fit, shrink, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.style import SMALLEST


@dataclass(frozen=True, slots=True)
class Slice:
    """Neighbouring officers of one team on one page, with the heights of their rows."""

    band: SheetBand
    officers: tuple[SheetOfficer, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of all its rows."""
        return sum(self.heights)


Page = tuple[Slice, ...]

LABEL_LEADING = 1.05
TEXT_HEIGHT = 1.18  # from the caron of a capital to the comma below, in parts of the size


@dataclass(frozen=True, slots=True)
class Measure:
    """What a page holds: ``room`` for rows anywhere, ``tail`` of it kept free on the last page.

    ``sums`` is the height of the row of page sums, which one page alone does not need.
    """

    room: float
    tail: float
    sums: float
    gap: float


class Rows:
    """Measures the rows of officers in one style."""

    def __init__(self, style: RosterStyle, columns: Columns) -> None:
        self._style = style
        self._columns = columns

    def name(self, officer: SheetOfficer) -> Fitted:
        """How the officer's name stands in its column."""
        style = self._style
        return fit(officer.name, style.name_face, style.name, self._columns.name_room)

    def position(self, officer: SheetOfficer) -> Fitted:
        """How the officer's position stands in its column."""
        size = self._style.position
        return fit(officer.position, Face.REGULAR, size, self._columns.position_room)

    def _height(self, officer: SheetOfficer) -> float:
        fitted = [self.name(officer)]
        if self._columns.has_position:
            fitted.append(self.position(officer))
        grown = [each.height + 3 for each in fitted if len(each.lines) > 1]
        return max([self._style.row, *grown])

    def slice(self, band: SheetBand, officers: tuple[SheetOfficer, ...]) -> Slice:
        """These officers of ``band``; rows grow where the team's name needs more height."""
        heights = [self._height(each) for each in officers]
        lacking = label_height(band.name, self._style.band_width) - sum(heights)
        if lacking > 0:
            heights = [each + lacking / len(heights) for each in heights]
        return Slice(band, officers, tuple(heights))


@lru_cache(maxsize=256)
def label_height(words: str, room: float) -> float:
    """The least height at which a team's name, turned upwards, is whole in ``room`` points."""
    lines = 1 + int((room - 0.5 - TEXT_HEIGHT * SMALLEST) // (SMALLEST * LABEL_LEADING))
    height = 0.0
    for piece in words.replace("-", "- ").split():
        height = max(height, width(piece, Face.BOLD, SMALLEST))
    while len(wrap(words, Face.BOLD, SMALLEST, height)) > lines:
        height += 2
    return height + 5


def label(words: str, height: float, size: float) -> Fitted:
    """A team's name as it stands turned upwards in ``height`` points."""
    room = height - 4
    size = shrink(words, Face.BOLD, size, room)
    if width(words, Face.BOLD, size) <= room:
        return Fitted(size, (words,))
    return Fitted(size, wrap(words, Face.BOLD, size, room))


def paginate(bands: tuple[SheetBand, ...], rows: Rows, measure: Measure) -> tuple[Page, ...]:
    """The pages, in order; at least one, the last with room for the tail."""
    whole = tuple(rows.slice(band, band.officers) for band in bands if band.officers)
    if _used(whole, measure) + measure.tail <= measure.room:
        return (whole,)
    most = measure.room - measure.sums
    pages: list[list[Slice]] = [[]]
    for band in bands:
        if band.officers:
            _place(band, rows, pages, lambda page: most - measure.gap - _used(page, measure))
    _make_room(rows, pages, lambda page: _used(page, measure) + measure.tail <= most)
    return tuple(tuple(page) for page in pages)


def _used(page: Page | list[Slice], measure: Measure) -> float:
    return sum(each.height + measure.gap for each in page)


def _place(
    band: SheetBand,
    rows: Rows,
    pages: list[list[Slice]],
    free: Callable[[list[Slice]], float],
) -> None:
    """Put a team on the present page, on the next, or, if too long for any, on several."""
    left = band.officers
    while True:
        whole = rows.slice(band, left)
        if whole.height <= free(pages[-1]):
            pages[-1].append(whole)
            return
        if pages[-1] and whole.height <= free([]):
            pages.append([])
            continue
        count = _how_many(band, left, rows, free(pages[-1]))
        if pages[-1] and count < 2:
            pages.append([])
            continue
        count = max(count, 1)
        pages[-1].append(rows.slice(band, left[:count]))
        left = left[count:]


def _how_many(band: SheetBand, officers: tuple[SheetOfficer, ...], rows: Rows, room: float) -> int:
    """How many of ``officers``, who do not all fit, have room."""
    count = 0
    while rows.slice(band, officers[: count + 1]).height <= room:
        count += 1
    return count


def _make_room(
    rows: Rows,
    pages: list[list[Slice]],
    fits: Callable[[list[Slice]], bool],
) -> None:
    """Carry the last team, or the last half of it, over to a page that has room for the tail."""
    while pages[-1] and not fits(pages[-1]):
        last = pages[-1].pop()
        if pages[-1]:
            pages.append([last])
            continue
        half = len(last.officers) // 2
        if not half:
            pages[-1].append(last)
            pages.append([])
            return
        pages[-1].append(rows.slice(last.band, last.officers[:-half]))
        pages.append([rows.slice(last.band, last.officers[-half:])])
