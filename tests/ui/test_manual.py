"""The manual: every page in both languages, every link leads somewhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl

from openblock.i18n import LANGUAGES, set_language
from openblock.resources import resource
from openblock.ui.manual import ManualDialog, manual_pages, page_text, title_of

TABS = ("roster", "staff")


def test_both_languages_have_the_same_pages_in_the_same_order():
    assert manual_pages("lv") == manual_pages("en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_is_there_titled_and_in_the_contents(code):
    files = {each.stem for each in resource("manual", code).glob("*.md")}
    assert set(manual_pages(code)) == files
    for page in files:
        text = page_text(page, code)
        assert text.startswith("# ")
        assert len(text) > 300


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_link_leads_to_a_page(code):
    for page in manual_pages(code):
        for target in re.findall(r"\]\(([^)]+)\)", page_text(page, code)):
            assert target.removesuffix(".md") in manual_pages(code), f"{page}: {target}"


def test_every_tab_has_its_page():
    assert set(TABS) <= set(manual_pages("en"))


def test_it_opens_at_the_page_asked_for_and_follows_links(dressed, qtbot):
    dialog = ManualDialog("roster")
    qtbot.addWidget(dialog)
    dialog.show()
    title = title_of(page_text("roster", "en"))
    assert dialog.browser.toPlainText().startswith(title)
    assert dialog.contents.currentIndex().data() == title
    dialog.browser.anchorClicked.emit(QUrl("printing.md"))
    assert dialog.browser.toPlainText().startswith(title_of(page_text("printing", "en")))
    dialog.open_page("no-such-page")
    assert dialog.contents.currentIndex().row() == 0


def test_it_speaks_the_language_of_the_screen(dressed, qtbot):
    set_language("lv")
    dialog = ManualDialog()
    qtbot.addWidget(dialog)
    assert dialog.browser.toPlainText().startswith(title_of(page_text("index", "lv")))


def test_a_page_that_is_not_there_shows_the_contents():
    assert page_text("../../secret", "en") == page_text("index", "en")
