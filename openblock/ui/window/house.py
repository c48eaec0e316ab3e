"""What the programme gives to the window, so that the window knows no feature by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtWidgets import QWidget

from openblock.storage.store import Store
from openblock.ui.block import Block
from openblock.ui.preferences import WORKSTATION, Preferences, default_path
from openblock.ui.tab import MenuEntry, TabSpec


@dataclass(frozen=True, slots=True)
class Left:
    """Whose work was locked and where: the sign-in page says it beside that officer."""

    account_id: int
    at: datetime
    tab_title: str


@dataclass(frozen=True, slots=True)
class Doorway:
    """What the sign-in page may ask of the window it stands in.

    ``signed_in(store)`` hands over an open store with its actor; ``speak(language)`` and
    ``paint(theme)`` change the workstation's own language and theme (the page is made anew);
    ``left`` is set when an officer locked and may come back; ``changing`` says that another
    officer is expected (Change officer).
    """

    signed_in: Callable[[Store], None]
    speak: Callable[[str], None]
    paint: Callable[[str], None]
    close: Callable[[], None]
    left: Left | None = None
    changing: bool = False


def _no_block(_store: Store | None) -> Block:
    return Block()


def _five_minutes(_store: Store) -> int:
    return 5


def _no_menu() -> tuple[MenuEntry, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class House:
    """The rooms of the programme as the window needs them.

    ``block(store)`` reads name and kind (store is None before anybody signed in), ``may(role,
    operation)`` the rights, ``idle_minutes(store)`` the minutes without a key or the mouse after
    which the window locks (1-15), ``release(store)`` drops the key and the connections; ``backups``
    is how the window backs up, None where there is nothing to back up (the demonstration).
    """

    specs: tuple[TabSpec, ...]
    sign_in_page: Callable[[Doorway], QWidget]
    may: Callable[[str, str], bool]
    release: Callable[[Store], None]
    menu: tuple[MenuEntry, ...] = field(default_factory=_no_menu)
    block: Callable[[Store | None], Block] = _no_block
    idle_minutes: Callable[[Store], int] = _five_minutes
    preferences: Preferences = field(
        default_factory=lambda: Preferences(default_path(), WORKSTATION)
    )
