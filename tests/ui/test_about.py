"""The list of shortcuts and the versions, as they can be read in the window."""

from __future__ import annotations

from openblock import __version__
from openblock.ui.about import PARTS, about_dialog, shortcuts_dialog, versions
from openblock.ui.shortcut_words import groups


def test_every_shortcut_stands_in_the_list(dressed, qtbot):
    dialog = shortcuts_dialog()
    qtbot.addWidget(dialog)
    shown = dialog.text.toPlainText()
    assert all(words in shown for group in groups() for _key, words in group.lines)
    assert "Ctrl+Shift+L" in shown


def test_versions_and_licences_are_named(dressed, qtbot):
    dialog = about_dialog()
    qtbot.addWidget(dialog)
    shown = dialog.text.toPlainText()
    assert __version__ in shown
    assert all(name in shown for name, _licence in PARTS)


def test_every_part_is_installed_here_and_so_has_a_version():
    assert [name for name, version, _licence in versions() if version == "–"] == []
