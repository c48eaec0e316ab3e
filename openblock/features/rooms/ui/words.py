"""The words of the rooms' screens: what a bed is, why somebody has it, why it suits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from openblock.errors import Problem
from openblock.features.residents.words import need_list, placement_reason, said
from openblock.features.rooms.queries import AssignmentRow, BedState
from openblock.features.rooms.words import sex
from openblock.i18n import _, format_day, p_
from openblock.ui.messages import words

#: The letter of a bed's state: the same in every language and on paper, as codes of duties are.
LETTERS: Mapping[str, str] = {
    BedState.FREE: "",
    BedState.OCCUPIED: "",
    BedState.HELD: "R",
    BedState.CLOSED: "S",
}


def bed_state(code: str) -> str:
    """What a bed is, in one word."""
    states = (
        (BedState.FREE, p_("bed", "free")),
        (BedState.OCCUPIED, _("occupied")),
        (BedState.HELD, _("reserved")),
        (BedState.CLOSED, _("shut")),
    )
    return said(states, code)


def bed_letter(code: str) -> str:
    """The letter that says a bed's state without colour: R reserved, S shut; none otherwise."""
    return LETTERS.get(code, "")


def reason_of(row: AssignmentRow) -> str:
    """Why a person came into a bed, with the decision it rests on."""
    content = row.content
    parts = [placement_reason(content.reason)]
    if content.decision_number and content.decision_date:
        decision = _("decision {number} of {day}")
        day = format_day(content.decision_date)
        parts.append(decision.format(number=content.decision_number, day=day))
    elif content.decision_number:
        parts.append(_("decision {number}").format(number=content.decision_number))
    if content.remark:
        parts.append(content.remark)
    return ", ".join(parts)


Saying = Callable[[Mapping[str, object]], str]


def suggestion_reason(reason: Problem) -> str:
    """Why a bed suits, in a few words (``Suggestion.reasons``)."""
    saying = _SUGGESTIONS.get(reason.code)
    if saying is None:
        return words(reason)
    return saying(reason.facts)


def _meets_needs(facts: Mapping[str, object]) -> str:
    return _("meets the need: {needs}").format(needs=_needs_of(facts))


def _special_bed(facts: Mapping[str, object]) -> str:
    return _("better kept for those who need it: {needs}").format(needs=_needs_of(facts))


def _needs_of(facts: Mapping[str, object]) -> str:
    codes = facts.get("needs", ())
    return need_list(map(str, codes)) if isinstance(codes, tuple) else ""


def _company(facts: Mapping[str, object]) -> str:
    people = facts.get("people", ())
    names = ", ".join(map(str, people)) if isinstance(people, tuple) else ""
    return _("with {names}").format(names=names)


_SUGGESTIONS: Mapping[str, Saying] = {
    "reason-held-for-person": lambda _facts: _("reserved for this person"),
    "reason-meets-needs": _meets_needs,
    "reason-designated": lambda facts: sex(str(facts.get("sex", ""))).lower(),
    "reason-special-bed": _special_bed,
    "reason-company": _company,
    "reason-empty-room": lambda _facts: _("nobody else in the room"),
}
