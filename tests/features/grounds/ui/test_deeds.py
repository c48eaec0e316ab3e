"""Every deed opens its one dialog, and what is gone meanwhile is said in the message bar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog

from openblock import clock
from openblock.features.accounts.commands import SetUp, set_up
from openblock.features.accounts.rights import may
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.ui import deeds
from openblock.ui import theme
from openblock.ui.desk import Desk
from tests.features.grounds.outside import on


@pytest.mark.parametrize("deed", ["book", "repeat", "close", "find", "set_up", "cancel"])
def test_every_deed_opens_one_dialog_that_leaves_by_esc(block, desk, over, deed):
    over.show()
    draft = block.wish("garden", "a", 17)
    card = desk.read(booking_card, block.gym, clock.now())
    acts = {
        "book": lambda: deeds.book(desk, over, draft),
        "repeat": lambda: deeds.repeat(desk, over, draft),
        "close": lambda: deeds.close_area(desk, over, None, on(17, 8), on(17, 9)),
        "find": lambda: deeds.find_free(desk, over, on(17, 8), on(17, 9)),
        "set_up": lambda: deeds.set_up(desk, over),
        "cancel": lambda: deeds.cancel(desk, over, card.booking),
    }
    acts[deed]()
    (dialog,) = [each for each in over.findChildren(QDialog) if each.isVisible()]
    dialog.reject()
    assert not dialog.isVisible()


def test_an_area_that_is_gone_asks_which_one(block, desk, over):
    over.show()
    deeds.book(desk, over, replace(block.wish("garden", "a", 17), area_id=0))
    (dialog,) = [each for each in over.findChildren(QDialog) if each.isVisible()]
    assert dialog.form.fields["area_id"].value() is None
    dialog.accept()
    assert dialog.form.fields["area_id"].problem()
    dialog.reject()


def test_an_empty_block_can_be_asked_everything(qapp, store, over):
    theme.apply(qapp, "light", 100)
    store.run(set_up, SetUp("slot", "Anna Bērziņa", "en"))
    desk = Desk(store, may=may)
    over.show()
    deeds.find_free(desk, over, on(17, 8), on(17, 9))
    deeds.close_area(desk, over, None, on(17, 8), on(17, 9))
    deeds.set_up(desk, over)
    shown = [each for each in over.findChildren(QDialog) if each.isVisible()]
    assert len(shown) == 3
    for each in shown:
        each.accept()
        each.reject()
    desk.close()
