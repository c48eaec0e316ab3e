"""The versions of a month's roster: which there are, what stood in each, and how two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Text, cast, or_, select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.absences import Reader, reader
from openblock.features.roster.queries.contents import month_contents
from openblock.features.roster.queries.months import (
    PUBLISHED,
    Alteration,
    Moved,
    Posting,
    alterations,
    content_read,
    first_of,
    months_between,
    next_month,
    postings,
)
from openblock.features.roster.queries.rows import Comparison, Difference, VersionRow
from openblock.features.roster.rules.versions import (
    BACK,
    NOTHING,
    Cell,
    CellChange,
    CellContent,
    differences,
    read,
)
from openblock.features.roster.tables import Exchange, RosterChange, RosterVersion
from openblock.features.staff.tables import Officer
from openblock.i18n import sort_key

_DAY = timedelta(days=1)
# How an absence stands in what the file keeps of a cell.
_ABSENCE = '"absence"'


def versions(session: Session, month: date) -> tuple[VersionRow, ...]:
    """Every version of a month, newest first, with the number of cells it changed.

    A reason is left out where it may tell why somebody is away whose absence is not the asker's
    business.
    """
    month = first_of(month)
    counts = Counter(each.posting.number for each in alterations(session, month, 0))
    teller = Teller(session, (month,), reader(session))
    return tuple(
        VersionRow(
            number=each.number,
            kind=each.kind,
            reason=teller.reason_of(each),
            made_by=each.made_by,
            made_at=each.made_at,
            changed=counts[each.number],
        )
        for each in reversed(postings(session, (month,)))
    )


def content_of(session: Session, month: date, number: int) -> dict[Cell, CellContent]:
    """What stood in every cell of a version that was not empty; nothing before the first.

    The last version posted until then was kept whole, and every change after it. With the kinds
    of absence: what leaves the store to somebody passes a :class:`Reader`.
    """
    month = first_of(month)
    whole = kept_whole(session, month, number)
    if whole is None:
        return {}
    posting, kept = whole
    found = cells_read(kept, "cells")
    for each in alterations(session, month, posting.number, number):
        found[each.cell] = each.after
    return {cell: content for cell, content in found.items() if content != NOTHING}


def cells_read(kept: Mapping[str, Any], name: str) -> dict[Cell, CellContent]:
    """The cells that were kept of a posted version under this name."""
    contents = [read(each) for each in kept.get("contents", ())]
    return {
        (officer_id, date.fromisoformat(day)): contents[number]
        for officer_id, day, number in kept.get(name, ())
    }


def kept_whole(
    session: Session, month: date, number: int
) -> tuple[Posting, Mapping[str, Any]] | None:
    """The version that one is read from, its own or the last posted before, and all kept of it."""
    whole = [
        each
        for each in postings(session, (month,))
        if each.kind == PUBLISHED and each.number <= number
    ]
    if not whole:
        return None
    asked = select(RosterVersion.snapshot).where(RosterVersion.id == whole[-1].version_id)
    return whole[-1], session.scalars(asked).one() or {}


def comparison(session: Session, month: date, since: int, until: int | None = None) -> Comparison:
    """How a month's roster differs between two versions, by day and name.

    Without ``until`` it is compared as it stands now.
    """
    month = first_of(month)
    made = postings(session, (month,))
    newest = until if until is not None else made[-1].number if made else 0
    if not made:
        return Comparison(month, since, newest, ())
    after = month_contents(session, month) if until is None else content_of(session, month, until)
    changes = differences(content_of(session, month, since), after)
    lasts = {each.cell: each for each in alterations(session, month, since, newest)}
    posted = [each for each in made if each.kind == PUBLISHED and since < each.number <= newest]
    names = names_of(session, {each.officer_id for each in changes})
    teller = Teller(session, (month,), reader(session))
    found = []
    for change in changes:
        last = lasts.get((change.officer_id, change.day))
        if last is None or last.after != change.after:
            # A draft was changed, which nothing is noted of, and posted afterwards.
            last = _as_posted(change, posted[-1] if posted else None, made[-1])
        found.append(teller.difference(last, change.before, names))
    found.sort(key=lambda each: (each.day, sort_key(each.name), each.officer_id))
    return Comparison(month, since, newest, tuple(found))


def differences_of(
    session: Session, moved: Mapping[Cell, Moved], who: Reader
) -> dict[Cell, Difference]:
    """The cells that differ from what was posted, as the asker may know them."""
    if not moved:
        return {}
    names = names_of(session, {cell[0] for cell in moved})
    teller = Teller(session, {first_of(day) for _officer_id, day in moved}, who)
    return {cell: teller.difference(each.last, each.before, names) for cell, each in moved.items()}


def names_of(session: Session, officer_ids: Collection[int]) -> dict[int, str]:
    """The officers' names as they are now, surname first."""
    asked = select(Officer.id, Officer.surname, Officer.given_name).where(
        Officer.id.in_(officer_ids)
    )
    return {key: f"{surname} {given}" for key, surname, given in session.execute(asked)}


