"""What the command line understands, and what it says when it cannot."""

import subprocess
import sys

import pytest

import openblock
from openblock.cli import main
from openblock.cli.arguments import parse
from openblock.cli.door import password_of, who
from openblock.entry import entrance
from openblock.errors import KnownError
from openblock.i18n import set_language
from openblock.storage.keys import add_slot


@pytest.fixture(autouse=True)
def speak_english():
    yield
    set_language("en")


def test_nothing_written_means_the_window_on_the_usual_file():
    arguments = parse([])
    assert (arguments.deed, arguments.database, arguments.demo) == ("", None, False)


def test_a_place_may_stand_before_or_after_the_deed():
    before = parse(["--demo", "print", "roster", "--month", "2026-11", "--output", "x"])
    after = parse(["print", "roster", "--demo", "--month", "2026-11", "--output", "x"])
    assert before.demo
    assert after.demo


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert openblock.__version__ in capsys.readouterr().out


def test_without_a_screen_it_says_how_to_print_instead(monkeypatch, capsys):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert main(["--demo", "--language", "en"]) == 2
    assert "print roster" in capsys.readouterr().err


def test_printing_loads_neither_qt_nor_the_window(tmp_path):
    code = (
        "import sys; from openblock.cli import main;"
        "main(['print','roster','--demo','--month','2026-11','--output',sys.argv[1]]);"
        "print([each for each in sys.modules if each.startswith('PySide6')])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "roster.pdf")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout.splitlines()[-1] == "[]"


def test_the_installation_proves_itself(capsys):
    assert main(["--language", "en", "self-test"]) == 0
    assert "complete" in capsys.readouterr().out


def test_a_missing_resource_is_named_by_the_self_test(monkeypatch, capsys):
    from openblock.cli import selftest

    monkeypatch.setattr(selftest, "CARRIED", (("fonts", "no-such.ttf"),))
    assert main(["--language", "en", "self-test"]) == 1
    assert "fonts/no-such.ttf" in capsys.readouterr().out


def test_the_only_officer_need_not_be_named_and_of_two_one_must_be(blank_file, monkeypatch):
    door = entrance(blank_file.path)
    assert who(door, "").name == "Anna Bērziņa"
    add_slot(blank_file.path, blank_file.dek, "Jānis Ozols", "parole parole")
    assert who(door, "jānis  OZOLS").name == "Jānis Ozols"
    monkeypatch.setattr("builtins.input", lambda: "Anna Bērziņa")
    assert who(door, "").name == "Anna Bērziņa"
    with pytest.raises(KnownError, match="no-such-officer"):
        who(door, "Nobody")


def test_the_password_is_asked_for_where_the_environment_has_none(monkeypatch):
    monkeypatch.delenv("OPENBLOCK_PASSWORD", raising=False)
    monkeypatch.setattr("openblock.cli.door.getpass", lambda question: question)
    assert "Anna" in password_of("Anna")


def test_stopping_with_ctrl_c_is_no_crash(monkeypatch, blank_file):
    monkeypatch.delenv("OPENBLOCK_PASSWORD", raising=False)

    def stop(_question):
        raise KeyboardInterrupt

    monkeypatch.setattr("openblock.cli.door.getpass", stop)
    assert main(["check", "--database", str(blank_file.path)]) == 1


@pytest.mark.parametrize("written", [["--language", "lv"], ["--language=lv"]])
def test_help_speaks_the_language_asked_for(written, capsys):
    with pytest.raises(SystemExit):
        main([*written, "--help"])
    assert "korpus" in capsys.readouterr().out.lower()


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "2026-13", "2026", "x"])
def test_a_month_no_roster_can_be_printed_for_is_not_understood(month, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(["print", "roster", "--month", month, "--output", "x"])
    assert ended.value.code == 2
    assert month in capsys.readouterr().err
