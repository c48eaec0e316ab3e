"""Lists of trainees read against a course, for the tests of import and export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openblock.features.shadowing.queries.entries import CourseRow, ItemRow, TraineeRow
from openblock.features.shadowing.rules.content import (
    USUAL_ITEMS,
    CourseContent,
    ItemKind,
    TraineeContent,
)
from openblock.features.shadowing.sheets.list_intake import Roll, trainees_intake
from openblock.importing.columns import guess_mapping, headed
from openblock.importing.preview import Preview, preview
from openblock.importing.table import read_table

TODAY = date(2026, 11, 22)
COURSE = CourseContent("2. kurss", date(2026, 9, 1), date(2026, 12, 18))
ITEMS = tuple(
    ItemRow(number, 1, ItemKind.CLEARANCE, code, "", number, True)
    for number, code in enumerate(USUAL_ITEMS[ItemKind.CLEARANCE], start=1)
)


def a_trainee(number: int, surname: str, given_name: str, group: str = "A", **facts) -> TraineeRow:
    """A trainee who is on the course already."""
    content = TraineeContent(1, surname, given_name, group, **facts)
    return TraineeRow(number, 1, content, COURSE.name, ())


def roll(*on_course: TraineeRow, items: tuple[ItemRow, ...] = ITEMS) -> Roll:
    """The course with those on it, and the usual items of clearance."""
    course = CourseRow(1, 1, COURSE, (), ("A",), len(on_course))
    return Roll(course, on_course, items, TODAY)


def previewed(path: Path, known: Roll) -> Preview:
    """What the list would do, mapped by its headings alone."""
    what = trainees_intake(known)
    file = headed(read_table(path), what.columns, {})
    return preview(file, guess_mapping(file.head, what.columns, {}), what)


def csv(folder: Path, *lines: str) -> Path:
    """A list with the usual headings as a file."""
    path = folder / "trainees.csv"
    head = "Uzvārds;Vārds;Grupa;Tālrunis;Instruktāža"
    path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
    return path


def told(found: Preview) -> list[tuple[int, str, str]]:
    """Every fault as row, column letter, code."""
    return [(each.row, each.letter, each.problem.code) for each in found.faults]
