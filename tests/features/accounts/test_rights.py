"""SEC-01: what is not in the table is refused, in the store and not in the screens."""

from __future__ import annotations

import importlib.util
import inspect
import pkgutil

import pytest

from openblock import features
from openblock.errors import NotAllowed
from openblock.features.accounts import commands, queries
from openblock.features.accounts.rights import DOOR, RIGHTS, Role, may
from openblock.storage.log import LogFilter
from openblock.storage.store import operation_of


def operations(kind):
    """Every public function of every feature's commands or queries, as the store names it."""
    for feature in pkgutil.iter_modules(features.__path__):
        name = f"openblock.features.{feature.name}.{kind}"
        if importlib.util.find_spec(name) is None:
            continue  # a feature that only reads has no commands
        root = importlib.import_module(name)
        places = [root.__name__]
        places += [
            each.name
            for each in pkgutil.walk_packages(getattr(root, "__path__", ()), places[0] + ".")
        ]
        for place in places:
            module = importlib.import_module(place)
            for _name, function in inspect.getmembers(module, inspect.isfunction):
                if function.__module__ == place and not function.__name__.startswith("_"):
                    yield function


def commands_of_all_features():
    for function in operations("commands"):
        parameters = list(inspect.signature(function).parameters)
        if (
            len(parameters) == 2
            and parameters[0] == "work"
            and "Done" in str(inspect.signature(function).return_annotation)
        ):
            yield function


@pytest.mark.parametrize("command", tuple(commands_of_all_features()), ids=operation_of)
def test_every_command_of_every_feature_has_its_roles(command):
    assert RIGHTS[operation_of(command)]


@pytest.mark.parametrize("role", tuple(Role))
def test_a_command_nobody_wrote_down_is_refused_to_every_role(role):
    assert not may(role, "roster.burn_everything")
    assert not may(role, "")


def test_a_role_nobody_wrote_down_may_do_nothing():
    assert not any(may("wizard", operation) for operation in RIGHTS)
    assert not any(may("", operation) for operation in RIGHTS)


def test_at_the_door_only_the_three_questions_of_the_door_are_asked():
    assert {operation for operation in RIGHTS if may(DOOR, operation)} == {
        "accounts.account_of_slot",
        "accounts.administrators",
        "accounts.set_up",
    }


@pytest.mark.parametrize(
    ("role", "allowed", "refused"),
    [
        ("duty_officer", "roster.month_roster", "roster.change_cells"),
        ("senior_officer", "roster.change_cells", "accounts.add_account"),
        ("practice_coordinator", "staff.officers", "staff.change_officer"),
        ("programme_coordinator", "staff.officers", "roster.lay_cycle"),
        ("administrator", "accounts.change_setting", "accounts.account_of_slot"),
        ("auditor", "accounts.log_rows", "accounts.change_setting"),
        ("trainee", "roster.roster", "staff.officers"),
    ],
)
def test_each_role_may_what_the_table_says_and_no_more(role, allowed, refused):
    assert may(role, allowed)
    assert not may(role, refused)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_a_command_sent_past_the_screens_is_refused_and_logged(store_as, role):
    store = store_as(role)
    with pytest.raises(NotAllowed):
        store.run(commands.change_setting, commands.ChangeSetting("idle_minutes", 9))
    store.sign_out()
    administrator = store_as("administrator")
    (refusal,) = administrator.read(queries.log_rows, LogFilter(operation="refused"))
    assert (refusal.role, refusal.details["operation"]) == (role, "accounts.change_setting")
    assert administrator.read(queries.settings)["idle_minutes"] == 5


def test_reading_the_log_is_refused_to_a_duty_officer_and_logged(store_as):
    with pytest.raises(NotAllowed):
        store_as("duty_officer").read(queries.log_rows, LogFilter())
    rows = store_as("auditor").read(queries.log_rows, LogFilter(operation="refused"))
    assert [row.details["operation"] for row in rows] == ["accounts.log_rows"]
