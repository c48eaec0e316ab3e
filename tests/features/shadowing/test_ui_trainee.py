"""TR-15 in the window: a trainee sees the roster and the own practice, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from openblock.app.programme import Programme
from openblock.errors import NotAllowed
from openblock.features.accounts.rights import RIGHTS, Role, may
from openblock.features.shadowing.queries import (
    find_trainees,
    practice_grid,
    trainee_card,
    trainees,
)
from openblock.ui import theme
from openblock.ui.desk import Desk
from openblock.ui.preferences import WORKSTATION, Preferences
from openblock.ui.search.finding import Finder
from openblock.ui.window.workplace import Workplace
from tests.features.shadowing.practising import ELINA, NOW, TODAY
from tests.rig import settle


@pytest.fixture
def house():
    return Programme(Path("none.openblock"), Preferences(None, WORKSTATION)).house()


@pytest.fixture
def workplace(qapp, qtbot, block, house):
    theme.apply(qapp, "light", 100)
    block.sign_in(ELINA, "trainee")
    desk = Desk(block.store, may=may)
    made = Workplace(desk, house.specs, house.search_sources)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    yield made
    desk.worker.close()
    desk.close()


def test_a_trainee_has_the_tabs_roster_and_my_practice(workplace):
    assert [spec.key for spec in workplace.specs] == ["roster", "own-practice"]
    workplace.open_tab("shadowing", {"trainee_id": 3})
    workplace.open_tab("own-practice")
    assert workplace.pages.key == "own-practice"
    assert workplace.tab_title() == "My practice"


def test_the_staff_has_no_tab_of_an_own_practice(house):
    for role in set(Role) - {Role.TRAINEE}:
        keys = {spec.key for spec in house.specs if may(role, spec.operation)}
        assert "own-practice" not in keys


def test_a_trainee_finds_nobody_and_has_no_field_to_search_in(workplace, house):
    assert workplace.header.search_field.isHidden()
    assert Finder(workplace.desk, house.search_sources).sources == ()


def test_the_menu_of_a_trainee_holds_the_own_account_and_no_lists(workplace, house):
    may_open = {
        entry.operation
        for entry in house.menu
        if entry.operation and workplace.desk.may(entry.operation)
    }
    assert not any(
        operation.startswith(("shadowing.", "residents.", "rooms.", "staff."))
        for operation in may_open
    )


@pytest.mark.parametrize(
    ("query", "arguments"),
    [
        (trainees, ()),
        (find_trainees, ("balode",)),
        (trainee_card, (1, NOW)),
        (practice_grid, (TODAY, TODAY, NOW)),
    ],
)
def test_the_store_itself_refuses_what_the_window_does_not_offer(block, query, arguments):
    block.sign_in(ELINA, "trainee")
    with pytest.raises(NotAllowed):
        block.store.read(query, *arguments)


def test_of_practice_a_trainee_may_read_the_own_and_write_nothing():
    allowed = {name for name, roles in RIGHTS.items() if Role.TRAINEE in roles}
    assert {name for name in allowed if name.startswith("shadowing.")} == {"shadowing.own_practice"}
    assert {name.partition(".")[0] for name in allowed} == {"accounts", "roster", "shadowing"}


def test_the_roster_shows_a_trainee_nobody_beside_the_officers(block, workplace):
    workplace.open_tab("roster")
    settle()
    page = workplace.pages.page
    assert page is not None
    words = " ".join(
        str(page.grid.model.index(row, column).data(role) or "")
        for row in range(page.grid.model.rowCount())
        for column in range(page.grid.model.columnCount())
        for role in (0, 3)
    )
    assert "Lācis" in words
    for name in ("Zariņa", "Balode", "Straume"):
        assert name not in words
