"""The list of rooms as a file: its columns as read and as written, and the rows of an export."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openblock.features.residents.rules.content import Sex
from openblock.features.residents.sheets.list_file import BLANKS, needs_reader
from openblock.features.residents.sheets.words import needs
from openblock.features.rooms.queries import BuildingRow, FloorRow, RoomRow, SectionRow
from openblock.features.rooms.rules.content import RoomKind
from openblock.features.rooms.rules.house import (
    CODE_LENGTH,
    LABEL_LENGTH,
    LARGEST_AREA,
    MOST_BEDS,
    NAME_LENGTH,
)
from openblock.features.rooms.words import for_whom
from openblock.i18n import _, language, p_
from openblock.importing import readers
from openblock.importing.cells import Cell, Unreadable, one_line
from openblock.importing.columns import Column
from openblock.importing.export import Value

_SEXES: Mapping[str, Sequence[str]] = {
    Sex.ANY: ("Visiem", "Jebkuram", "Jebkuriem", "Kopēja", "Any", "Anyone", "For anyone"),
    Sex.FEMALE: ("Sievietēm", "Sieviešu", "Sieviete", "Siev.", "S", "Women", "Female", "F"),
    Sex.MALE: ("Vīriešiem", "Vīriešu", "Vīrietis", "Vīr.", "V", "Men", "Male", "M"),
}
_KINDS: Mapping[str, Sequence[str]] = {
    RoomKind.LIVING: ("Dzīvojamā", "Dzīvojamā telpa", "Istaba", "Living", "Living room"),
    RoomKind.OTHER: ("Cita", "Cita telpa", "Palīgtelpa", "Other", "Other room"),
}
_COUNT = re.compile(r"(\d{1,3})(?:\s*(?:gult\w*|beds?|vietas?))?\.?", re.IGNORECASE)
_RANGE = re.compile(r"([A-Za-z])\s?[-\u2013]\s?([A-Za-z])")
_UNITS = ("m2", "m²", "kv.m", "kv. m", "kv.m.", "sq m")


@dataclass(frozen=True, slots=True)
class PlacedRoom:
    """A stored room with all that it is in."""

    building: BuildingRow
    floor: FloorRow
    section: SectionRow
    room: RoomRow


def placed_rooms(buildings: Sequence[BuildingRow]) -> Iterator[PlacedRoom]:
    """Every room of the house, in the order of the house."""
    for building in buildings:
        for floor in building.floors:
            for section in floor.sections:
                for room in section.rooms:
                    yield PlacedRoom(building, floor, section, room)


def kind_word(kind: str) -> str:
    """Whether people live in a room."""
    return {
        str(RoomKind.LIVING): p_("kind of room", "living"),
        str(RoomKind.OTHER): p_("kind of room", "other"),
    }.get(kind, kind)


def rooms_columns(*, several_buildings: bool = False) -> tuple[Column, ...]:
    """The columns of the list, in the order they are exported."""
    return (
        *_place_columns(several_buildings=several_buildings),
        *_name_columns(),
        *_fitting_columns(),
    )


def _place_columns(*, several_buildings: bool) -> tuple[Column, ...]:
    return (
        Column(
            "building",
            lambda: _("Building"),
            ("Ēka", "Korpuss", "Ēkas nosaukums", "Building"),
            readers.text(NAME_LENGTH),
            when_empty="keep",
            needed=several_buildings,
            blanks=BLANKS,
        ),
        Column(
            "floor",
            lambda: _("Floor"),
            ("Stāvs", "Stāva nosaukums", "Floor", "Storey"),
            readers.text(NAME_LENGTH),
            needed=True,
        ),
        Column(
            "section",
            lambda: _("Section"),
            ("Nodaļa", "Nodaļas nosaukums", "Sekcija", "Section"),
            readers.text(NAME_LENGTH),
            needed=True,
        ),
        Column(
            "section_sex",
            lambda: _("Section is for"),
            ("Nodaļa ir", "Nodaļas dzimums", "Nodaļa kam", "Section sex", "Section is for"),
            readers.one_of(_SEXES, for_whom),
            for_whom,
            when_empty="keep",
            blanks=BLANKS,
        ),
    )


def _name_columns() -> tuple[Column, ...]:
    return (
        Column(
            "code",
            lambda: _("Room"),
            (
                "Telpa",
                "Telpas numurs",
                "Telpas Nr",
                "Istaba",
                "Numurs",
                "Nr",
                "Room",
                "Room number",
            ),
            readers.text(CODE_LENGTH),
            empty="",
            needed=True,
        ),
        Column(
            "kind",
            lambda: _("Kind"),
            ("Veids", "Telpas veids", "Kind", "Room kind"),
            readers.one_of(_KINDS, kind_word),
            kind_word,
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "name",
            lambda: _("Name"),
            ("Nosaukums", "Telpas nosaukums", "Name", "Room name"),
            readers.text(NAME_LENGTH),
            empty="",
            blanks=BLANKS,
        ),
    )


def _fitting_columns() -> tuple[Column, ...]:
    return (
        Column(
            "sex",
            lambda: _("Room is for"),
            ("Telpa ir", "Telpas dzimums", "Dzimums", "Kam", "Room sex", "Sex", "Room is for"),
            readers.one_of(_SEXES, for_whom),
            for_whom,
            empty="",
            blanks=BLANKS,
        ),
        Column(
            "area",
            lambda: _("Area, m²"),
            ("Platība", "Platība m2", "m2", "Area", "Area m2"),
            readers.hundredths(LARGEST_AREA, _UNITS),
            area_text,
            when_empty="keep",
            blanks=BLANKS,
        ),
        Column(
            "attributes",
            lambda: _("Attributes"),
            ("Īpašības", "Aprīkojums", "Attributes", "Features"),
            needs_reader(),
            needs,
            empty=(),
            blanks=BLANKS,
        ),
        Column(
            "beds",
            lambda: _("Beds"),
            ("Gultas", "Gultasvietas", "Gultu skaits", "Gultasvietu skaits", "Vietas", "Beds"),
            _beds,
            ", ".join,
            when_empty="keep",
            blanks=BLANKS,
        ),
    )


def floor_key(name: str) -> str:
    """A floor as it is compared: 1, 1. and 1. stāvs are the same one."""
    numbers = re.findall(r"\d+", name)
    return numbers[0] if len(numbers) == 1 else name.casefold()


def floor_name(name: str) -> str:
    """What a new floor is called; a bare number is the floor of that number."""
    bare = re.fullmatch(r"(\d{1,2})\.?", name)
    return _("Floor {number}").format(number=bare.group(1)) if bare else name


def _beds(cell: Cell) -> int | tuple[str, ...]:
    """A number of beds, or their labels: 4, A B C D, A–D."""
    written = one_line(str(readers.text(200)(cell)))
    if counted := _COUNT.fullmatch(written):
        number = int(counted.group(1))
        if number > MOST_BEDS:
            raise Unreadable("list-no-beds", shown=written[:40], most=MOST_BEDS)
        return number
    if between := _RANGE.fullmatch(written):
        first, last = (ord(letter.upper()) for letter in between.groups())
        labels = [chr(place) for place in range(first, last + 1)]
    else:
        labels = [label.strip() for label in re.split(r"[,;/]", written) if label.strip()]
        # A sentence is no row of labels.
        if len(labels) == 1 and all(len(word) <= 3 for word in written.split()):
            labels = written.split()
    if not labels or len(labels) > MOST_BEDS or max(map(len, labels)) > LABEL_LENGTH:
        raise Unreadable("list-no-beds", shown=written[:40], most=MOST_BEDS)
    return tuple(labels)


def area_text(area: int) -> str:
    """Hundredths of a square metre as they are written; nothing where nobody has measured."""
    if not area:
        return ""
    sign = "," if language() == "lv" else "."
    return f"{area // 100}{sign}{area % 100:02d}".rstrip("0").rstrip(sign)


def rooms_list_head() -> tuple[str, ...]:
    """The headings of an exported list; an import knows every one."""
    return tuple(column.title() for column in rooms_columns())


def rooms_list_rows(buildings: Sequence[BuildingRow]) -> tuple[tuple[Value, ...], ...]:
    """The rows of an exported list, in the order of the house."""
    columns = rooms_columns()
    return tuple(
        tuple(column.write(values_of(each)[column.key]) for column in columns)
        for each in placed_rooms(buildings)
    )


def values_of(placed: PlacedRoom) -> Mapping[str, Any]:
    """A stored room as the importer compares it."""
    content = placed.room.content
    names = ("code", "kind", "name", "sex", "area", "attributes", "beds")
    return {
        "building": placed.building.content.name,
        "floor": placed.floor.content.name,
        "section": placed.section.content.name,
        "section_sex": placed.section.content.sex,
        **{name: getattr(content, name) for name in names},
    }
