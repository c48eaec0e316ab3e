"""The gates themselves: what pyproject.toml promises is what the checks are told."""

from __future__ import annotations

import re
import tomllib

from openblock.needs import PACKAGES
from tests.architecture.house import ROOT

TEXT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
SETTINGS = tomllib.loads(TEXT)


def test_the_start_names_every_package_the_programme_needs():
    needed = {
        re.split(r"[<>=; ]", each)[0]
        for each in SETTINGS["project"]["dependencies"]
        if "sys_platform" not in each
    }
    assert set(PACKAGES.values()) == needed


def test_every_ignored_lint_rule_has_its_reason():
    block = re.search(r"^ignore = \[\n(.*?)^\]", TEXT, re.DOTALL | re.MULTILINE)
    assert block is not None
    lines = [line for line in block[1].splitlines() if line.strip().startswith('"')]
    grouped = {"D102", "D103", "D105", "D106", "D107", "TC002", "TC003"}  # told with the first
    bare = [line for line in lines if "#" not in line and line.strip(' ",') not in grouped]
    assert bare == []


def test_types_are_strict_and_complexity_is_bounded():
    tools = SETTINGS["tool"]
    assert tools["mypy"]["strict"]
    assert tools["ruff"]["lint"]["mccabe"]["max-complexity"] <= 8
    assert tools["ruff"]["line-length"] == 100


def test_a_warning_or_a_passing_known_fault_fails_the_suite():
    told = SETTINGS["tool"]["pytest"]["ini_options"]
    assert told["filterwarnings"][0] == "error"
    assert told["xfail_strict"]
    assert told["qt_log_level_fail"] == "WARNING"