def _as_posted(change: CellChange, posting: Posting | None, newest: Posting) -> Alteration:
    cell = (change.officer_id, change.day)
    if posting is None:
        posting = Posting(0, newest.month, 0, "", "", "", newest.made_at)
    return Alteration(posting, cell, change.before, change.after)


class Teller:
    """Tells of changes what the asker may know.

    A reason may say why somebody is away. What one command did carries one reason, in every month
    it touched; so it is left out of all of that where a part of it is a hidden absence, or where
    the words of an exchange are others' business. The same words elsewhere say the same.
    """

    def __init__(self, session: Session, months: Collection[date], who: Reader) -> None:
        self._who = who
        self._secret: set[datetime] = set()
        self._words: set[str] = set()
        if who.reads_all or not months:
            return
        near = {
            each for month in months for each in months_between(month - _DAY, next_month(month))
        }
        self._find_changes(session, near)
        self._find_exchanges(session, near)
        made = postings(session, near)
        # An exchange that was taken back is gone, and with it whose business its words were.
        self._words |= {
            _words(each.reason)
            for each in made
            if each.made_at in self._secret or each.reason.startswith(BACK)
        }
        self._words.discard("")

    def reason_of(self, posting: Posting) -> str:
        """Why a version was made, as far as the asker may read it."""
        is_secret = posting.made_at in self._secret or _words(posting.reason) in self._words
        return "" if is_secret else posting.reason

    def _find_changes(self, session: Session, months: Collection[date]) -> None:
        """Where a part of what one command did is a hidden absence."""
        stood, stands = cast(RosterChange.before, Text), cast(RosterChange.after, Text)
        asked = (
            select(RosterVersion.made_at, RosterChange.officer_id, stood, stands)
            .join(RosterVersion, RosterVersion.id == RosterChange.version_id)
            .where(
                RosterVersion.month.in_(months),
                or_(stood.contains(_ABSENCE), stands.contains(_ABSENCE)),
            )
        )
        for made_at, officer_id, before, after in session.execute(asked):
            if any(self._is_hidden(officer_id, content_read(each)) for each in (before, after)):
                self._secret.add(made_at)

    def _find_exchanges(self, session: Session, months: Collection[date]) -> None:
        asked = (
            select(Exchange.officer_id, RosterVersion.made_at, Exchange.reason)
            .join(RosterVersion, RosterVersion.made_at == Exchange.decided_at)
            .where(RosterVersion.month.in_(months))
        )
        for officer_id, made_at, reason in session.execute(asked):
            if not self._who.knows(officer_id):
                self._secret.add(made_at)
                self._words.add(_words(reason))

    def difference(
        self, last: Alteration, before: CellContent, names: Mapping[int, str]
    ) -> Difference:
        """A cell that differs, and the last change that made it so."""
        officer_id, day = last.cell
        return Difference(
            officer_id=officer_id,
            name=names.get(officer_id, ""),
            day=day,
            before=self._who.content_of(officer_id, before),
            after=self._who.content_of(officer_id, last.after),
            number=last.posting.number,
            reason=self.reason_of(last.posting),
            made_by=last.posting.made_by,
            made_at=last.posting.made_at,
        )

    def _is_hidden(self, officer_id: int, content: CellContent) -> bool:
        return self._who.content_of(officer_id, content) != content


def _words(reason: str) -> str:
    """What a reason says, also where what was done for it is taken back."""
    return reason.removeprefix(BACK)
