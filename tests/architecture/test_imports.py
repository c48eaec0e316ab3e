"""Who may import whom: the contracts of pyproject.toml hold, and each catches what it is for."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from functools import cache

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.independence import IndependenceContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import Contract

from tests.architecture.house import ROOT

configure()
KINDS: dict[str, type[Contract]] = {
    "acyclic_siblings": AcyclicSiblingsContract,
    "forbidden": ForbiddenContract,
    "independence": IndependenceContract,
    "layers": LayersContract,
    "protected": ProtectedContract,
}
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]
CONTRACTS = {each["id"]: each for each in SETTINGS["contracts"]}

# A violation sown on purpose: which contract has to catch it, who imports, what is imported.
SEEDS = (
    ("house", "openblock.storage.store", "openblock.ui.desk"),
    ("house", "openblock.storage.store", "openblock.features.staff.queries"),
    ("house", "openblock.storage.store", "openblock.printing.sheet"),
    ("house", "openblock.printing.sheet", "openblock.storage.store"),
    ("house", "openblock.importing", "openblock.storage.store"),
    ("house", "openblock.ui.desk", "openblock.features.roster.queries"),
    ("house", "openblock.clock", "openblock.storage.store"),
    ("house", "openblock.i18n", "openblock.ui.desk"),
    ("house", "openblock.schema", "openblock.migrations.upgrade"),
    ("house", "openblock.features.roster.commands", "openblock.migrations.upgrade"),
    ("house", "openblock.features.roster.ui", "openblock.app"),
    ("house", "openblock.features.staff.queries", "openblock.cli"),
    ("features", "openblock.features.accounts.commands", "openblock.features.staff.queries"),
    ("features", "openblock.features.staff.rules", "openblock.features.roster.rules"),
    ("features", "openblock.features.staff.ui", "openblock.features.roster.ui"),
    ("inside-a-feature", "openblock.features.roster.queries", "openblock.features.roster.ui"),
    ("inside-a-feature", "openblock.features.roster.tables", "openblock.features.roster.queries"),
    ("inside-a-feature", "openblock.features.roster.rules", "openblock.features.roster.tables"),
    ("inside-a-feature", "openblock.features.rooms.words", "openblock.features.rooms.queries"),
    ("inside-a-feature", "openblock.features.rooms.rules", "openblock.features.rooms.words"),
    (
        "inside-a-feature",
        "openblock.features.roster.queries",
        "openblock.features.roster.sheets_pdf",
    ),
    ("rules", "openblock.features.roster.rules", "sqlalchemy"),
    ("rules", "openblock.features.staff.rules", "PySide6"),
    ("rules", "openblock.features.staff.rules", "openblock.i18n"),
    ("rules", "openblock.features.accounts.rights", "openblock.storage.store"),
    ("no-screen-below-the-screens", "openblock.storage.store", "PySide6"),
    ("no-screen-below-the-screens", "openblock.features.roster.sheets_pdf", "openblock.ui.desk"),
    ("no-screen-below-the-screens", "openblock.demonstration", "openblock.app"),
    ("no-screen-below-the-screens", "openblock.printing.sheet", "PySide6"),
    ("qt", "openblock.cli", "PySide6"),
    ("qt", "openblock.storage.engine", "PySide6"),
    ("sqlalchemy", "openblock.ui.desk", "sqlalchemy"),
    ("sqlalchemy", "openblock.features.roster.ui", "sqlalchemy"),
    ("sqlalchemy", "openblock.features.roster.sheets", "sqlalchemy"),
    ("sqlalchemy", "openblock.app", "sqlalchemy"),
    ("tables", "openblock.features.roster.ui", "openblock.features.roster.tables"),
    ("tables", "openblock.features.roster.sheets", "openblock.features.staff.tables"),
    ("tables", "openblock.app", "openblock.features.accounts.tables"),
    ("one-sqlite", "openblock.features.roster.queries", "sqlcipher3"),
    ("one-sqlite", "openblock.cli", "sqlcipher3"),
    ("no-other-sqlite", "openblock.storage.check", "sqlite3"),
    ("no-other-sqlite", "openblock.importing", "sqlite3"),
    ("reportlab", "openblock.features.roster.sheets_pdf", "reportlab"),
    ("reportlab", "openblock.ui.desk", "reportlab"),
    ("spreadsheets", "openblock.features.staff.commands", "openpyxl"),
    ("spreadsheets", "openblock.ui.desk", "xlsxwriter"),
    ("calendars", "openblock.features.shadowing.sheets", "icalendar"),
    ("calendars", "openblock.printing.sheet", "icalendar"),
    ("daylight", "openblock.features.grounds.rules.content", "astral"),
    ("no-cycles", "openblock.storage.engine", "openblock.storage.store"),
)


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("openblock", include_external_packages=True, cache_dir=None)


def holds(contract: str, graph: grimp.ImportGraph) -> bool:
    options = {  # as import-linter reads them: it knows true and false as words only
        name: str(value) if isinstance(value, bool) else value
        for name, value in CONTRACTS[contract].items()
    }
    made = KINDS[options["type"]](
        name=options["name"],
        session_options={**SETTINGS, "root_packages": ["openblock"]},
        contract_options=options,
    )
    return bool(made.check(deepcopy(graph), verbose=False).kept)


@pytest.mark.parametrize("contract", CONTRACTS)
def test_the_contract_holds(contract):
    assert holds(contract, graph()), f"run lint-imports: {CONTRACTS[contract]['name']}"


@pytest.mark.parametrize(("contract", "importer", "wanted"), SEEDS)
def test_a_sown_violation_is_caught(contract, importer, wanted):
    sown = deepcopy(graph())
    assert importer in sown.modules, f"{importer} is gone: sow where the house still has a room"
    if wanted.partition(".")[0] == "openblock":
        assert wanted in sown.modules, f"{wanted} is gone: sow what the house still has"
    elif wanted not in sown.modules:
        sown.add_module(wanted, is_squashed=True)
    sown.add_import(importer=importer, imported=wanted)
    assert not holds(contract, sown)


def test_every_contract_has_a_sown_violation():
    assert {contract for contract, _importer, _wanted in SEEDS} == set(CONTRACTS)


def test_a_room_that_no_layer_names_is_caught():
    sown = deepcopy(graph())
    sown.add_module("openblock.helpers")
    assert not holds("house", sown)
