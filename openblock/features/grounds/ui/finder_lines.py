"""What is free, as entries one key takes: areas at a time, or times of one area on a day."""

from __future__ import annotations

from collections.abc import Sequence

from openblock.errors import Severity
from openblock.features.grounds.queries import AreaOffer, FreeTime
from openblock.features.grounds.words import light_kind
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, n_
from openblock.ui.entries import MOST_NUMBERED, EntryLine
from openblock.ui.messages import words


def area_lines(offers: Sequence[AreaOffer], heads: int) -> tuple[EntryLine, ...]:
    """Areas with room for so many first, in their order; then the others, each with why not."""
    fitting = [each for each in offers if _fits(each, heads)]
    others = [each for each in offers if not _fits(each, heads)]
    lines = [_area_line(each, place + 1) for place, each in enumerate(fitting)]
    return (*lines, *(_area_line(each, 0, heads) for each in others))


def time_lines(times: Sequence[FreeTime]) -> tuple[EntryLine, ...]:
    """The free times of an area, as long as they last."""
    return tuple(
        EntryLine(each.span, _digit(place + 1), hours_between(each.span), _left(each.left))
        for place, each in enumerate(times)
    )


def _fits(offer: AreaOffer, heads: int) -> bool:
    stopped = any(each.severity is Severity.ERROR for each in offer.problems)
    return not stopped and offer.left >= max(heads, 1)


def _area_line(offer: AreaOffer, number: int, heads: int = 0) -> EntryLine:
    said = " ".join(words(each) for each in offer.problems)
    if not number and not said:
        said = _("Not enough places for {number}.").format(number=heads)
    content = offer.area.content
    return EntryLine(
        what=offer.area.area_id,
        number=_digit(number),
        title=content.name,
        aside=_("{left} of {capacity} left").format(left=offer.left, capacity=content.capacity),
        reasons=light_kind(content) if number else said,
        warning=said if number else "",
        fit=number > 0,
    )


def _digit(number: int) -> int:
    return number if number <= MOST_NUMBERED else 0


def _left(number: int) -> str:
    return n_("{number} place left", "{number} places left", number)
