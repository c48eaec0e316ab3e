"""Where the roster's columns stand: posts and names before the days, totals after them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from openblock.features.roster.sheets import RosterSheet, SheetOfficer
from openblock.features.roster.sheets_pdf.style import RosterStyle
from openblock.i18n import _, format_hours, format_number, p_
from openblock.printing.fonts import Face, width
from openblock.printing.style import MM

PAD = 2.8
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures after the days, of one officer or of many; times in minutes."""

    duties: int = 0
    minutes: int = 0
    night: int = 0
    norm: int = 0

    @classmethod
    def of(cls, officers: tuple[SheetOfficer, ...]) -> Sums:
        """The figures of all these officers together."""
        return cls(
            sum(each.duties for each in officers),
            sum(each.minutes for each in officers),
            sum(each.night_minutes for each in officers),
            sum(each.norm_minutes for each in officers),
        )

    def words(self, *, with_norm: bool = True) -> tuple[str, ...]:
        """The figures as they are printed, in the order of :func:`total_heads`."""
        worked = (format_number(self.duties), _hours(self.minutes), _hours(self.night))
        if not with_norm:
            return worked
        balance = self.minutes - self.norm
        signed = ("+" if balance > 0 else "") + _hours(balance)
        return (*worked, _hours(self.norm), signed)


def total_heads(*, with_norm: bool = True) -> tuple[str, ...]:
    """The heads of the columns after the days."""
    worked = (
        p_("roster sheet", "Shifts"),
        p_("roster sheet", "Hours"),
        p_("roster sheet", "Night"),
    )
    return (*worked, p_("roster sheet", "Norm"), f"+ / {MINUS}") if with_norm else worked


def _hours(minutes: int) -> str:
    words = format_hours(minutes)
    whole = words.lstrip(MINUS).split(",")[0].split(".")[0]
    return words.replace(whole, format_number(int(whole)), 1)


class Columns:
    """The edges of every column in points from the paper's left edge."""

    def __init__(self, sheet: RosterSheet, style: RosterStyle) -> None:
        page = style.page
        officers = tuple(each for band in sheet.bands for each in band.officers)
        totals = _total_widths(officers, style, with_norm=sheet.with_norm)
        position = _position_width(officers, style)
        before = style.band_width + position
        room = page.inner_width - before - sum(totals)
        name, day = _shared(room, officers, len(sheet.days), style)
        self.left = page.left
        self.name = page.left + style.band_width
        self.position = self.name + name
        self.days = [self.position + position + day * place for place in range(len(sheet.days) + 1)]
        self.totals = [self.days[-1]]
        for wide in totals:
            self.totals.append(self.totals[-1] + wide)
        self.right = self.totals[-1]
        self.has_position = position > 0

    @cached_property
    def name_room(self) -> float:
        """How wide a name may be."""
        return self.position - self.name - 2 * PAD

    @cached_property
    def position_room(self) -> float:
        """How wide a position may be."""
        return self.days[0] - self.position - 2 * PAD


def _total_widths(
    officers: tuple[SheetOfficer, ...], style: RosterStyle, *, with_norm: bool
) -> list[float]:
    figures = [Sums.of((each,)).words(with_norm=with_norm) for each in officers]
    every = Sums.of(officers).words(with_norm=with_norm)
    wide = []
    for place, head in enumerate(total_heads(with_norm=with_norm)):
        needed = max(
            width(head, Face.BOLD, style.head),
            *(width(each, Face.BOLD, style.total) for each in {row[place] for row in figures}),
            width(every[place], Face.BOLD, style.total - 0.5),
        )
        wide.append(max(needed + 2 * PAD, 12 * MM if style.position else 8.5 * MM))
    return wide


def _position_width(officers: tuple[SheetOfficer, ...], style: RosterStyle) -> float:
    if not style.position or not any(each.position for each in officers):
        return 0.0
    needed = max(width(each.position, Face.REGULAR, style.position) for each in officers)
    head = width(_("Position"), Face.BOLD, style.head)
    return min(max(needed, head) + 2 * PAD + 1, style.position_width)


def _shared(
    room: float, officers: tuple[SheetOfficer, ...], days: int, style: RosterStyle
) -> tuple[float, float]:
    """What names and each day get of ``room``: days grow to their best width, names take the rest.

    Days give way to a long name, but not below their least width; then the name shrinks.
    """
    natural = max((width(each.name, style.name_face, style.name) for each in officers), default=0)
    least, most = style.name_width
    wanted = min(max(natural + 2 * PAD + 1, least), most)
    least_day, best_day = style.day_width
    day = min(best_day, max(least_day, (room - wanted) / days))
    return room - day * days, day
