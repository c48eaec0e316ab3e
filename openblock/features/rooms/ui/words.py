"""The words of the rooms' screens for what is stored as a code: reasons, states, needs, sexes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from openblock.errors import Problem
from openblock.features.residents.rules.content import Need, Sex
from openblock.features.rooms.queries import AssignmentRow, BedState
from openblock.features.rooms.rules.content import ClosureReason, PlacementReason, Scope
from openblock.i18n import _, format_day, p_
from openblock.ui.messages import words

Choices = tuple[tuple[str, str], ...]

#: The letter of a bed's state: the same in every language and on paper, as codes of duties are.
LETTERS: Mapping[str, str] = {
    BedState.FREE: "",
    BedState.OCCUPIED: "",
    BedState.HELD: "R",
    BedState.CLOSED: "S",
}


def placement_reasons() -> Choices:
    """Why a person comes into a bed: code and words, in the order they are offered."""
    return (
        (PlacementReason.ADMISSION, _("Admission")),
        (PlacementReason.COMMISSION, _("Decision of the placement commission")),
        (PlacementReason.REQUEST, _("The resident's own request")),
        (PlacementReason.KEEP_APART, _("To be kept apart")),
        (PlacementReason.CLOSURE, _("Room out of service")),
        (PlacementReason.HEALTH, _("Health")),
        (PlacementReason.SAFETY, _("Safety")),
        (PlacementReason.SWAP, _("Swap")),
        (PlacementReason.CORRECTION, _("Correction of an entry")),
        (PlacementReason.OTHER, _("Other reason")),
    )


def closure_reasons() -> Choices:
    """Why something is out of service (ROOM-05): code and words, in the order they are offered."""
    return (
        (ClosureReason.REPAIR, _("Repair")),
        (ClosureReason.DAMAGE, _("Damage")),
        (ClosureReason.DAMP, _("Damp or mould")),
        (ClosureReason.PESTS, _("Pest control")),
        (ClosureReason.SAFETY, _("Safety")),
        (ClosureReason.OTHER, _("Other reason")),
    )


def scopes() -> Choices:
    """What a closure takes out of service: code and words, from the smallest."""
    return (
        (Scope.BED, _("Bed")),
        (Scope.ROOM, _("Room")),
        (Scope.SECTION, _("Section")),
        (Scope.BUILDING, _("Building")),
    )


def needs() -> Choices:
    """What a person needs and a room offers: code and words, in the order they are offered."""
    return (
        (Need.ACCESSIBLE, _("accessible room")),
        (Need.NON_SMOKING, _("non-smokers")),
        (Need.LOWER_BED, _("lower bed")),
        (Need.NEAR_POST, _("near the duty post")),
        (Need.OWN_TOILET, _("own toilet")),
    )


def sexes() -> Choices:
    """For whom a room or section is: code and words."""
    return (
        (Sex.ANY, _("For anyone")),
        (Sex.FEMALE, _("For women")),
        (Sex.MALE, _("For men")),
    )


def placement_reason(code: str) -> str:
    """The words of one reason of a placement; an unknown code stands for itself."""
    return dict(placement_reasons()).get(code, code)


def closure_reason(code: str) -> str:
    """The words of one reason of a closure; an unknown code stands for itself."""
    return dict(closure_reasons()).get(code, code)


def scope(code: str) -> str:
    """The word for what a closure takes out of service."""
    return dict(scopes()).get(code, code)


def need(code: str) -> str:
    """The words of one need; an unknown code stands for itself."""
    return dict(needs()).get(code, code)


def need_list(codes: Iterable[str]) -> str:
    """Several needs as one phrase, in the order they are offered: accessible room, lower bed."""
    wanted = set(codes)
    known = [said for code, said in needs() if code in wanted]
    return ", ".join([*known, *sorted(wanted - {code for code, _said in needs()})])


def sex(code: str) -> str:
    """For whom a room is, in words."""
    return dict(sexes()).get(code, code)


def bed_state(code: str) -> str:
    """What a bed is, in one word."""
    states = {
        BedState.FREE: p_("bed", "free"),
        BedState.OCCUPIED: _("occupied"),
        BedState.HELD: _("reserved"),
        BedState.CLOSED: _("shut"),
    }
    return {str(state): said for state, said in states.items()}.get(code, code)


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


def on_hover(text: str) -> str:
    """A sentence as a tooltip: letter for letter, whatever a name is made of, and in lines."""
    return f"<qt>{escape(text, quote=False)}</qt>" if text else ""


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
