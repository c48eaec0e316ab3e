"""What may be done to officers: add, change, link, import a list; all of it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.accounts.tables import Account
from openblock.features.staff.queries import officer_account, row_of
from openblock.features.staff.rules import (
    FIELDS,
    Bearers,
    OfficerContent,
    account_problems,
    cleaned,
    problems_of,
)
from openblock.features.staff.tables import (
    OFFICERS_LIST,
    Officer,
    OfficerAccount,
    RememberedHeadings,
)
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class AddOfficer:
    """A new officer; ``another_person`` says that the same name is known to be someone else's."""

    content: OfficerContent
    another_person: bool = False


@dataclass(frozen=True, slots=True)
class ChangeOfficer:
    """New content for an officer, with the version its editor saw."""

    officer_id: int
    version: int
    content: OfficerContent
    another_person: bool = False


@dataclass(frozen=True, slots=True)
class OfficerChange:
    """One officer from ``before`` to ``after``; nothing before: added, nothing after: taken out.

    ``officer_id`` is nothing only for an officer who has never been stored.
    """

    officer_id: int | None
    before: OfficerContent | None
    after: OfficerContent | None


@dataclass(frozen=True, slots=True)
class ImportOfficers:
    """The confirmed rows of a list; ``before`` is what the preview showed as stored.

    ``headings`` are kept for the next list: heading without case and diacritics → column.
    """

    changes: tuple[OfficerChange, ...]
    file_name: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkOfficer:
    """Which account an officer signs in with, None for none.

    ``seen`` holds the one account (or None) that stood there before; nothing: it is not asked.
    """

    officer_id: int
    account_id: int | None
    seen: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreOfficers:
    """Puts officers back as they stood: the undo and the redo of all the others."""

    changes: tuple[OfficerChange, ...]


def add_officer(work: Work, request: AddOfficer) -> Done:
    """Adds an officer; ``Done.value`` is the new number.

    RuleBroken with every problem; a name borne by another is a warning until ``another_person``.
    """
    content = cleaned(request.content)
    _refuse(_problems_among(work, None, content, another_person=request.another_person))
    done = _write(work, [OfficerChange(None, None, content)])
    work.about("officer", done.value[0])
    return replace(done, value=done.value[0])


def change_officer(work: Work, request: ChangeOfficer) -> Done:
    """Changes an officer.

    RuleBroken with every problem; KnownError ``officer-unknown``, and ``changed-meanwhile`` with
    both versions when someone else saved since the editor read (SEC-09).
    """
    officer = work.session.get(Officer, request.officer_id)
    if officer is None:
        raise KnownError("officer-unknown")
    work.expect(officer, request.version)
    content = cleaned(request.content)
    accepted = request.another_person or content.name == row_of(officer).content.name
    _refuse(_problems_among(work, officer.id, content, another_person=accepted))
    work.about("officer", officer.id)
    before = row_of(officer).content
    return _write(work, [OfficerChange(officer.id, before, content)])


def import_officers(work: Work, request: ImportOfficers) -> Done:
    """Writes a whole list or nothing; ``Done.value`` is the numbers written, in the list's order.

    RuleBroken with every problem of every row (facts hold ``officer`` and ``officer_badge``);
    KnownError ``officers-changed-meanwhile`` when an officer is no longer as the preview showed.
    """
    tidied = [
        replace(each, after=None if each.after is None else cleaned(each.after))
        for each in request.changes
    ]
    # Held until all is written: the session itself forgets what nobody else remembers.
    everyone = list(work.session.scalars(select(Officer)))
    _refuse(_list_problems(everyone, tidied))
    _remember(work, request.headings)
    done = _write(work, tidied)
    for officer_id in done.value:
        work.about("officer", officer_id, reason=request.file_name)
    return done


def _remember(work: Work, headings: Mapping[str, str]) -> None:
    if headings:
        kept = work.session.get(RememberedHeadings, OFFICERS_LIST)
        if kept is None:
            kept = RememberedHeadings(list_name=OFFICERS_LIST, headings={})
            work.session.add(kept)
        kept.headings = {**kept.headings, **headings}


def restore_officers(work: Work, request: RestoreOfficers) -> Done:
    """Puts officers back exactly as they stood.

    KnownError ``officers-changed-meanwhile`` if they moved on, ``officer-in-use`` if one to be
    taken out stands on a roster already.
    """
    for each in request.changes:
        work.about("officer", each.officer_id)
    return _write(work, request.changes)


