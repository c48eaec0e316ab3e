"""A page of list and form keeps the reason for what was warned of, and only for that."""

from __future__ import annotations

import pytest

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.table_model import Column


class Shelf:
    """What a page may list: names, of which those that begin with W need a reason."""

    def __init__(self) -> None:
        self.rows: list[str] = ["apple", "pear"]
        self.reasons: list[str] = []

    def save(self, row: str | None, values: dict[str, str]) -> None:
        if values["name"].startswith("W") and len(values["reason"]) < 5:
            raise RuleBroken(Problem("practice-week-long", Severity.WARNING, {}, "name"))
        if values["name"].startswith("X"):
            raise RuleBroken(Problem("text-missing", field="name"))
        self.reasons.append(values["reason"])
        self.rows = [each for each in self.rows if each != row] + [values["name"]]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def page(qtbot, qapp, shelf: Shelf) -> ListedPage:
    entries = Entries(
        columns=(Column("Name", lambda row: row),),
        key=lambda row: row,
        read=lambda: tuple(shelf.rows),
        fill=lambda row: {"name": row or ""},
        save=shelf.save,
        remove=shelf.rows.remove,
        removable=lambda row: row != "pear",
        remove_words="Remove",
    )
    made = ListedPage(entries, Form((Field("name", "Name", TextEdit(), needed=True),)))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_an_entry_without_warnings_is_saved_without_a_reason(shelf, page):
    page.form.fields["name"].set_value("plum")
    page.save()
    assert shelf.rows[-1] == "plum"
    assert shelf.reasons == [""]
    assert page.form.fields["reason"].isHidden()


def test_a_warning_shows_the_reason_and_puts_the_keyboard_there(shelf, page):
    page.form.fields["name"].set_value("Walnut")
    page.save()
    assert shelf.reasons == []
    assert page.form.fields["reason"].editor.hasFocus()
    page.form.fields["reason"].set_value("it must be")
    page.save()
    assert shelf.reasons == ["it must be"]
    assert page.form.fields["reason"].isHidden()


def test_an_error_asks_for_no_reason(page):
    page.form.fields["name"].set_value("Xylitol")
    page.save()
    assert page.form.fields["reason"].isHidden()
    assert page.form.fields["name"].problem()


def test_another_entry_forgets_the_reason_asked_for(page):
    page.form.fields["name"].set_value("Walnut")
    page.save()
    page.table.choose("apple")
    assert page.form.fields["reason"].isHidden()
    assert page.form.fields["name"].value() == "apple"
    assert not page.unsaved


def test_only_what_may_be_removed_can_be(shelf, page):
    page.table.choose("pear")
    assert not page.remove_button.isEnabled()
    page.table.choose("apple")
    page.remove_button.click()
    assert shelf.rows == ["pear"]
