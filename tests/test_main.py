"""The programme starts from its folder, and says what has to be installed first."""

from __future__ import annotations

import runpy
import sys

import pytest

from openblock import needs
from tests.architecture.house import ROOT


def started(*arguments, monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(ROOT / "main.py"), *arguments])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "main.py"), run_name="__main__")
    return ended.value.code


def test_a_missing_package_is_named_before_anything_is_imported(monkeypatch, capsys):
    monkeypatch.setitem(needs.PACKAGES, "sqlcipher9", "sqlcipher9")
    assert started(monkeypatch=monkeypatch) == 2
    assert "sqlcipher9" in capsys.readouterr().err


def test_the_command_line_answers_from_the_folder(monkeypatch, capsys):
    assert started("--version", monkeypatch=monkeypatch) == 0
    assert "0.1.0" in capsys.readouterr().out
