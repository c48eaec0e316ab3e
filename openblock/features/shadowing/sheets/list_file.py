"""The list of trainees as a file: its columns as read and as written, and the rows of an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from openblock.features.shadowing.queries.entries import ItemRow, TraineeRow
from openblock.features.shadowing.rules.courses import LONGEST_GROUP
from openblock.features.shadowing.words import item_name
from openblock.features.staff.rules import LIMITS
from openblock.i18n import _, sort_key
from openblock.importing import readers
from openblock.importing.columns import Column
from openblock.importing.export import Value
from openblock.importing.names import name_columns, one_name_columns

BLANKS = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}", "nav", "Nav", "n/a", "N/A"})
# How lists of the Training Centre head the usual items; an item of the block's own is its name.
_HEADS: Mapping[str, tuple[str, ...]] = {
    "briefing": ("Instruktāža", "Ievadinstruktāža", "Instruktāžas datums", "Briefing"),
    "confidentiality": (
        *("Konfidencialitātes apliecinājums", "Konfidencialitāte", "Apliecinājums"),
        *("Confidentiality", "Confidentiality statement"),
    ),
    "work_safety": (
        *("Darba drošība", "Darba drošības instruktāža", "Darba aizsardzība"),
        *("Work safety", "Safety at work"),
    ),
}


def item_key(item_id: int) -> str:
    """The name of a clearance item's value."""
    return f"item {item_id}"


def trainees_columns(items: Sequence[ItemRow]) -> tuple[Column, ...]:
    """The columns in the order they are exported, then those only read; one for each item."""
    return (
        *name_columns(LIMITS["surname"]),
        *_learning_columns(),
        *map(_item_column, items),
        *one_name_columns(LIMITS["surname"]),
    )


def _learning_columns() -> tuple[Column, ...]:
    return (
        Column(
            "group",
            lambda: _("Group"),
            ("Grupa", "Mācību grupa", "Grupas nosaukums", "Grupas Nr", "Group", "Class"),
            readers.text(LONGEST_GROUP),
            empty="",
            blanks=BLANKS,
        ),
        Column(
            "phone",
            lambda: _("Phone"),
            ("Tālrunis", "Tālruņa numurs", "Tālr", "Mob tālr", "Telefons", "Phone", "Mobile"),
            readers.text(LIMITS["phone"]),
            empty="",
            blanks=BLANKS,
        ),
        Column(
            "left_on",
            lambda: _("Gave up on"),
            ("Pārtrauca", "Pārtrauca mācības", "Izstājās", "Atskaitīts", "Atskaitīta", "Left on"),
            readers.day,
            blanks=BLANKS,
        ),
    )


def _item_column(item: ItemRow) -> Column:
    name = item_name(item.code, item.name)
    return Column(
        item_key(item.item_id),
        lambda: item_name(item.code, item.name),
        (name, *_HEADS.get(item.code, ())),
        readers.day,
        blanks=BLANKS,
    )


def trainees_list_head(items: Sequence[ItemRow]) -> tuple[str, ...]:
    """The headings of an exported list; an import knows every one but the last, the course."""
    return (*(column.title() for column in _exported(items)), _("Course"))


def trainees_list_rows(
    rows: Sequence[TraineeRow], items: Sequence[ItemRow]
) -> tuple[tuple[Value, ...], ...]:
    """The rows of an exported list, course by course and by the Latvian alphabet."""
    columns = _exported(items)
    ordered = sorted(rows, key=lambda row: (sort_key(row.course), sort_key(row.name)))
    return tuple(
        (*(values_of(row, items)[column.key] for column in columns), row.course) for row in ordered
    )


def _exported(items: Sequence[ItemRow]) -> list[Column]:
    return [column for column in trainees_columns(items) if not column.gives]


def values_of(row: TraineeRow, items: Sequence[ItemRow]) -> dict[str, str | date | None]:
    """What is stored of a trainee, by column."""
    content = row.content
    return {
        "surname": content.surname,
        "given_name": content.given_name,
        "group": content.group,
        "phone": content.phone,
        "left_on": content.left_on,
        **{item_key(item.item_id): content.clearances.get(item.item_id) for item in items},
    }
