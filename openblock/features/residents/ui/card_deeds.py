"""What can be done to the person on the card now: which buttons and menu lines there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from openblock.clock import FOREVER
from openblock.features.residents.queries import ResidentCard
from openblock.features.residents.rules.content import Status
from openblock.i18n import _

#: Names of deeds.
PLACE, SWAP, EDIT, RELEASE, READMIT, CANCEL, PRINT, WITHDRAW = (
    *("place", "swap", "edit", "release", "readmit", "cancel", "print", "withdraw"),
)
NOTE, STAY, MARK, APART, PHOTO, NO_PHOTO, ERASE = (
    *("note", "stay", "mark", "apart", "photo", "no-photo", "erase"),
)
HERE = frozenset({Status.PRESENT})
COMING = frozenset({Status.PLANNED})
GONE = frozenset({Status.DISCHARGED})
ANY = HERE | COMING | GONE


@dataclass(frozen=True, slots=True)
class CardDeed:
    """One thing to do: its words and picture, the key that does it, button or line of the menu."""

    name: str
    words: str
    drawing: str
    key: str = ""
    in_menu: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    operation: str
    statuses: frozenset[Status]


_RULES = {
    PLACE: _Rule("rooms.place_resident", HERE | COMING),
    SWAP: _Rule("rooms.swap_residents", HERE),
    READMIT: _Rule("residents.readmit_resident", GONE),
    RELEASE: _Rule("residents.release_resident", HERE),
    CANCEL: _Rule("residents.cancel_arrival", COMING),
    WITHDRAW: _Rule("residents.withdraw_release", HERE),
    EDIT: _Rule("residents.change_resident", ANY),
    PRINT: _Rule("residents.resident_card", ANY),
    NOTE: _Rule("residents.add_note", ANY),
    STAY: _Rule("residents.change_stay", HERE | COMING),
    MARK: _Rule("residents.save_alert", ANY),
    APART: _Rule("residents.open_keep_apart", ANY),
    PHOTO: _Rule("residents.set_photo", ANY),
    NO_PHOTO: _Rule("residents.set_photo", ANY),
    ERASE: _Rule("residents.erase_resident", GONE),
}


def deeds_for(
    card: ResidentCard, room: str, may: Callable[[str], bool], given: frozenset[str]
) -> tuple[CardDeed, ...]:
    """What fits the person and the role; ``given`` names what other features and paper offer."""
    return tuple(deed for deed in _all(card, room) if _fits(deed.name, card, may, given))


def _fits(name: str, card: ResidentCard, may: Callable[[str], bool], given: frozenset[str]) -> bool:
    if name in {PLACE, SWAP, PRINT} and name not in given:
        return False
    if card.erased_at is not None and name != PRINT:
        return False
    rule = _RULES[name]
    return card.row.status in rule.statuses and may(rule.operation)


def _all(card: ResidentCard, room: str) -> Iterator[CardDeed]:
    yield CardDeed(PLACE, _("Move…") if room else _("Place…"), "room", "place-resident")
    if room:
        yield CardDeed(SWAP, _("Swap…"), "swap", "swap-residents")
    yield CardDeed(READMIT, _("Readmit…"), "redo")
    yield CardDeed(RELEASE, _("Release…"), "leave", "release-resident")
    if card.row.status is Status.PRESENT and card.row.discharged != FOREVER:
        yield CardDeed(WITHDRAW, _("Withdraw the release…"), "undo", in_menu=True)
    yield CardDeed(CANCEL, _("Cancel the arrival…"), "close")
    yield CardDeed(NOTE, _("Note"), "note", "add-note")
    yield CardDeed(EDIT, _("Change…"), "edit", "change-entry")
    yield CardDeed(PRINT, _("Print…"), "print", "print")
    yield CardDeed(STAY, _("Change the stay…"), "calendar", in_menu=True)
    yield CardDeed(MARK, _("Add an alert mark…"), "warning", in_menu=True)
    yield CardDeed(APART, _("Keep apart from…"), "people", in_menu=True)
    yield CardDeed(PHOTO, _("Photograph…"), "person", in_menu=True)
    if card.photo is not None:
        yield CardDeed(NO_PHOTO, _("Take the photograph away"), "delete", in_menu=True)
    yield CardDeed(ERASE, _("Erase after retention…"), "eraser", in_menu=True)
