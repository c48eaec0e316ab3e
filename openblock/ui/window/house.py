"""What the programme gives to the window, so that the window knows no feature by name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from openblock.errors import KnownError
from openblock.storage.keeper import Keeper
from openblock.storage.manifest import Backup
from openblock.storage.store import Actor, Store
from openblock.ui.block import Block
from openblock.ui.desk import Desk
from openblock.ui.preferences import WORKSTATION, Preferences, default_path
from openblock.ui.search.source import SearchSource
from openblock.ui.tab import MenuEntry, TabSpec
from openblock.ui.theme import THEMES
from openblock.ui.window.counts import Counts

LANGUAGE, THEME, TEXT_SIZE = "language", "theme", "text_size"


@dataclass(frozen=True, slots=True)
class Look:
    """How one officer has the programme: language, theme and text size in per cent."""

    language: str
    theme: str = "light"
    text_size: int = 100


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


def look_from(preferences: Preferences, language: str) -> Look:
    """The look kept in ``preferences``; what is unknown there counts as the usual."""
    theme = preferences.prefer(THEME, "light")
    size = preferences.prefer(TEXT_SIZE, 100)
    return Look(
        str(preferences.prefer(LANGUAGE, language)),
        theme if theme in THEMES else "light",
        size if isinstance(size, int) else 100,
    )


def keep_look_in(preferences: Preferences, look: Look) -> None:
    """Keep ``look`` for the next start."""
    preferences.remember(LANGUAGE, look.language)
    preferences.remember(THEME, look.theme)
    preferences.remember(TEXT_SIZE, look.text_size)


def _look(desk: Desk) -> Look:
    return look_from(desk.preferences, desk.actor.language)


def _keep_look(desk: Desk, look: Look) -> None:
    keep_look_in(desk.preferences, look)


def _no_block(_store: Store | None) -> Block:
    return Block()


def _five_minutes(_store: Store) -> int:
    return 5


def _no_keeper(_store: Store) -> Keeper | None:
    return None


def release(store: Store) -> None:
    """Sign out and close: the key and the connections are gone afterwards, come what may."""
    try:
        with suppress(KnownError):
            store.sign_out()
    finally:
        store.close()


def _workstation() -> Preferences:
    return Preferences(default_path(), WORKSTATION)


@dataclass(frozen=True, slots=True)
class House:
    """The rooms of the programme as the window needs them.

    ``block(store)`` reads name and kind (store is None before anybody signed in), ``may(role,
    operation)`` the rights, ``idle_minutes(store)`` the minutes without a key or the mouse after
    which the window locks (1-15), ``release(store)`` drops the key and the connections.
    ``keeper(store)`` takes the backups, None where there is nothing to back up (the
    demonstration); ``restore(backup, file, key, actor)`` puts one back once the file is closed.
    ``search_sources`` are what Ctrl+K looks through, in the order in which equals stand.
    ``counts`` are the unit's figures in the status bar.
    ``usual_tab`` is shown to who has not arranged otherwise; empty: the first.
    ``look`` and ``keep_look`` say how the officer has the programme.
    """

    specs: tuple[TabSpec, ...]
    sign_in_page: Callable[[Doorway], QWidget]
    may: Callable[[str, str], bool]
    menu: tuple[MenuEntry, ...] = ()
    search_sources: tuple[SearchSource, ...] = ()
    usual_tab: str = ""
    counts: Counts | None = None
    release: Callable[[Store], None] = release
    block: Callable[[Store | None], Block] = _no_block
    idle_minutes: Callable[[Store], int] = _five_minutes
    keeper: Callable[[Store], Keeper | None] = _no_keeper
    restore: Callable[[Backup, Path, bytes, Actor], None] | None = None
    look: Callable[[Desk], Look] = _look
    keep_look: Callable[[Desk, Look], None] = _keep_look
    preferences: Preferences = field(default_factory=_workstation)
