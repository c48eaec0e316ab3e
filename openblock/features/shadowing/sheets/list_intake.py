"""What a list of trainees would do to a course, row by row, and the request that does it.

A list brings new people. Whoever is on the course already is recognised by name, of two who bear
one name by the group, and stays as entered: a row that says otherwise is a fault, for what has
happened since was entered by hand. A second person of one name is entered by hand as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openblock.errors import Problem
from openblock.features.shadowing.commands.requests import ImportTrainees
from openblock.features.shadowing.queries.entries import CourseRow, ItemRow, TraineeRow
from openblock.features.shadowing.rules.content import TraineeContent
from openblock.features.shadowing.rules.trainees import (
    cleaned_trainee,
    clearance_day_problems,
    trainee_content_problems,
)
from openblock.features.shadowing.sheets.list_file import item_key, trainees_columns, values_of
from openblock.i18n import search_key
from openblock.importing.preview import Intake, Preview, Stored, Values


@dataclass(frozen=True, slots=True)
class Roll:
    """What the block knows before the list: the course, who is on it, and the clearance items."""

    course: CourseRow
    trainees: tuple[TraineeRow, ...]
    items: tuple[ItemRow, ...]
    today: date


def trainees_intake(roll: Roll) -> Intake:
    """What the importer needs besides the file."""
    blank: Values = {
        **dict.fromkeys(("surname", "given_name", "group", "phone"), ""),
        "left_on": None,
        **dict.fromkeys(item_key(item.item_id) for item in roll.items),
    }
    return Intake(
        columns=trainees_columns(roll.items),
        identity="surname",
        folded=str,
        stored=dict(_stored(roll)),
        defaults=blank,
        judge=lambda final: _Judge(roll, final).problems,
        recognise=_keys,
        named=lambda values: f"{values['surname']} {values['given_name']}".strip(),
        settle=_settled,
    )


def _keys(given: Values) -> Sequence[str]:
    """Name and group together are surer than the name alone."""
    surname, given_name = given.get("surname"), given.get("given_name")
    if not surname or not given_name:
        return ()
    name = search_key(f"{surname} {given_name}")
    group = given.get("group")
    return (_in_group(name, group), name) if group else (name,)


def _in_group(name: str, group: str) -> str:
    return f"{name}\n{search_key(group)}"


def _stored(roll: Roll) -> Iterator[tuple[str, Stored]]:
    alike = Counter(search_key(row.name) for row in roll.trainees)
    for row in roll.trainees:
        name = search_key(row.name)
        stored = Stored(row.trainee_id, values_of(row, roll.items), row)
        yield _in_group(name, row.content.group), stored
        # Of two who bear one name neither is meant by the name alone.
        if alike[name] == 1:
            yield name, stored


def _settled(stored: Stored | None, given: Values) -> Values:
    """A name or group written with less care is the stored one; what is left empty stays."""
    if stored is None:
        return given
    settled = {key: value for key, value in given.items() if value not in (None, "")}
    for name in ("surname", "given_name", "group"):
        if search_key(str(settled.get(name, ""))) == search_key(stored.values[name]):
            settled[name] = stored.values[name]
    return settled


class _Judge:
    """The rules for each row, against everybody as the list would leave them."""

    def __init__(self, roll: Roll, final: Mapping[Hashable, Values]) -> None:
        self._roll = roll
        self._stored = {row.trainee_id: values_of(row, roll.items) for row in roll.trainees}
        self._named: dict[str, list[Hashable]] = {}
        for owner, values in final.items():
            self._named.setdefault(_name_key(values), []).append(owner)

    def problems(self, owner: Hashable, values: Values) -> Sequence[Problem]:
        """All that is wrong or doubtful with the row of ``owner``."""
        stored = self._stored.get(owner) if isinstance(owner, int) else None
        if stored is not None:
            return tuple(self._of_known(stored, values))
        return (*self._of_new(values), *self._alike(owner, values))

    @staticmethod
    def _of_known(stored: Values, values: Values) -> Iterator[Problem]:
        for key, known in stored.items():
            if values.get(key) != known:
                facts = {"name": f"{stored['surname']} {stored['given_name']}"}
                yield Problem("list-trainee-known", facts=facts, field=key)

    def _of_new(self, values: Values) -> Iterator[Problem]:
        content = cleaned_trainee(content_of(values, self._roll))
        course, today = self._roll.course.content, self._roll.today
        for each in trainee_content_problems(content, course, today):
            if each.field != "clearances":
                yield each
        for item in self._roll.items:
            yield from self._of_item(values, item)

    def _of_item(self, values: Values, item: ItemRow) -> Iterator[Problem]:
        """The problems of one item's day stand beside that item's column."""
        key = item_key(item.item_id)
        day = values.get(key)
        if day is not None:
            yield from clearance_day_problems(day, self._roll.today, key)

    def _alike(self, owner: Hashable, values: Values) -> Iterator[Problem]:
        """Somebody else bears the name: one person or two, a list cannot say."""
        same = [each for each in self._named.get(_name_key(values), ()) if each != owner]
        if same:
            facts = {"name": f"{values['surname']} {values['given_name']}"}
            yield Problem("list-trainee-alike", facts=facts, field="surname")


def _name_key(values: Values) -> str:
    return search_key(f"{values['surname']} {values['given_name']}")


def content_of(values: Values, roll: Roll) -> TraineeContent:
    """A row as the block would store it."""
    days = {item.item_id: values.get(item_key(item.item_id)) for item in roll.items}
    return TraineeContent(
        roll.course.course_id,
        values["surname"],
        values["given_name"],
        values["group"],
        values["phone"],
        values["left_on"],
        {number: day for number, day in days.items() if day is not None},
    )


def trainees_import(
    preview: Preview,
    roll: Roll,
    file_name: str = "",
    headings: Mapping[str, str] | None = None,
) -> ImportTrainees:
    """The request that writes what ``preview`` showed as new."""
    return ImportTrainees(
        roll.course.course_id,
        tuple(cleaned_trainee(content_of(row.values, roll)) for row in preview.to_write),
        file_name,
        tuple(sorted((headings or {}).items())),
    )