def link_officer(work: Work, request: LinkOfficer) -> Done:
    """Says which account is an officer's own; the undo refuses where that has changed since.

    RuleBroken by field ``account``; KnownError ``officer-unknown``, ``account-gone``, and
    ``officers-changed-meanwhile`` where ``seen`` is out of date.
    """
    officer = work.session.get(Officer, request.officer_id)
    if officer is None:
        raise KnownError("officer-unknown")
    before = officer_account(work.session, officer.id)
    if request.seen not in {(), (before,)}:
        raise KnownError("officers-changed-meanwhile", name=row_of(officer).name)
    if request.account_id is not None and request.account_id != before:
        _refuse(_account_problems(work, request.account_id))
    work.about("officer", officer.id)
    link = work.session.get(OfficerAccount, officer.id)
    if link is not None and request.account_id is None:
        work.session.delete(link)
    elif link is not None and request.account_id is not None:
        link.account_id = request.account_id
    elif request.account_id is not None:
        work.session.add(OfficerAccount(officer_id=officer.id, account_id=request.account_id))
    back = LinkOfficer(officer.id, before, seen=(request.account_id,))
    return Done(undo=Step(link_officer, back))


def _account_problems(work: Work, account_id: int) -> Iterable[Problem]:
    account = work.session.get(Account, account_id)
    if account is None:
        raise KnownError("account-gone")
    bearer = work.session.scalar(
        select(Officer)
        .join(OfficerAccount, OfficerAccount.officer_id == Officer.id)
        .where(OfficerAccount.account_id == account_id)
    )
    return account_problems(account.role, "" if bearer is None else row_of(bearer).name)


def _problems_among(
    work: Work, owner: int | None, content: OfficerContent, *, another_person: bool
) -> Iterable[Problem]:
    others = [(each.id, row_of(each).content) for each in work.session.scalars(select(Officer))]
    for found in (*problems_of(content), *Bearers(others).clashes(owner, content)):
        warned = found.severity is Severity.WARNING and not another_person
        if warned or found.severity is Severity.ERROR:
            yield found


def _list_problems(
    everyone: Sequence[Officer], changes: Sequence[OfficerChange]
) -> Iterable[Problem]:
    """Every error of the rows, judged against all officers as the list would leave them."""
    final: dict[object, OfficerContent] = {each.id: row_of(each).content for each in everyone}
    # A new officer has no number yet and is known by the place in the list.
    written = {each.officer_id or ("new", place): each.after for place, each in enumerate(changes)}
    final.update({owner: after for owner, after in written.items() if after is not None})
    bearers = Bearers(final.items())
    for owner, content in written.items():
        if content is None:
            raise ValueError("a list adds and changes officers, it takes none out")
        for found in (*problems_of(content), *bearers.clashes(owner, content)):
            if found.severity is Severity.ERROR:
                facts = {**found.facts, "officer": content.name, "officer_badge": content.badge}
                yield replace(found, facts=facts)


def _refuse(found: Iterable[Problem]) -> None:
    problems = tuple(found)
    if problems:
        raise RuleBroken(*problems)


def _write(work: Work, changes: Sequence[OfficerChange]) -> Done:
    """Applies the changes, each only to an officer who still is as it says; knows the way back.

    Content is compared and not versions: undoing twice in a row has moved those on.
    """
    touched = [_apply(work, each) for each in changes]
    try:
        work.session.flush()
    except IntegrityError as refused:
        raise KnownError("officer-in-use") from refused
    back = tuple(
        OfficerChange(officer.id, each.after, each.before)
        for officer, each in zip(touched, changes, strict=True)
    )
    undo = Step(restore_officers, RestoreOfficers(tuple(reversed(back))))
    return Done(value=tuple(officer.id for officer in touched), undo=undo)


def _apply(work: Work, change: OfficerChange) -> Officer:
    known = change.officer_id is not None
    officer = work.session.get(Officer, change.officer_id) if known else None
    stored = None if officer is None else row_of(officer).content
    if stored != change.before:
        named = change.before or change.after
        raise KnownError("officers-changed-meanwhile", name=named.name if named else "")
    if officer is None:
        officer = Officer(id=change.officer_id) if known else Officer()
        work.session.add(officer)
    if change.after is None:
        work.session.delete(officer)
    else:
        for name in FIELDS:
            setattr(officer, name, getattr(change.after, name))
    return officer
