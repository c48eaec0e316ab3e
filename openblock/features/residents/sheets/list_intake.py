"""What a list of residents would do, row by row, and the request that does it.

A person is recognised by the personal code; where a row has none, by surname, given name and
birth date together. What is stored never moves to another person, and nobody is stored twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.residents.commands.importing import (
    ImportResidents,
    ListedArrival,
    ListedChange,
)
from openblock.features.residents.queries.lists import ListedResident
from openblock.features.residents.queries.rows import PrisonRow
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.residents.rules.given_names import are_swapped
from openblock.features.residents.rules.listed import (
    ListRules,
    arrival_problems,
    entry_problems,
    kept_out,
    known_entry_problems,
    new_entry_problems,
)
from openblock.features.residents.rules.people import Known, cleaned, others_problems
from openblock.features.residents.rules.personal_code import masked_code, parsed_code
from openblock.features.residents.rules.stays import calendar_day
from openblock.features.residents.sheets.list_file import residents_columns, wall_moment
from openblock.i18n import search_key
from openblock.importing.preview import Intake, Preview, Stored, Values

_PERSON = ("surname", "given_name", "birth_date", "sex", "needs")
_BLANK: Values = {
    **dict.fromkeys(("surname", "given_name", "personal_code", "sex", "admitted_from"), ""),
    **dict.fromkeys(("birth_date", "admitted", "sentence_start", "sentence_end")),
    "needs": (),
}


@dataclass(frozen=True, slots=True)
class Block:
    """What the block knows before the list: its people with their codes, prisons and rules."""

    people: tuple[ListedResident, ...]
    prisons: tuple[PrisonRow, ...]
    rules: ListRules

    def prison(self, name: str) -> PrisonRow | None:
        """The prison of this name."""
        return next((each for each in self.prisons if each.name == name), None)


def residents_intake(block: Block) -> Intake:
    """What the importer needs besides the file; no value of it holds a stored personal code."""
    return Intake(
        columns=residents_columns([each.name for each in block.prisons]),
        identity="personal_code",
        folded=str,
        stored=dict(_stored(block.people)),
        defaults=_BLANK,
        judge=lambda final: _Judge(block, final).problems,
        recognise=_keys,
        named=lambda values: f"{values['surname']} {values['given_name']}".strip(),
        settle=_settled,
    )


def _keys(given: Values) -> Sequence[str]:
    """The code decides where there is one; a name is asked only with a birth date."""
    typed = str(given.get("personal_code") or "")
    if typed:
        digits = parsed_code(typed)
        return (f"code {digits}",) if digits else ()
    surname, given_name, born = (given.get(each) for each in _PERSON[:3])
    return (_name_key(surname, given_name, born),) if surname and given_name and born else ()


def _name_key(surname: str, given_name: str, born: date) -> str:
    return f"name {search_key(f'{surname} {given_name}')} {born}"


def _stored(people: Sequence[ListedResident]) -> Iterator[tuple[str, Stored]]:
    by_name: dict[str, list[Stored]] = {}
    for each in people:
        content, stay = each.content, each.stay
        values = {
            **{name: getattr(content, name) for name in _PERSON},
            "personal_code": masked_code(content.personal_code),
            "admitted": None if stay is None else wall_moment(stay.admitted),
            "admitted_from": each.admitted_from,
            "sentence_start": None if stay is None else stay.sentence_start,
            "sentence_end": None if stay is None else stay.sentence_end,
        }
        stored = Stored(each.resident_id, values, each)
        if content.personal_code:
            yield f"code {content.personal_code}", stored
        if content.birth_date:
            key = _name_key(content.surname, content.given_name, content.birth_date)
            by_name.setdefault(key, []).append(stored)
    # Two of one name and birth date: which is meant cannot be known, and the rules say so.
    yield from ((key, same[0]) for key, same in by_name.items() if len(same) == 1)


def _settled(stored: Stored | None, given: Values) -> Values:
    """What a row says anew: a name written with less care is the same, a day its stored hour."""
    if stored is None:
        return given
    settled = {key: given[key] for key in given if key != "personal_code"}
    for name in ("surname", "given_name"):
        if _is_same(str(settled.get(name, "")), stored.values[name]):
            settled[name] = stored.values[name]
    if set(settled.get("needs", ())) == set(stored.values["needs"]):
        settled["needs"] = stored.values["needs"]
    known, told = stored.values["admitted"], settled.get("admitted")
    if isinstance(known, datetime) and told == known.date():
        settled["admitted"] = known
    return settled


def _is_same(told: str, known: str) -> bool:
    """Whether a name differs in case alone, or lost its diacritics on the way here."""
    same = told.casefold() == known.casefold()
    return same or (told.isascii() and search_key(told) == search_key(known))


def _content(values: Values, person: ListedResident | None) -> ResidentContent:
    officer, code = (None, values["personal_code"])
    if person is not None:
        officer, code = person.content.contact_officer_id, person.content.personal_code
    return cleaned(
        ResidentContent(
            **{name: values[name] for name in _PERSON},
            personal_code=code,
            contact_officer_id=officer,
        )
    )


def _instant(admitted: date | datetime) -> datetime:
    """A day without an hour counts from its beginning."""
    if isinstance(admitted, datetime):
        return clock.at(admitted.date(), admitted.hour * 60 + admitted.minute)
    return clock.at(admitted)


class _Judge:
    """The rules for each row, against everybody as the list would leave them."""

    def __init__(self, block: Block, final: Mapping[Hashable, Values]) -> None:
        self._block = block
        self._rows: dict[tuple[str, object], list[Hashable]] = {}
        for owner, values in final.items():
            key = (self._folded(values), values["birth_date"])
            self._rows.setdefault(key, []).append(owner)
        self._people = {each.resident_id: each for each in block.people}
        self._alike: dict[str, list[ListedResident]] = {}
        for each in block.people:
            self._alike.setdefault(search_key(each.content.name), []).append(each)
        self._borne = {search_key(each.content.given_name) for each in block.people}

    @staticmethod
    def _folded(values: Values) -> str:
        return search_key(f"{values['surname']} {values['given_name']}")

    def problems(self, owner: Hashable, values: Values) -> Sequence[Problem]:
        """All that keeps the row of ``owner`` out."""
        person = self._people.get(owner) if isinstance(owner, int) else None
        found = list(self._prison_problems(values))
        if person is None:
            found += self._of_new(owner, values)
            return kept_out(found)
        before = entry_problems(cleaned(person.content), person.stay, self._block.rules)
        found += self._of_known(person, values)
        return kept_out(found, before, person.accepted)

    def _of_new(self, owner: Hashable, values: Values) -> Iterator[Problem]:
        content, admitted = _content(values, None), values["admitted"]
        stay = None if admitted is None else _stay(values, None, self._block)
        yield from new_entry_problems(content, admitted)
        yield from entry_problems(content, stay, self._block.rules)
        yield from others_problems(content, self._others(content))
        yield from self._same_row(owner, values)
        yield from self._swapped(values)

    def _of_known(self, person: ListedResident, values: Values) -> Iterator[Problem]:
        content, admitted = _content(values, person), values["admitted"]
        stay = None if person.stay is None else _stay(values, person.stay, self._block)
        left = None if person.stay is None else calendar_day(person.stay.discharged)
        yield from known_entry_problems(person.content, content, person.status, left)
        if person.stay is not None and admitted is not None:
            yield from arrival_problems(
                person.stay.admitted, self._told(person.stay.admitted, admitted)
            )
        yield from entry_problems(content, stay, self._block.rules)
        yield from self._swapped(values)

    @staticmethod
    def _told(stored: datetime, admitted: date | datetime) -> datetime:
        """The stored instant where the cell shows it; a cell knows no seconds and no zones."""
        return stored if wall_moment(stored) == admitted else _instant(admitted)

    def _others(self, content: ResidentContent) -> Iterator[Known]:
        for each in self._alike.get(search_key(content.name), ()):
            held = each.content
            yield Known(each.resident_id, held.name, True, held.birth_date, held.personal_code)

    def _same_row(self, owner: Hashable, values: Values) -> Iterator[Problem]:
        """Another row of the same name and birth date, both new (RES-08)."""
        same = self._rows.get((self._folded(values), values["birth_date"]), ())
        other = next((each for each in same if each != owner and isinstance(each, tuple)), None)
        if other is not None:
            name = f"{values['surname']} {values['given_name']}"
            facts = {"shown": name, "other_row": other[1]}
            yield Problem("import-twice", Severity.ERROR, facts, "surname")

    def _swapped(self, values: Values) -> Iterator[Problem]:
        surname, given_name = search_key(values["surname"]), search_key(values["given_name"])
        if are_swapped(surname, given_name, self._borne):
            facts = {"surname": values["surname"], "given_name": values["given_name"]}
            yield Problem("list-names-swapped", Severity.WARNING, facts, "surname")

    def _prison_problems(self, values: Values) -> Iterator[Problem]:
        prison, admitted = self._block.prison(values["admitted_from"]), values["admitted"]
        if prison is not None and admitted is not None:
            day = calendar_day(_instant(admitted))
            if not prison.chosen_on(day):
                facts = {"name": prison.name, "day": day}
                yield Problem("prison-not-in-use", facts=facts, field="admitted_from")


def _stay(values: Values, stored: StayContent | None, block: Block) -> StayContent:
    prison = block.prison(values["admitted_from"])
    told: dict[str, Any] = {
        "admitted_from_id": None if prison is None else prison.prison_id,
        "sentence_start": values["sentence_start"],
        "sentence_end": values["sentence_end"],
    }
    if stored is not None:
        return replace(stored, **told)
    return StayContent(_instant(values["admitted"]), **told)


def residents_import(
    preview: Preview,
    block: Block,
    file_name: str = "",
    headings: Mapping[str, str] | None = None,
) -> ImportResidents:
    """The request that writes what ``preview`` showed as new and changed."""
    arrivals, changes = [], []
    for row in preview.to_write:
        # Its versions are those the preview was made with, whatever was read since.
        person = None if row.stored is None else row.stored.source
        if not isinstance(person, ListedResident):
            stay = _stay(row.values, None, block)
            arrivals.append(ListedArrival(_content(row.values, None), stay))
        else:
            changes.append(_change(person, row.values, block))
    return ImportResidents(tuple(arrivals), tuple(changes), file_name, headings or {})


def _change(person: ListedResident, values: Values, block: Block) -> ListedChange:
    content = _content(values, person)
    stay = None if person.stay is None else _stay(values, person.stay, block)
    return ListedChange(
        person.resident_id,
        person.version,
        None if content == person.content else content,
        person.stay_id,
        person.stay_version,
        None if stay == person.stay else stay,
    )
