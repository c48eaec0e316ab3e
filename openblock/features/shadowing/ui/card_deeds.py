"""What can be done to the trainee on the card: which buttons and menu lines there are, for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from openblock.features.residents.ui.card_deeds import CardDeed
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.rules.content import Standing
from openblock.i18n import _

#: Names of deeds.
BACK, PLAN, CONFIRM, AWAY, EDIT, PRINT, CALENDAR, LINK, REMOVE = (
    *("back", "plan", "confirm", "away", "edit", "print", "calendar", "link", "remove"),
)
#: Keys of the bar; Esc and Ctrl+P are the page's and the window's.
KEYS = {PLAN: "add-entry", EDIT: "change-entry"}
May = Callable[[str], bool]

_RIGHTS = {
    BACK: "",
    PLAN: "shadowing.plan_shadowing",
    CONFIRM: "shadowing.confirm_shadowing",
    AWAY: "shadowing.save_unavailability",
    EDIT: "shadowing.save_trainee",
    PRINT: "shadowing.trainee_card",
    CALENDAR: "shadowing.trainee_card",
    LINK: "shadowing.link_trainee",
    REMOVE: "shadowing.remove_trainee",
}
#: What can still be planned otherwise or taken out.
OPEN = frozenset({Standing.PLANNED, Standing.REPLAN, Standing.DONE})


def deeds_for(card: TraineeCard, may: May, mentor: int | None) -> tuple[CardDeed, ...]:
    """What fits the trainee and the role; ``mentor`` is the officer who is signed in, if one is."""
    return tuple(deed for deed in _all(card) if _fits(deed.name, card, may, mentor))


def _fits(name: str, card: TraineeCard, may: May, mentor: int | None) -> bool:
    right = _RIGHTS[name]
    if right and not may(right):
        return False
    if name == CONFIRM:
        return first_to_confirm(card, may, mentor) is not None
    return name != REMOVE or not card.shadowings


def _all(card: TraineeCard) -> Iterator[CardDeed]:
    yield CardDeed(BACK, _("Back"), "left", "leave-form")
    yield CardDeed(PLAN, _("Plan a shift…"), "shadowing", KEYS[PLAN])
    yield CardDeed(CONFIRM, _("Confirm…"), "ok")
    yield CardDeed(AWAY, _("Cannot come…"), "calendar")
    yield CardDeed(EDIT, _("Change…"), "edit", KEYS[EDIT])
    yield CardDeed(PRINT, _("Print…"), "print", "print")
    yield CardDeed(CALENDAR, _("Save as a calendar…"), "export", in_menu=True)
    linked = card.line.trainee.account_id is not None
    words = _("Another account…") if linked else _("Give an account…")
    yield CardDeed(LINK, words, "key", in_menu=True)
    yield CardDeed(REMOVE, _("Take out of the list"), "delete", in_menu=True)


def may_settle(row: ShadowingRow, may: May, mentor: int | None) -> bool:
    """Whether who is signed in may confirm this shift: its mentor, or a coordinator (TR-12)."""
    if not may("shadowing.confirm_shadowing"):
        return False
    return may("shadowing.plan_shadowing") or row.officer_id == mentor


def first_to_confirm(card: TraineeCard, may: May, mentor: int | None) -> ShadowingRow | None:
    """The oldest shift that waits for who is signed in."""
    waiting = [
        row
        for row in card.shadowings
        if row.standing is Standing.DONE and may_settle(row, may, mentor)
    ]
    return min(waiting, key=lambda row: row.span, default=None)
