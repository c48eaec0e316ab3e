"""Areas as the search finds them."""

from __future__ import annotations

from openblock.features.accounts.rights import Role, may
from openblock.features.grounds.ui.finding import search_source
from openblock.ui.desk import Desk
from tests.features.grounds.outside import GroundsBlock


def test_an_area_is_found_without_its_marks_and_opens_the_tab_on_it(
    desk: Desk, block: GroundsBlock
) -> None:
    (hit,) = search_source().find(desk, "darzs")
    assert (hit.title, hit.tab, hit.place) == ("Dārzs", "grounds", {"area_id": block.garden})
    assert search_source().find(desk, "nowhere") == ()


def test_a_trainee_finds_no_areas() -> None:
    assert not may(Role.TRAINEE, search_source().operation)
