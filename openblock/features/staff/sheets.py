"""The staff list as a file: its columns, what an import of it would do, and its rows for export."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from openblock.errors import Problem
from openblock.features.staff.commands import ImportOfficers, OfficerChange
from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.rules import (
    HIGHEST_TEAM,
    LIMITS,
    Bearers,
    OfficerContent,
    fold,
    problems_of,
)
from openblock.i18n import _, sort_key
from openblock.importing import readers
from openblock.importing.columns import Column
from openblock.importing.export import Value
from openblock.importing.names import name_columns, one_name_columns
from openblock.importing.preview import Intake, Preview, Stored, Values

_DASHES = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}"})


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 - a column hands on the value it holds
    return _("yes") if value else _("no")


def staff_columns() -> tuple[Column, ...]:
    """The columns of a staff list in the order they are exported, then those only read."""
    return (
        *(*_who_columns(), *_service_columns(), *_date_columns()),
        *(*_mentor_columns(), *one_name_columns(LIMITS["surname"])),
    )


def _who_columns() -> tuple[Column, ...]:
    return (
        Column(
            "badge",
            lambda: _("Badge"),
            (
                *("Dienesta apliecības numurs", "Dienesta apliecības Nr", "Dienesta apl Nr"),
                *("Apliecības numurs", "Apliecības Nr", "Apliecība"),
                *("Žetona numurs", "Žetona Nr", "Žetons"),
                *("Tabeles numurs", "Tabeles Nr", "Badge number", "Badge", "Service number"),
            ),
            readers.text(LIMITS["badge"]),
            empty="",
            needed=True,
        ),
        *name_columns(LIMITS["surname"]),
        Column(
            "rank",
            lambda: _("Rank"),
            ("Dienesta pakāpe", "Speciālā dienesta pakāpe", "Spec pakāpe", "Pakāpe", "Rank"),
            readers.text(LIMITS["rank"]),
            empty="",
        ),
    )


def _service_columns() -> tuple[Column, ...]:
    return (
        Column(
            "position",
            lambda: _("Position"),
            ("Amats", "Ieņemamais amats", "Amata nosaukums", "Position", "Job title"),
            readers.text(LIMITS["position"]),
            empty="",
        ),
        Column(
            "post",
            lambda: _("Post"),
            ("Postenis", "Pamatpostenis", "Post", "Default post"),
            readers.text(LIMITS["post"]),
            empty="",
        ),
        Column(
            "team",
            lambda: _("Team"),
            ("Maiņa", "Maiņas numurs", "Maiņas Nr", "Team", "Shift"),
            readers.whole_number(1, HIGHEST_TEAM, ("maiņ", "team")),
            blanks=_DASHES,
        ),
        Column(
            "phone",
            lambda: _("Phone"),
            ("Tālrunis", "Tālruņa numurs", "Tālr", "Mob tālr", "Telefons", "Phone", "Mobile"),
            readers.text(LIMITS["phone"]),
            empty="",
        ),
    )


def _date_columns() -> tuple[Column, ...]:
    return (
        Column(
            "active_from",
            lambda: _("In service from"),
            ("Dienestā no", "Dienestā kopš", "Strādā no", "Aktīvs no", "In service from", "From"),
            readers.day,
            when_empty="keep",
            blanks=_DASHES,
        ),
        Column(
            "last_day",
            lambda: _("Last day"),
            ("Dienestā līdz", "Strādā līdz", "Pēdējā diena", "Atvaļināts", "Last day", "Until"),
            readers.day,
            blanks=_DASHES,
        ),
    )


def _mentor_columns() -> tuple[Column, ...]:
    return (
        Column(
            "is_mentor",
            lambda: _("Mentor"),
            ("Mentors", "Prakses vadītājs", "Mentor"),
            readers.yes_no,
            _yes_or_no,
            empty=False,
        ),
        Column(
            "mentor_certified_until",
            lambda: _("Mentor certified until"),
            (
                *("Mentora apliecība līdz", "Mentora apliecība", "Mentora apl"),
                *("Mentora sertifikāts līdz", "Mentora sertifikāts", "Sertifikāts līdz"),
                *("Mentor certified until", "Certified until", "Certificate until"),
            ),
            readers.day,
            blanks=_DASHES,
        ),
    )


def staff_intake(rows: Sequence[OfficerRow], today: date) -> Intake:
    """What the importer needs besides the file: what is stored, defaults and rules.

    Officers are recognised by their badge. A new one serves from the first day of this month
    unless the list says otherwise, so that the present roster can be planned at once.
    """
    blank = OfficerContent("", "", "", active_from=today.replace(day=1))
    return Intake(
        columns=staff_columns(),
        identity="badge",
        folded=fold,
        stored={fold(row.badge): Stored(row.officer_id, asdict(row.content)) for row in rows},
        defaults=asdict(blank),
        judge=_judge,
    )


def _judge(
    final: Mapping[Hashable, Values],
) -> Callable[[Hashable, Values], Sequence[Problem]]:
    bearers = Bearers((owner, OfficerContent(**values)) for owner, values in final.items())

    def problems(owner: Hashable, values: Values) -> Sequence[Problem]:
        content = OfficerContent(**values)
        return (*problems_of(content), *bearers.clashes(owner, content))

    return problems


def staff_import(
    preview: Preview, file_name: str = "", headings: Mapping[str, str] | None = None
) -> ImportOfficers:
    """The request that writes what ``preview`` showed as new and changed."""
    changes = [
        OfficerChange(
            officer_id=_number_of(row.stored),
            before=None if row.stored is None else OfficerContent(**row.stored.values),
            after=OfficerContent(**row.values),
        )
        for row in preview.to_write
    ]
    return ImportOfficers(tuple(changes), file_name, headings or {})


def _number_of(stored: Stored | None) -> int | None:
    return stored.owner if stored is not None and isinstance(stored.owner, int) else None


def staff_list_head() -> tuple[str, ...]:
    """The headings of an exported list; an import knows every one of them."""
    return tuple(column.title() for column in staff_columns() if not column.gives)


def staff_list_rows(rows: Sequence[OfficerRow]) -> tuple[tuple[Value, ...], ...]:
    """The rows of an exported list, by the Latvian alphabet."""
    columns = [column for column in staff_columns() if not column.gives]
    ordered = sorted(rows, key=lambda row: (sort_key(row.name), row.badge))
    return tuple(tuple(_shown(column, row) for column in columns) for row in ordered)


def _shown(column: Column, row: OfficerRow) -> Value:
    value: Any = getattr(row, column.key)
    shown: Value = column.write(value)
    return shown
