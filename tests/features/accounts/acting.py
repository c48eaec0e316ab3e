"""What the tests of accounts do again and again: add somebody, press a key, name a refusal."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from openblock.errors import KnownError
from openblock.features.accounts import commands, queries
from openblock.storage import keys
from openblock.storage.log import LogFilter
from tests.conftest import CHEAP

NEW = "trīs zaļi kaķi"


def code_of(act):
    """The code of the refusal that ``act`` meets."""
    with pytest.raises(KnownError) as raised:
        act()
    return raised.value.code


def deeds(store, count=9):
    """The newest operations of the log, the newest first."""
    return [row.operation for row in store.read(queries.log_rows, LogFilter(limit=count))]


def add(store, name="Bērziņš Andris", role="duty_officer"):
    """Somebody with the password ``NEW``, whose slot opens quicker than a real one would."""
    slot = keys.add_slot(store.path, store.dek, name, NEW, cost=CHEAP)
    request = commands.AddAccount(slot.slot_id, name, role, "lv")
    number = store.run(commands.add_account, request).value
    return store.read(queries.own_account, number)


def slots(block):
    """The key slots at the door of ``block``."""
    return {slot.slot_id for slot in block.entrance.people()}


def press(qtbot, page, key):
    """Press ``key`` where the keyboard is."""
    qtbot.keyClick(page.focusWidget(), key)


def typed(qtbot, page, text):
    """Type ``text`` where the keyboard is."""
    qtbot.keyClicks(page.focusWidget(), text)


def click(page, text):
    """Click the one visible button that says ``text``."""
    buttons = [each for each in page.findChildren(QAbstractButton) if each.text() == text]
    (button,) = [each for each in buttons if each.isVisible()]
    button.click()
