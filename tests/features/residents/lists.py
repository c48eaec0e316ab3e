"""Lists of residents read against a block, for the tests of import and export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openblock import clock
from openblock.features.residents.queries import prisons
from openblock.features.residents.queries.lists import known_people
from openblock.features.residents.rules.listed import ListRules
from openblock.features.residents.sheets.list_intake import Block, residents_intake
from openblock.importing.columns import guess_mapping, headed
from openblock.importing.preview import Preview, preview
from openblock.importing.table import read_table
from openblock.storage.store import Store

MOMENT = clock.at(date(2026, 11, 22), 5 * 60 + 40)
TODAY = date(2026, 11, 22)


def block(store: Store) -> Block:
    """The block as the import sees it, the rules at their defaults."""
    people = store.read(known_people, clock.now())
    return Block(people, store.read(prisons), ListRules(TODAY, "warn", 18))


def previewed(path: Path, known: Block) -> Preview:
    """What the list would do, mapped by its headings alone."""
    what = residents_intake(known)
    file = headed(read_table(path), what.columns, {})
    return preview(file, guess_mapping(file.head, what.columns, {}), what)


def told(found: Preview) -> set[tuple[int, str, str]]:
    """Every fault as row, column letter, code; the remark that the rest goes by hand left out."""
    return {
        (each.row, each.letter, each.problem.code)
        for each in found.faults
        if each.problem.code != "list-by-hand"
    }


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A list as a file."""
    path = folder / "residents.csv"
    path.write_bytes(text.encode(encoding))
    return path
