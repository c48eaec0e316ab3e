"""What the grounds give to the window: tab, figure of what is to be mended, menu line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from openblock.features.accounts.rights import may
from openblock.features.grounds.ui import menu_entries, search_source, tab_spec
from openblock.features.grounds.ui.tab import GroundsTab
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.i18n import set_language
from openblock.ui.desk import Desk
from tests.features.grounds.outside import GroundsBlock


def test_the_tab_counts_what_is_to_be_mended(desk: Desk, block: GroundsBlock) -> None:
    set_language("en")
    spec = tab_spec()
    assert (spec.key, spec.title(), spec.icon) == ("grounds", "Grounds", "grounds")
    assert spec.badge.read(desk) == (0, "0 bookings to mend")
    block.duty("agnese", 16, None)
    assert spec.badge.read(desk) == (1, "1 booking to mend")
    made = spec.make(desk)
    assert isinstance(made, GroundsTab)
    made.deleteLater()


@pytest.mark.parametrize(
    "deed",
    [
        lambda block: block.set("night_rest_from", 16 * 60),
        lambda block: block.store.run(
            open_keep_apart, OpenKeepApart(block.a, block.c, "room", "a quarrel")
        ),
    ],
)
def test_whatever_makes_a_booking_wrong_has_the_figure_read_anew(
    desk: Desk, block: GroundsBlock, deed: Callable[[GroundsBlock], object]
) -> None:
    heard: list[frozenset[str]] = []
    stop = block.store.listen(heard.append)
    deed(block)
    stop()
    badge = tab_spec().badge
    assert badge is not None
    assert badge.read(desk)[0] == 1
    assert badge.tables & heard[-1]


def test_a_trainee_sees_nothing_of_the_grounds() -> None:
    operations = [tab_spec().operation, search_source().operation]
    operations += [entry.operation for entry in menu_entries()]
    assert not any(may("trainee", operation) for operation in operations)
    assert all(may("administrator", operation) for operation in operations)
