"""Which mentor is the best for a trainee on a day, and why: an order, and reasons with facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from openblock.features.shadowing.rules.content import SituationContent, Span

#: A code and its facts; words.py has the sentence.
Said = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor who could be shadowed for ``span``, and what speaks for it.

    ``times`` and ``last`` are the earlier shifts of this trainee with this mentor, planned ones
    too; ``covers`` what the trainee lacks and this shift offers, as numbers of situations;
    ``beside`` the other trainees there; ``rest_before`` minutes free before it, None where nothing
    is known; ``warned`` whether it would have to be given a reason.
    """

    officer_id: int
    span: Span
    times: int = 0
    last: date | None = None
    covers: tuple[int, ...] = ()
    beside: tuple[str, ...] = ()
    rest_before: int | None = None
    warned: bool = False


def ranking(candidate: Candidate) -> tuple[object, ...]:
    """The sort key of offers, best first.

    What needs no reason comes before what needs one; then a mentor not met before, more of what is
    lacking, fewer trainees beside, the earliest; the number at last, so that no list ever dances.
    """
    return (
        candidate.warned,
        candidate.times,
        -len(candidate.covers),
        len(candidate.beside),
        candidate.span.start,
        candidate.officer_id,
    )


def reasons_of(
    candidate: Candidate, situations: Mapping[int, SituationContent] = MappingProxyType({})
) -> tuple[Said, ...]:
    """Why this mentor stands where they do, in the order of the ranking.

    ``situations`` are the course's, by number: they go along, for words are made without reading.
    """
    found = (
        _mentor(candidate),
        _covers(candidate, situations),
        _company(candidate),
        _rest(candidate),
    )
    return tuple(each for each in found if each is not None)


def _mentor(candidate: Candidate) -> Said:
    if not candidate.times:
        return "new-mentor", {}
    return "been-mentor", {"times": candidate.times, "last": candidate.last}


def _covers(candidate: Candidate, situations: Mapping[int, SituationContent]) -> Said | None:
    if not candidate.covers:
        return None
    contents = tuple(situations[each] for each in candidate.covers if each in situations)
    return "covers", {"situations": candidate.covers, "contents": contents}


def _company(candidate: Candidate) -> Said:
    return ("beside", {"names": candidate.beside}) if candidate.beside else ("alone", {})


def _rest(candidate: Candidate) -> Said | None:
    if candidate.rest_before is None:
        return None
    return "rest-before", {"minutes": candidate.rest_before}
