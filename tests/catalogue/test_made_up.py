"""Every screen in a made-up language: no word without a catalogue, no word cut off."""

from __future__ import annotations

import contextlib
import re

import pytest
from babel.dates import get_day_names, get_month_names
from PySide6.QtWidgets import QWidget

from openblock.features.shadowing.rules.codes import mentor_codes
from openblock.i18n import speaking
from openblock.needs import PACKAGES
from openblock.resources import resource
from openblock.ui.shortcuts import SEQUENCES
from tests.catalogue.seen import MadeUp, cut_off, untranslated, words_in_sight
from tests.rig import at_the_door, demonstration, meet, settle
from tests.scenes import EVERYONE, SCENES, VIEWS, scenes_of, views_of

_WORD = re.compile(r"[^\W\d_]{2,}")
# What is the same in every language: names of things, formats, keys, languages' own names.
_SAME = (
    "OpenBlock PDF CSV XLSX EN LV Latviešu English Python Qt PySide6_Essentials MIT BSD LGPL "
    "Apache zlib PSF ZeroDivisionError Enter Return Ctrl Shift Alt PgUp PgDown Home End Esc Del "
    "Inter Noto"
)


def same_everywhere() -> set[str]:
    found = _words(_SAME) | _words(" ".join(PACKAGES.values()))
    found |= _words(" ".join(text for texts in SEQUENCES.values() for text in texts))
    for language in ("en", "lv"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for names in (get_month_names, get_day_names):
                    found |= _words(" ".join(names(width, context, language).values()))
    found |= {"mo", "tu", "we", "th", "fr", "sa", "su", "pk", "sv", "gada"}
    return found


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def in_the_file(window) -> set[str]:
    """Every word somebody typed: names, ranks, posts, reasons; they are not the programme's."""
    # The lists that are imported in some of the scenes are somebody's own files as well.
    lists = (resource("samples", f"{name}-with-faults.csv") for name in ("officers", "trainees"))
    found = _words(" ".join(each.read_text(encoding="utf-8-sig") for each in lists))
    with window.desk.store.engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in tables.fetchall():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):  # noqa: S608
                found |= _words(" ".join(value for value in row if isinstance(value, str)))
        people = connection.exec_driver_sql(
            "SELECT id, surname, given_name FROM officers WHERE is_mentor"
        )
        # The letters mentors are planned by are their initials.
        found |= _words(" ".join(mentor_codes(tuple(each) for each in people).values()))
    return found


def every_screen(window, who, look):
    """Hand every tab and every dialog of ``who`` to ``look(key, widget)``."""
    for spec in window.workplace.specs:
        window.workplace.open_tab(spec.key)
        settle(20)
        look(spec.key, window)
    for view in views_of(who):
        view.show(window)
        look(f"{view.tab}-{view.key}", window)
        view.clear(window)
    for scene in scenes_of(window, who):

        def visit(dialog: QWidget, key: str = scene.key) -> None:
            settle(20)
            look(key, dialog)

        try:
            meet(lambda scene=scene: scene.open(window), visit)
        except AssertionError as fault:
            raise AssertionError(scene.key) from fault


@contextlib.contextmanager
def spoken(words, who):
    """The window of ``who``, every screen made anew in the made-up language."""
    with demonstration(who) as window, speaking(words):
        window.looks.language_changed.emit()
        settle(20)
        yield window


@pytest.mark.parametrize("who", EVERYONE)
def test_every_word_comes_from_the_catalogue_and_none_is_cut_off_at_twice_its_length(who, qapp):
    strange: set[str] = set()
    cut: set[str] = set()
    with spoken(MadeUp(), who) as window:
        data = same_everywhere() | in_the_file(window)

        def look(key: str, screen: QWidget) -> None:
            cut.update(f"{key}: {each}" for each in cut_off(screen))
            for where, text in words_in_sight(screen):
                left = untranslated(text, data)
                if left:
                    strange.add(f"{key}: {where}: {left}")

        every_screen(window, who, look)
    assert not strange, "\n".join(sorted(strange))
    assert not cut, "\n".join(sorted(cut))


def test_the_door_speaks_only_from_the_catalogue(qapp, tmp_path):
    with at_the_door(tmp_path / "none.openblock") as window, speaking(MadeUp()):
        window.looks.language_changed.emit()
        settle(50)
        left = [untranslated(text, same_everywhere()) for _where, text in words_in_sight(window)]
    assert [each for each in left if each] == []


def test_every_scene_and_every_view_has_a_name_of_its_own():
    assert len({scene.key for scene in SCENES}) == len(SCENES)
    assert len({(view.tab, view.key) for view in VIEWS}) == len(VIEWS)
