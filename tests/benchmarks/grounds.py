"""(i) Opening a week of the grounds and booking in it, with years of bookings behind or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

from openblock import clock
from openblock.features.accounts.rights import Role, may
from openblock.features.grounds.commands import BookArea, book_area
from openblock.features.grounds.queries import WeekAsked, booking_card, mending_number, week
from openblock.features.grounds.rules.content import BookingContent
from openblock.migrations.upgrade import create, newest
from openblock.storage.keys import create_keys
from openblock.storage.store import Actor, Store, open_store
from tests.benchmarks.figures import Figure, in_turns, milliseconds
from tests.benchmarks.groups import AHEAD, AREAS, MONDAY, NOW, fill

MANY, NONE = 500_000, 0
ROUNDS = 25
SUNDAY = MONDAY + timedelta(days=6)


@contextmanager
def grounds(past: int) -> Iterator[Store]:
    """A file with fifty areas, a week of bookings and so many past ones."""
    folder = Path(tempfile.mkdtemp(prefix="openblock-grounds-"))
    path = folder / "grounds.openblock"
    made = create_keys(path, "Anna", "maize un piens")
    create(path, made.dek)
    store = open_store(path, made.dek, may=may, newest=newest())
    store.sign_in(Actor(1, "Anna", Role.ADMINISTRATOR, "lv"))
    try:
        fill(store, past)
        yield store
    finally:
        store.close()
        shutil.rmtree(folder, ignore_errors=True)


def _open(store: Store, area_id: int | None) -> float:
    asked = WeekAsked(MONDAY, SUNDAY, area_id)
    return milliseconds(lambda: store.read(week, asked, NOW))


def _book(store: Store) -> float:
    """A booking and its undo, judged, written and logged."""
    start = clock.at(MONDAY + timedelta(days=2), 20 * 60)
    content = BookingContent(AREAS, start, start + timedelta(minutes=30), (1, 2, 3))
    request = BookArea(content, reason="as the benchmark wants it")

    def there_and_back() -> None:
        done = store.run(book_area, request)
        if done.undo is None:
            raise RuntimeError("a booking that cannot be undone")
        store.run(done.undo.command, done.undo.request, undoes=True)

    return milliseconds(there_and_back)


def measure(many: int = MANY) -> list[Figure]:
    sizes = f"{AREAS} areas, {many:,} past bookings ÷ {AHEAD} in all"
    with ExitStack() as stack:
        stack.enter_context(clock.standing_at(NOW))
        large, small = (stack.enter_context(grounds(each)) for each in (many, NONE))
        number = large.read(week, WeekAsked(MONDAY, SUNDAY), NOW).bookings[0].booking_id
        first = small.read(week, WeekAsked(MONDAY, SUNDAY), NOW).bookings[0].booking_id
        figures = []
        for what, long, short in (
            ("a week of one area", lambda: _open(large, 1), lambda: _open(small, 1)),
            ("a week of all areas", lambda: _open(large, None), lambda: _open(small, None)),
            ("a booking and its undo", lambda: _book(large), lambda: _book(small)),
            ("what is to be mended", lambda: _mend(large), lambda: _mend(small)),
            (
                "a booking's card",
                lambda: milliseconds(lambda: large.read(booking_card, number, NOW)),
                lambda: milliseconds(lambda: small.read(booking_card, first, NOW)),
            ),
        ):
            theirs, ours = in_turns([short, long], ROUNDS)
            parts = f"{ours:.1f} ms ÷ {theirs:.1f} ms"
            figures.append(Figure("i", f"{what}, {sizes}", ours / theirs, 1.5, parts))
    return figures


def _mend(store: Store) -> float:
    return milliseconds(lambda: store.read(mending_number, NOW))
