"""Lists of rooms read against a house, for the tests of import and export."""

from __future__ import annotations

from pathlib import Path

from openblock.features.rooms.commands.importing import import_rooms
from openblock.features.rooms.queries import house
from openblock.features.rooms.sheets.list_file import PlacedRoom, placed_rooms
from openblock.features.rooms.sheets.list_intake import rooms_import, rooms_intake
from openblock.importing.columns import guess_mapping, headed
from openblock.importing.preview import Preview, preview
from openblock.importing.table import read_table
from openblock.storage.store import Done, Store

LIST = (
    "Stāvs;Nodaļa;Nodaļa ir;Telpa;Veids;Nosaukums;Platība;Īpašības;Gultas\n"
    "1. stāvs;A;Vīriešiem;101;;;17,4 m2;nesmēķētājiem;4\n"
    "1;A;V;102;dzīvojamā;;17,4;;A-C\n"
    "1.;A;;103;cita;Dežūrpostenis;;;\n"
    "2. stāvs;B;S;201;;;12;pieejama, apakšējā gulta;A, B\n"
)


def csv(folder: Path, text: str = LIST) -> Path:
    """A list as a file."""
    path = folder / "rooms.csv"
    path.write_text(text, encoding="utf-8")
    return path


def previewed(store: Store, path: Path) -> Preview:
    """What the list would do to the house as it stands, mapped by its headings alone."""
    what = rooms_intake(store.read(house))
    file = headed(read_table(path), what.columns, {})
    return preview(file, guess_mapping(file.head, what.columns, {}), what)


def told(found: Preview) -> list[tuple[int, str, str]]:
    """Every fault as row, column letter, code."""
    return [(each.row, each.letter, each.problem.code) for each in found.faults]


def bring_in(store: Store, path: Path) -> Done:
    """Import the list as the dialog would, without a look at it."""
    request = rooms_import(previewed(store, path), store.read(house), path.name)
    return store.run(import_rooms, request)


def rooms(store: Store) -> dict[str, PlacedRoom]:
    """Every room by its number."""
    return {each.room.code: each for each in placed_rooms(store.read(house))}
