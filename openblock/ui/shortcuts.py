"""Every keyboard shortcut of the programme, in one place; what each does is said beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

#: Key of an action → the sequences that do it, the usual one first.
SEQUENCES: dict[str, tuple[str, ...]] = {
    "tab": ("Alt+1",),
    "next-tab": ("Ctrl+Tab", "Ctrl+PgDown"),
    "previous-tab": ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
    "search": ("Ctrl+K",),
    "menu": ("F10", "Alt+M"),
    "print": ("Ctrl+P",),
    "print-shift": ("Ctrl+Shift+P",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "refresh": ("F5",),
    "close-message": ("Ctrl+Shift+M",),
    "lock": ("Ctrl+Shift+L",),
    "change-officer": ("Ctrl+Shift+O",),
    "back-up": ("Ctrl+Shift+B",),
    "zoom-in": ("Ctrl++", "Ctrl+="),
    "zoom-out": ("Ctrl+-",),
    "zoom-reset": ("Ctrl+0",),
    "language": ("Ctrl+Shift+G",),
    "theme": ("Ctrl+Shift+T",),
    "manual": ("F1",),
    "shortcuts": ("Ctrl+/",),
    "close": ("Ctrl+Q",),
    "cell-move": ("Left", "Right", "Up", "Down"),
    "cell-clear": ("Del",),
    "cell-copy": ("Ctrl+C",),
    "cell-paste": ("Ctrl+V",),
    "earlier": ("Alt+PgUp",),
    "later": ("Alt+PgDown",),
    "today": ("Alt+Home",),
    "week": ("Alt+W",),
    "cycle": ("Ctrl+L",),
    "absence": ("Ctrl+B",),
    "substitute": ("Ctrl+U",),
    "swap-duties": ("Ctrl+G",),
    "call-out": ("Ctrl+Shift+I",),
    "publish": ("Ctrl+Shift+U",),
    "explain": ("F4",),
    "versions": ("Ctrl+Shift+V",),
    "exchanges": ("Ctrl+Shift+X",),
    "fairness": ("Ctrl+Shift+F",),
    "bar-walk": ("Left", "Right", "Up", "Down"),
    "bar-open": ("Return", "Enter", "Shift+F10"),
    "bar-move": ("M",),
    "bar-stretch": ("S",),
    "bar-cancel": ("Del",),
    "board-today": ("Home",),
    "rooms-plan": ("Alt+P",),
    "rooms-board": ("Alt+B",),
    "rooms-table": ("Alt+T",),
    "next-floor": ("Alt+Up",),
    "previous-floor": ("Alt+Down",),
    "place-resident": ("Ctrl+M",),
    "swap-residents": ("Ctrl+J",),
    "hold-bed": ("R",),
    "close-bed": ("C",),
    "vacate-bed": ("V",),
    "problems": ("F9",),
    "next-problem": ("F8",),
    "previous-problem": ("Shift+F8",),
    "course": ("Alt+C",),
    "confirm-hours": ("Ctrl+H",),
    "trainee-card": ("Ctrl+Return",),
    "to-mentors": ("Ctrl+Down",),
    "to-trainees": ("Ctrl+Up",),
    "find-in-list": ("Ctrl+F",),
    "add-entry": ("Ctrl+N",),
    "import-list": ("Ctrl+I",),
    "export-list": ("Ctrl+E",),
    "change-entry": ("F2",),
    "entry-up": ("Ctrl+Shift+Up",),
    "entry-down": ("Ctrl+Shift+Down",),
    "release-resident": ("Ctrl+R",),
    "add-note": ("Ctrl+T",),
    "show-code": ("Ctrl+D",),
    "grounds-week": ("Alt+A",),
    "grounds-day": ("Alt+D",),
    "grounds-table": ("Alt+L",),
    "choose-area": ("Alt+V",),
    "find-free": ("Alt+F",),
    "close-area": ("Alt+S",),
    "calendar-walk": ("Left", "Right", "Up", "Down"),
    "calendar-select": ("Shift+Up", "Shift+Down"),
    "calendar-open": ("Return", "Enter"),
    "calendar-next": ("Tab", "Shift+Tab"),
    "calendar-move": ("Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down"),
    "calendar-stretch": ("Alt+Shift+Down", "Alt+Shift+Up"),
    "calendar-cancel": ("Del",),
    "calendar-tick": ("Space",),
    "earlier-group": ("Ctrl+1",),
    "repeat-booking": ("Ctrl+Shift+R",),
    "hours-below": ("Ctrl+Shift+D",),
    "group-out": ("F6",),
    "group-back": ("F7",),
    "group-missing": ("Ctrl+Shift+N",),
    "booking-extend": ("Ctrl+Shift+E",),
    "booking-supervisor": ("Ctrl+Shift+S",),
    "booking-approve": ("Ctrl+Shift+A",),
    "save-form": ("Return",),
    "leave-form": ("Esc",),
    "save-pdf": ("Ctrl+S",),
    "open-pdf": ("Ctrl+O",),
}


def sequences(key: str) -> tuple[QKeySequence, ...]:
    """All sequences of an action; KeyError when nobody listed it."""
    return tuple(QKeySequence(text) for text in SEQUENCES[key])


def sequence(key: str) -> QKeySequence:
    """The usual sequence of an action; KeyError when nobody listed it."""
    return sequences(key)[0]


def native(key: str) -> str:
    """The usual sequence as the keyboard is labelled: Ctrl+Shift+L."""
    return sequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def hint(words: str, key: str) -> str:
    """A tooltip: the words and, after them, the shortcut."""
    return f"{words} ({native(key)})"


def bind(key: str, widget: QWidget) -> tuple[QShortcut, ...]:
    """Shortcuts for every sequence of ``key`` in ``widget``'s window, to be connected."""
    made = []
    for each in sequences(key):
        shortcut = QShortcut(each, widget)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        made.append(shortcut)
    return tuple(made)
