"""A page whose form is too tall to stand under its list shows it beside it, at any text size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFormLayout

from openblock.features.roster.ui.entries_page import Entries
from openblock.features.roster.ui.side_page import SidePage
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.table_model import Column
from openblock.ui.theme import apply


def made(qtbot) -> SidePage:
    entries = Entries(
        columns=(Column("Name", lambda row: row),),
        key=lambda row: row,
        read=lambda: ("gate", "block"),
        fill=lambda row: {"name": row or ""},
        save=lambda _row, _values: None,
        remove=lambda _row: None,
        removable=lambda _row: True,
        remove_words="Remove",
    )
    page = SidePage(entries, Form((Field("name", "Name", TextEdit()),)))
    qtbot.addWidget(page)
    page.resize(900, 400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_the_form_stands_right_of_the_list(qtbot, qapp):
    page = made(qtbot)
    form_left = page.form.mapTo(page, QPoint(0, 0)).x()
    table = page.table
    assert form_left > table.mapTo(page, QPoint(table.width(), 0)).x()


@pytest.mark.parametrize(("percent", "wraps"), [(100, False), (200, True)])
def test_with_large_text_a_label_stands_over_its_field(qtbot, qapp, percent, wraps):
    apply(qapp, percent=percent)
    try:
        page = made(qtbot)
        rows = page.form.layout()
        assert (rows.rowWrapPolicy() == QFormLayout.RowWrapPolicy.WrapAllRows) is wraps
    finally:
        apply(qapp)
