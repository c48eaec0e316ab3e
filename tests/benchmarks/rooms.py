"""(e) Search against the bare query, (f) the clash check with a decade behind it against none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

from sqlalchemy import event

from openblock import clock
from openblock.features.accounts.rights import Role, may
from openblock.features.residents.queries import find_residents
from openblock.features.rooms.commands import PlaceResident, Why, place_resident
from openblock.features.rooms.queries import find_beds, occupancy, risks_of_placing
from openblock.migrations.upgrade import create, newest
from openblock.storage.keys import create_keys
from openblock.storage.store import Actor, Store, open_store
from tests.benchmarks.country import NOW, fill
from tests.benchmarks.figures import Figure, in_turns, milliseconds

PEOPLE, DECADE, YEAR = 3_500, 250_000, 500
ROUNDS = 25
TYPED = ("ber", "kalnins", "zagars janis", "ozolins-vit")
WRONG = "berzirs"


@contextmanager
def country(people: int, assignments: int) -> Iterator[Store]:
    """A file with so many residents and assignments, its administrator signed in."""
    folder = Path(tempfile.mkdtemp(prefix="openblock-country-"))
    path = folder / "country.openblock"
    made = create_keys(path, "Anna", "maize un piens")
    create(path, made.dek)
    store = open_store(path, made.dek, may=may, newest=newest())
    store.sign_in(Actor(1, "Anna", Role.ADMINISTRATOR, "lv"))
    try:
        fill(store, people, assignments)
        yield store
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _search(store: Store) -> float:
    return sum(milliseconds(lambda t=typed: store.read(find_residents, t, NOW)) for typed in TYPED)


def _asked(store: Store) -> list[tuple[str, tuple[object, ...]]]:
    """The statements a search sends, with their values: the same question without the programme."""
    sent: list[tuple[str, tuple[object, ...]]] = []

    def note(_c: object, _cursor: object, statement: str, values: object, *_more: object) -> None:
        if "folded" in statement and isinstance(values, tuple):
            sent.append((statement, values))

    event.listen(store.engine, "before_cursor_execute", note)
    _search(store)
    event.remove(store.engine, "before_cursor_execute", note)
    return sent


def _bare(store: Store, asked: list[tuple[str, tuple[object, ...]]]) -> float:
    """The bare queries, one after the other, their rows fetched."""
    with store.engine.execution_options(readonly=True).connect() as connection:
        cursor = connection.connection.cursor()

        def ask() -> None:
            for statement, values in asked:
                cursor.execute(statement, values).fetchall()

        return milliseconds(ask)


def _judge(store: Store) -> float:
    """The whole check of a move, as a dialog asks for it: nothing is written."""
    request = PlaceResident(3, 390, NOW + timedelta(hours=1), Why("commission"))
    return milliseconds(lambda: store.read(risks_of_placing, request))


def _move(store: Store) -> float:
    """A move and its undo, written and logged."""
    request = PlaceResident(3, 390, NOW + timedelta(hours=1), Why("commission"))

    def there_and_back() -> None:
        done = store.run(place_resident, request)
        if done.undo is None:
            raise RuntimeError("a move that cannot be undone")
        store.run(done.undo.command, done.undo.request, undoes=True)

    return milliseconds(there_and_back)


def measure() -> list[Figure]:
    with ExitStack() as stack:
        stack.enter_context(clock.standing_at(NOW))
        large = stack.enter_context(country(PEOPLE, DECADE))
        small = stack.enter_context(country(PEOPLE, YEAR))
        asked = _asked(large)
        bare, found = in_turns([lambda: _bare(large, asked), lambda: _search(large)], ROUNDS)
        wrong = in_turns([lambda: milliseconds(lambda: large.read(find_residents, WRONG, NOW))], 9)
        few, many = in_turns([lambda: _judge(small), lambda: _judge(large)], ROUNDS)
        short, long = in_turns([lambda: _move(small), lambda: _move(large)], ROUNDS)
        beds = in_turns([lambda: milliseconds(lambda: large.read(occupancy, NOW))], 9)
        finder = in_turns([lambda: milliseconds(lambda: large.read(find_beds, 3, NOW))], 9)
    return [
        _figure("e", "search of 3,500 people ÷ the bare SQL query", found, bare, 1.5),
        Figure("e", "search with one wrong letter", wrong[0], aim=50, unit=" ms"),
        _figure("f", "clash check, 250,000 assignments ÷ 500", many, few, 1.5),
        _figure("f", "move and undo, 250,000 assignments ÷ 500", long, short, 1.5),
        Figure("f", "every bed of 400 at an instant", beds[0], aim=100, unit=" ms"),
        Figure("f", "finder over 400 beds", finder[0], aim=100, unit=" ms"),
    ]


def _figure(letter: str, what: str, ours: float, theirs: float, aim: float) -> Figure:
    return Figure(letter, what, ours / theirs, aim, f"{ours:.2f} ms ÷ {theirs:.2f} ms")
