"""Every screen there is, each with the way to it; a feature with a new dialog adds it here.

Those of the roster, of practice and of the grounds are many, and stand in files of their own.

The gallery photographs them, and the made-up-language tests read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAction

from openblock import clock
from openblock.app.restoring import RestoreAtDoor
from openblock.features.residents.queries import residents
from openblock.features.rooms.queries import find_rooms, occupancy
from openblock.features.rooms.ui.opening import open_import as open_rooms_import
from openblock.features.rooms.ui.opening import open_past, open_set_up
from openblock.resources import resource
from openblock.ui.crash import CrashDialog
from openblock.ui.window.main import MainWindow
from tests.duty_scenes import DUTY_SCENES, DUTY_VIEWS
from tests.grounds_scenes import GROUNDS_SCENES
from tests.grounds_views import GROUNDS_VIEWS
from tests.practice_scenes import PRACTICE_SCENES
from tests.practice_views import PRACTICE_VIEWS, duty_with_a_trainee, number
from tests.rig import ADMINISTRATOR, NEWCOMER, PLANNER, TRAINEE, meet, settle
from tests.scenery import Place, Scene, View, page, paper, shown

# Menu lines that show no screen of their own, by their place from the end: closing the programme.
_CLOSES = 1


VIEWS: tuple[View, ...] = (
    View("card", "residents", lambda window: {"resident_id": person(window, "Dižozols")}),
    View("upstairs", "rooms", lambda window: {"view": "plan", "room_id": room(window, "203")}),
    View("board", "rooms", lambda _window: {"view": "board"}),
    View("table", "rooms", lambda _window: {"view": "table"}),
    *DUTY_VIEWS,
    *PRACTICE_VIEWS,
    *GROUNDS_VIEWS,
)


def person(window: MainWindow, surname: str) -> int:
    """The number of one of the demonstration's residents."""
    people = window.desk.store.read(residents, clock.now(), with_discharged=True)
    return next(each.resident_id for each in people if each.surname == surname)


def room(window: MainWindow, code: str) -> int:
    """The number of one of the demonstration's rooms."""
    found = window.desk.store.read(find_rooms, code)
    return found[0].room_id


def bed(window: MainWindow, name: str) -> int:
    """The number of one of the demonstration's beds."""
    held = window.desk.store.read(occupancy, clock.now()).buildings
    return next(
        each.bed_id
        for building in held
        for floor in building.floors
        for place in floor.rooms
        for each in place.beds
        if f"{place.code} {each.label}" == name
    )


def _card(window: MainWindow, surname: str, deed: str) -> None:
    """Open somebody's card and do one of its deeds."""
    register = page(window, "residents")
    register.go_to({"resident_id": person(window, surname)})
    settle(30)
    register.do(deed)


def _deeds(window: MainWindow):
    return page(window, "rooms").deeds


