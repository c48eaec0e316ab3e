"""The mentors for one shadowing shift as lines in words: ranked, with reasons, the unfit below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from openblock.errors import Problem
from openblock.features.shadowing.queries import MentorOffer, MentorOffers
from openblock.features.shadowing.words import hours_between, reason_words
from openblock.i18n import _, n_
from openblock.ui.entry_paint import LINE_ROLE, Index
from openblock.ui.messages import words
from openblock.ui.plain_label import on_hover

Role = Qt.ItemDataRole
_ROOT = QModelIndex()
#: What speaks against a day whoever the mentor is.
_TRAINEES_OWN = frozenset(
    {"practice-outside-course", "practice-trainee-left", "practice-not-cleared"}
)
#: As many mentors as there are digits to pick them by.
MOST_NUMBERED = 9
_ALONE = "alone"


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One entry: a mentor who can be chosen, one who cannot, or the heading between the two.

    ``number`` is the digit that picks it, 0 for none; ``offer`` is None for the heading.
    """

    offer: MentorOffer | None
    number: int
    title: str
    aside: str
    reasons: str
    warning: str
    fit: bool

    @property
    def sign(self) -> str:
        """What stands where the digit would: a cross for who cannot be chosen."""
        return "\N{MULTIPLICATION X}" if self.offer is not None and not self.fit else ""

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader and on hover."""
        code = self.offer.code if self.offer else ""
        head = f"{code} {self.title}".strip()
        parts = (head, self.aside, self.reasons, self.warning)
        return ". ".join(part.rstrip(".") for part in parts if part)


def lines_of(offers: MentorOffers) -> tuple[OfferLine, ...]:
    """The mentors in the order given, numbered; the unfit under a heading of their own."""
    lines = [_fit_line(each, place + 1) for place, each in enumerate(offers.fit)]
    if offers.unfit:
        title = n_("{number} unsuitable", "{number} unsuitable", len(offers.unfit))
        lines.append(OfferLine(None, 0, title, "", "", "", fit=False))
    shared = shared_problems(offers)
    lines += [_unfit_line(each, shared) for each in offers.unfit]
    return tuple(lines)


def shared_problems(offers: MentorOffers) -> tuple[Problem, ...]:
    """What rules out the trainee whoever the mentor is: it is said once, not at each name."""
    if offers.fit:
        return ()
    found: list[Problem] = []
    for each in (problem for offer in offers.unfit for problem in offer.problems):
        if each.code in _TRAINEES_OWN and each not in found:
            found.append(each)
    return tuple(found)


def _fit_line(offer: MentorOffer, number: int) -> OfferLine:
    # That nobody else is there is said by "free" already.
    reasons = [reason_words(each) for each in offer.reasons if each.code != _ALONE]
    return OfferLine(
        offer,
        number if number <= MOST_NUMBERED else 0,
        offer.name,
        places_words(offer.taken, offer.places),
        " ".join(filter(None, (_hours_words(offer), *reasons))),
        _said(offer),
        fit=True,
    )


def _unfit_line(offer: MentorOffer, shared: Sequence[Problem]) -> OfferLine:
    own = " ".join(words(each) for each in offer.problems if each not in shared)
    return OfferLine(offer, 0, offer.name, "", own, "", fit=False)


def places_words(taken: int, places: int) -> str:
    """1 of 2 places taken; free."""
    if not taken:
        return _("free")
    return _("{taken} of {places} places taken").format(taken=taken, places=places)


def _hours_words(offer: MentorOffer) -> str:
    if offer.span is None or offer.duty is None:
        return ""
    return _("{hours} of the duty {duty}.").format(
        hours=hours_between(offer.span), duty=hours_between(offer.duty)
    )


def _said(offer: MentorOffer) -> str:
    return " ".join(words(each) for each in offer.problems)


class OffersModel(QAbstractListModel):
    """The entries as they stand in the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[OfferLine, ...] = ()

    def show_lines(self, lines: Sequence[OfferLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def row_of(self, officer_id: int | None) -> int:
        """The place of a mentor, or -1."""
        places = (
            place
            for place, line in enumerate(self.lines)
            if line.offer is not None and line.offer.officer_id == officer_id
        )
        return next(places, -1)

    def row_numbered(self, number: int) -> int:
        """The place of the mentor a digit picks, or -1."""
        places = (place for place, line in enumerate(self.lines) if line.number == number)
        return next(places, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].offer is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Role.ToolTipRole:
            return on_hover(line.spoken)
        # The list finds a mentor by typing the code, so the code comes first.
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return line.spoken
        return None
