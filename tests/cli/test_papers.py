"""Printing without a window: the right bytes, signed in or in the demonstration, and logged."""

import io

import pypdf
import pytest

from openblock.cli import main
from openblock.entry import entrance
from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.session import FirstStart, Wanted
from openblock.i18n import set_language
from openblock.storage.log import LogFilter

PASSWORD = "maize un piens"


@pytest.fixture(autouse=True)
def speak_english():
    yield
    set_language("en")


@pytest.fixture
def block(tmp_path, monkeypatch):
    """A block as the wizard makes it; nobody is signed in, the password is in the environment."""
    path = tmp_path / "block.openblock"
    first = FirstStart(entrance(path))
    settings = {"block_name": "Paraugkorpuss"}
    first.prepare(Wanted("Anna Bērziņa", PASSWORD, PASSWORD, "lv", settings))
    first.finish().store.close()
    monkeypatch.setenv("OPENBLOCK_PASSWORD", PASSWORD)
    return path


def text_of(path):
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return "\n".join(page.extract_text() for page in pages)


def print_to(output, *more):
    return main(["print", "roster", "--month", "2026-11", "--output", str(output), *more])


def test_the_demonstration_prints_with_every_name_and_says_what_it_is(tmp_path):
    output = tmp_path / "roster.pdf"
    assert print_to(output, "--demo", "--paper", "A3", "--language", "en") == 0
    text = text_of(output)
    assert all(name in text for name in ("Ķeņģis-Rudzītis Š.", "Ģērķlauks Ž.", "Čiekurleja Ū."))
    assert "DEMONSTRATION" in text


def test_a_month_far_from_today_is_planned_in_the_demonstration_too(tmp_path):
    output = tmp_path / "roster.pdf"
    assert (
        main(
            [
                "print",
                "roster",
                "--month",
                "2028-02",
                "--demo",
                "--language",
                "en",
                "--output",
                str(output),
            ]
        )
        == 0
    )
    assert "February 2028" in text_of(output)


def test_a_block_prints_after_its_password_in_the_officers_language_and_logs_it(block, tmp_path):
    output = tmp_path / "roster.pdf"
    assert print_to(output, "--database", str(block), "--purpose", "inspection") == 0
    assert "Paraugkorpuss" in text_of(output)
    door = entrance(block)
    store = door.sign_in(door.people()[0].slot_id, PASSWORD).store
    try:
        (row,) = [each for each in _log(store) if each.operation == "disclose"]
        assert (row.purpose, row.actor) == ("inspection", "Anna Bērziņa")
        assert row.details["sheet"] == "DG-2026-11-A4"
    finally:
        store.close()


def _log(store):
    return store.read(log_rows, LogFilter())


def test_a_wrong_password_prints_nothing_and_says_so(block, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("OPENBLOCK_PASSWORD", "cita parole te")
    output = tmp_path / "roster.pdf"
    assert print_to(output, "--database", str(block), "--language", "en") == 1
    assert not output.exists()
    assert "password" in capsys.readouterr().err.lower()


def test_an_unknown_officer_is_refused_by_name(block, tmp_path, capsys):
    output = tmp_path / "roster.pdf"
    assert print_to(output, "--database", str(block), "--officer", "Nobody") == 1
    assert capsys.readouterr().err.strip()
    assert not output.exists()


def test_a_missing_file_is_named_and_none_is_made(tmp_path, capsys):
    path = tmp_path / "no.openblock"
    assert print_to(tmp_path / "x.pdf", "--database", str(path)) == 1
    assert "no.openblock" in capsys.readouterr().err
    assert not path.exists()


def test_a_folder_that_cannot_be_written_to_leaves_a_clear_message(tmp_path, capsys):
    assert print_to(tmp_path / "nowhere" / "x.pdf", "--demo", "--language", "en") == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize("month", ["2026-13", "november", "2026", "0000-01"])
def test_a_month_that_is_none_is_not_understood(tmp_path, month, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["print", "roster", "--month", month, "--demo", "--output", str(tmp_path / "x.pdf")])
    assert ended.value.code == 2
    assert "2026-11" in capsys.readouterr().err