SCENES: tuple[Scene, ...] = (
    Scene("residents-admit", lambda window: page(window, "residents").admit()),
    Scene("residents-edit", lambda window: _card(window, "Dižozols", "edit")),
    Scene("residents-stay", lambda window: _card(window, "Dižozols", "stay")),
    Scene("residents-release", lambda window: _card(window, "Ķimele", "release")),
    Scene("residents-withdraw", lambda window: _card(window, "Kaijaks", "withdraw")),
    Scene("residents-readmit", lambda window: _card(window, "Gulbītis", "readmit")),
    Scene("residents-cancel", lambda window: _card(window, "Atvasars", "cancel")),
    Scene("residents-mark", lambda window: _card(window, "Dižozols", "mark")),
    Scene("residents-apart", lambda window: _card(window, "Dižozols", "apart")),
    Scene("residents-import", lambda window: page(window, "residents").import_list()),
    Scene("residents-export", lambda window: page(window, "residents").export_list()),
    Scene("residents-paper", lambda window: paper(window, "residents")),
    Scene("rooms-place", lambda window: _deeds(window).place(person(window, "Vēlziemis"))),
    Scene("rooms-move", lambda window: _deeds(window).place(person(window, "Dižozols"))),
    Scene(
        "rooms-swap",
        lambda window: _deeds(window).swap(person(window, "Dižozols"), person(window, "Ābelkoks")),
    ),
    Scene("rooms-vacate", lambda window: _deeds(window).vacate(person(window, "Dižozols"))),
    Scene("rooms-close", lambda window: _deeds(window).close("room", room(window, "208"))),
    Scene("rooms-hold", lambda window: _deeds(window).hold(bed(window, "201 B"))),
    Scene(
        "rooms-past",
        lambda window: open_past(window.desk, page(window, "rooms"), room(window, "103")),
    ),
    Scene("rooms-paper", lambda window: paper(window, "rooms")),
    Scene(
        "rooms-set-up",
        lambda window: open_set_up(window.desk, page(window, "rooms")),
        who=ADMINISTRATOR,
    ),
    Scene(
        "rooms-import",
        lambda window: open_rooms_import(window.desk, page(window, "rooms")),
        who=ADMINISTRATOR,
    ),
    Scene("menu", lambda window: window.workplace.menu_wanted.emit()),
    Scene("roster-paper", lambda window: paper(window, "roster")),
    Scene("staff-import", lambda window: page(window, "staff").open_import()),
    Scene(
        "staff-import-faults",
        lambda window: page(window, "staff").open_import(
            resource("samples", "officers-with-faults.csv")
        ),
    ),
    Scene("staff-export", lambda window: page(window, "staff").export_button.click()),
    Scene("roster-cycle", lambda window: page(window, "roster").open_cycle()),
    Scene("roster-settings", lambda window: page(window, "roster").open_settings()),
    Scene("roster-keep-problem", lambda window: _keep_a_problem(page(window, "roster"))),
    Scene("crash", lambda window: shown(CrashDialog("OpenBlock 0.1.0\nZeroDivisionError", window))),
    Scene(
        "restore-at-door",
        lambda window: shown(RestoreAtDoor(Path("nowhere.openblock"), window)),
    ),
    *DUTY_SCENES,
    *PRACTICE_SCENES,
    *GROUNDS_SCENES,
)


def _keep_a_problem(roster) -> None:
    roster.keep_problem(
        next(
            each
            for each in roster.shown.problems
            if each.accepted is None and each.problem.severity == "warning"
        )
    )


def menu_lines(window: MainWindow) -> list[QAction]:
    """The lines of the menu that open something; the last closes the programme."""
    found: list[QAction] = []
    meet(window.workplace.menu_wanted.emit, lambda menu: found.extend(menu.actions()))
    return [action for action in found if not action.isSeparator()][:-_CLOSES]


def menu_scenes(window: MainWindow, who: str) -> Iterator[Scene]:
    """A scene for each line of the menu that ``who`` has; the menu is made anew for each."""
    for line in range(len(menu_lines(window))):
        # One line prints the tab on show, and not every tab has a sheet.
        page(window, "roster")
        action = menu_lines(window)[line]
        yield Scene(f"menu-{who}-{line + 1}", lambda _window, action=action: action.trigger(), who)


def scenes_of(window: MainWindow, who: str) -> Iterator[Scene]:
    """Every scene ``who`` can see: what the menu opens, and what is listed above."""
    yield from menu_scenes(window, who)
    yield from (each for each in SCENES if each.who == who)


def views_of(who: str) -> Iterator[View]:
    """Every view ``who`` can see."""
    return (each for each in VIEWS if who in each.who)


def _sheets_of_a_trainee(window: MainWindow) -> Place:
    return {"card": number(window, "Ābeltiņa")}


# Where a tab offers more sheets, or fuller ones, than at its first look.
SHEET_PLACES = {"shadowing": _sheets_of_a_trainee, "roster": duty_with_a_trainee}

EVERYONE = (PLANNER, ADMINISTRATOR, TRAINEE, NEWCOMER)
