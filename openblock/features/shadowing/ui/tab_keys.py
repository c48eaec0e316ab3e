"""Which key does what on the practice tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock.ui import shortcuts


def bind_keys(widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Bind ``acts`` by the names of their shortcuts, as long as the keyboard is in ``widget``."""
    for key, act in acts.items():
        for shortcut in shortcuts.bind(key, widget):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
