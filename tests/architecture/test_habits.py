"""The house's habits are kept, and each habit notices when it is not."""

from __future__ import annotations

import pytest

from tests.architecture import habits
from tests.architecture.house import Module, modules

# A breach sown on purpose: the habit that has to notice it, and the code that breaks it.
BREACHES = (
    (habits.says_what_it_is_for, "x = 1\n"),
    (habits.says_what_it_is_for, '"""Some things"""\n'),
    (habits.catches_only_what_it_knows, "try:\n    x()\nexcept Exception:\n    pass\n"),
    (habits.catches_only_what_it_knows, "try:\n    x()\nexcept (OSError, Exception):\n    pass\n"),
    (habits.catches_only_what_it_knows, "try:\n    x()\nexcept:\n    pass\n"),
    (habits.leaves_transactions_to_storage, "session.commit()\n"),
    (habits.leaves_transactions_to_storage, "self.work.session.rollback()\n"),
    (habits.leaves_transactions_to_storage, "with Session(engine) as session:\n    pass\n"),
    (habits.shows_models_not_items, "from PySide6.QtWidgets import QTableWidget\n"),
    (habits.shows_models_not_items, "from PySide6.QtWidgets import QTreeWidgetItem\n"),
    (habits.asks_only_the_clock, "x = datetime.now(UTC)\n"),
    (habits.asks_only_the_clock, "x = datetime.datetime.now()\n"),
    (habits.asks_only_the_clock, "x = date.today()\n"),
    (habits.asks_only_the_clock, "x = time.time()\n"),
    (habits.asks_only_the_clock, "x = QDate.currentDate()\n"),
    (habits.never_opens_the_live_file, "shutil.copyfile(source, target)\n"),
    (habits.never_opens_the_live_file, "from shutil import copy2\n"),
    (habits.uses_one_sqlite, "import sqlite3\n"),
    (habits.uses_one_sqlite, "from PySide6.QtSql import QSqlDatabase\n"),
    (habits.uses_one_sqlite, "from PySide6 import QtSql\n"),
    (habits.uses_one_sqlite, "x = importlib.import_module('sqlite3')\n"),
    (habits.stands_anywhere, "x = '/home/someone/openblock.db'\n"),
    (habits.stands_anywhere, "x = 'C:\\\\OpenBlock'\n"),
    (habits.imports_late_only_what_is_heavy, "def f():\n    import json\n"),
    (habits.translates_when_asked, "TITLE = _('Roster')\n"),
    (habits.translates_when_asked, "class A:\n    title = _('Roster')\n"),
    (habits.translates_when_asked, "def f(title=_('Roster')):\n    pass\n"),
    (habits.gives_translators_whole_words, "def f(a):\n    return _(f'{a} officers')\n"),
    (habits.gives_translators_whole_words, "def f(a):\n    return _('a' + a)\n"),
    (habits.gives_translators_whole_words, "def f(a):\n    return n_('a', a, 1)\n"),
)


@pytest.mark.parametrize("habit", habits.HABITS, ids=lambda habit: habit.__name__)
def test_the_habit_is_kept(habit):
    assert [breach for module in modules() for breach in habit(module)] == []


@pytest.mark.parametrize(("habit", "text"), BREACHES)
def test_a_sown_breach_is_noticed(habit, text):
    assert list(habit(Module("openblock/features/roster/ui/sown.py", text)))


@pytest.mark.parametrize("name", ["utils", "roster_helpers", "common", "file_manager"])
def test_a_name_that_says_nothing_is_noticed(name):
    assert list(habits.has_a_telling_name(Module(f"openblock/{name}.py", "")))


def test_every_habit_has_a_sown_breach():
    sown = {habit for habit, _text in BREACHES} | {habits.has_a_telling_name}
    assert sown == set(habits.HABITS)
