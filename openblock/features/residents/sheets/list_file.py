"""The list of residents as a file: its columns as read and as written, and the rows of an export.

Beds are not read from it. Whether somebody may have a bed is for the rooms to judge, by sex, need,
closure and who is to be kept apart, each with its reason; a list has no place for that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from openblock import clock
from openblock.features.residents.queries.lists import ListedResident
from openblock.features.residents.rules.content import Need, Sex
from openblock.features.residents.rules.names import LONGEST_NAME
from openblock.features.residents.rules.personal_code import DIGITS, shown_code
from openblock.features.residents.sheets import words
from openblock.i18n import _, sort_key
from openblock.importing import readers
from openblock.importing.cells import Cell, Unreadable, heading_key
from openblock.importing.columns import Column
from openblock.importing.export import Value
from openblock.importing.names import name_columns, one_name_columns
from openblock.importing.readers import Reader

BLANKS = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", "nav", "Nav", "n/a", "N/A"})
_SEXES: Mapping[str, Sequence[str]] = {
    Sex.FEMALE: ("Sieviete", "Siev.", "Sieviešu", "S", "Woman", "Female", "F"),
    Sex.MALE: ("Vīrietis", "Vīr.", "Vīriešu", "V", "Man", "Male", "M"),
}
_NEEDS: Mapping[str, Sequence[str]] = {
    Need.ACCESSIBLE: ("pieejama telpa", "pieejama", "ratiņkrēsls", "accessible", "wheelchair"),
    Need.NON_SMOKING: ("nesmēķētājiem", "nesmēķētājs", "nesmēķētāji", "non-smoking", "non-smoker"),
    Need.LOWER_BED: ("apakšējā gulta", "apakšējā gultasvieta", "lower bunk", "lower bed"),
    Need.NEAR_POST: ("pie posteņa", "tuvu postenim", "tuvu dežūrpostenim", "near post"),
    Need.OWN_TOILET: ("sava tualete", "tualete", "own toilet"),
}


def sex_reader() -> Reader:
    """Reads V and S, vīrietis and sieviete, M and F, or the programme's own words."""
    return readers.one_of(_SEXES, words.sex)


def needs_reader() -> Reader:
    """Reads needs, or what a room offers, one after another."""
    return readers.some_of(_NEEDS, lambda need: words.needs((need,)))


def residents_columns(prisons: Sequence[str] = ()) -> tuple[Column, ...]:
    """The columns of the list in the order they are exported, then those only read.

    ``prisons`` are the names an origin may have.
    """
    return (
        *_name_columns(),
        *_person_columns(),
        *_stay_columns(prisons),
        *one_name_columns(LONGEST_NAME),
    )


def _name_columns() -> tuple[Column, ...]:
    return (
        *name_columns(LONGEST_NAME),
        Column(
            "personal_code",
            lambda: _("Personal code"),
            ("Personas kods", "Pers kods", "PK", "Personal code", "Personal identity number"),
            _personal_code,
            empty="",
            when_empty="keep",
            blanks=BLANKS,
        ),
    )


def _person_columns() -> tuple[Column, ...]:
    return (
        Column(
            "birth_date",
            lambda: _("Born on"),
            ("Dzimšanas datums", "Dzimis", "Dzimusi", "Dz dat", "Birth date", "Date of birth"),
            readers.day,
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "sex",
            lambda: _("Sex"),
            ("Dzimums", "Dz", "Sex", "Gender"),
            sex_reader(),
            words.sex,
            empty="",
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "needs",
            lambda: _("Needs"),
            ("Vajadzības", "Vajag", "Īpašas vajadzības", "Needs", "Special needs"),
            needs_reader(),
            words.needs,
            empty=(),
            blanks=BLANKS,
        ),
    )


def _stay_columns(prisons: Sequence[str]) -> tuple[Column, ...]:
    return (
        Column(
            "admitted",
            lambda: _("Admitted"),
            ("Uzņemts", "Uzņemta", "Uzņemšanas datums", "Ieradās", "Ierašanās", "Admitted"),
            readers.moment,
            _shown_moment,
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "admitted_from",
            lambda: _("Admitted from"),
            ("Uzņemts no", "Uzņemta no", "No kurienes", "No cietuma", "Cietums", "Admitted from"),
            _prison_reader(prisons),
            empty="",
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "sentence_start",
            lambda: _("Sentence from"),
            ("Soda sākums", "Termiņa sākums", "Sods no", "Sentence start", "Sentence from"),
            readers.day,
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "sentence_end",
            lambda: _("Sentence until"),
            ("Soda beigas", "Termiņa beigas", "Sods līdz", "Sentence end", "Sentence until"),
            readers.day,
            when_empty="keep",
            blanks=BLANKS,
        ),
    )


def _personal_code(cell: Cell) -> str:
    """A code as typed; one that lost its first zero to a spreadsheet is told from a short one."""
    written = str(readers.text(40)(cell))
    digits = written.replace("-", "").replace(" ", "")
    if digits.isdecimal() and len(digits) == DIGITS - 1 and not isinstance(cell, bool):
        raise Unreadable("cell-lost-zero", shown=written)
    return written


def _prison_reader(names: Sequence[str]) -> Reader:
    by_key = {heading_key(name): name for name in names}
    plain = readers.text(LONGEST_NAME)

    def read(cell: Cell) -> str:
        written = str(plain(cell))
        key = heading_key(written)
        if key in by_key:
            return by_key[key]
        nearest = get_close_matches(key, by_key, n=1, cutoff=0.4)
        facts = {"shown": written[:40], "nearest": by_key[nearest[0]] if nearest else ""}
        raise Unreadable("list-prison-unknown", **facts)

    return read


def wall_moment(moment: datetime) -> date | datetime:
    """An instant by the block's wall clock as a cell has it: at midnight a day alone."""
    wall = clock.local(moment).replace(tzinfo=None, second=0, microsecond=0)
    return wall if wall.hour or wall.minute else wall.date()


def _shown_moment(moment: date | datetime | None) -> Value:
    return f"{moment:%d.%m.%Y %H:%M}" if isinstance(moment, datetime) else moment


def residents_list_head(*, codes: bool = False) -> tuple[str, ...]:
    """The headings of an exported list; an import knows every one but the last, the bed."""
    return (*(column.title() for column in _exported(codes=codes)), _("Bed"))


def residents_list_rows(
    people: Sequence[ListedResident],
    places: Mapping[int, str],
    codes: Mapping[int, str] | None = None,
) -> tuple[tuple[Value, ...], ...]:
    """The rows of an exported list by the Latvian alphabet; codes only where they are given."""
    columns = _exported(codes=codes is not None)
    ordered = sorted(people, key=lambda each: (sort_key(each.content.name), each.resident_id))
    held = codes or {}
    return tuple(
        (
            *(_cell(column, each, held) for column in columns),
            places.get(each.resident_id, ""),
        )
        for each in ordered
    )


def _exported(*, codes: bool) -> list[Column]:
    columns = [column for column in residents_columns() if not column.gives]
    return [column for column in columns if codes or column.key != "personal_code"]


def _cell(column: Column, person: ListedResident, codes: Mapping[int, str]) -> Value:
    if column.key == "personal_code":
        return shown_code(codes.get(person.resident_id, ""))
    if column.key == "admitted_from":
        return person.admitted_from
    stay = person.stay
    if column.key == "admitted":
        return None if stay is None else _shown_moment(wall_moment(stay.admitted))
    holder: Any = stay if column.key.startswith("sentence_") else person.content
    value: Value = None if holder is None else column.write(getattr(holder, column.key))
    return value
