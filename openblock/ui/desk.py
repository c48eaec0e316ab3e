"""What screens talk to: the store with its refusals worded, undo and redo, and preferences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from openblock.errors import KnownError, StorageTrouble
from openblock.i18n import _
from openblock.storage.store import (
    Actor,
    Command,
    Consultation,
    Disclosure,
    Done,
    Head,
    Step,
    Store,
)
from openblock.ui.block import Block
from openblock.ui.notice import Action, Notice
from openblock.ui.preferences import Preferences
from openblock.ui.worker import Progress, Worker

__all__ = ["Action", "Block", "Desk", "Notice"]

T = TypeVar("T")

UNDO_DEPTH = 200


@dataclass(frozen=True, slots=True)
class _Undoable:
    label: str
    step: Step


def _everything(_role: str, _operation: str) -> bool:
    return True


@dataclass(slots=True)
class _History:
    undo: list[_Undoable] = field(default_factory=list)
    redo: list[_Undoable] = field(default_factory=list)


class Desk(QObject):
    """One signed-in officer's way to the store; a new desk is made at every signing in."""

    #: frozenset[str]: tables changed by a committed command; ``{"*"}`` when anything may have.
    changed = Signal(object)
    #: A sentence for the status bar: what just happened.
    said = Signal(str)
    #: KnownError for the message bar.
    refused = Signal(object)
    #: Notice for the message bar.
    noticed = Signal(object)
    #: Key of a notice that no longer holds.
    withdrawn = Signal(str)
    #: The undo or redo stack is another now.
    history_changed = Signal()
    #: Key of a tab, and a place its page understands (:meth:`openblock.ui.tab.Tab.go_to`).
    tab_wanted = Signal(str, object)
    #: The sheets of the tab on show are wanted, as with Ctrl+P.
    print_wanted = Signal()

    def __init__(
        self,
        store: Store,
        *,
        may: Callable[[str, str], bool] = _everything,
        preferences: Preferences | None = None,
        worker: Worker | None = None,
        block: Block | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.preferences = preferences or Preferences(None, "desk")
        #: The block's name and what every sheet says of it.
        self.block = block or Block()
        #: Takes a backup in the background before something large, given the reason ("import");
        #: None where there is nothing to back up.
        self.back_up_before: Callable[[str], None] | None = None
        self._may = may
        self._worker = worker
        self._history = _History()
        self._stop_listening: Callable[[], None] | None = store.listen(self.changed.emit)

    @property
    def actor(self) -> Actor:
        """Who is signed in; a desk exists only while somebody is."""
        actor = self.store.actor
        if actor is None:
            raise KnownError("signed-out")
        return actor

    @property
    def worker(self) -> Worker:
        """The one background worker."""
        if self._worker is None:
            self._worker = Worker(self)
        return self._worker

    def may(self, operation: str) -> bool:
        """Whether the signed-in role may do ``operation`` ("roster.change_cells").

        For hiding what would be refused; the store itself asks again.
        """
        return self._may(self.actor.role, operation)

    # Reading and writing

    def read(
        self,
        query: Callable[..., T],
        *args: Any,
        consult: Consultation | None = None,
        **kw: Any,
    ) -> T:
        """What ``query(session, *args)`` finds; raises KnownError (wrap screens in show)."""
        return self.store.read(query, *args, consult=consult, **kw)

    def show(self, act: Callable[[], object]) -> bool:
        """Run ``act``, which reads and shows; a refusal goes to the message bar (False)."""
        try:
            act()
        except KnownError as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def run(self, command: Command, request: object, said: str = "") -> Done | None:
        """Run one command; None when it was refused, and then the message bar says why.

        ``said`` is the status bar's sentence, and the label of what Undo takes back.
        """
        try:
            return self.attempt(command, request, said)
        except KnownError as refusal:
            self.refused.emit(refusal)
            return None

    def attempt(self, command: Command, request: object, said: str = "") -> Done:
        """As :meth:`run`, but KnownError comes back: for a form that shows it by the field."""
        done = self.store.run(command, request)
        self._history.redo.clear()
        if done.undo is not None:
            self._push(self._history.undo, _Undoable(said, done.undo))
        self.history_changed.emit()
        if said:
            self.said.emit(said)
        return done

    def consult(self, consultation: Consultation) -> Head:
        """Log that a person's data was looked at (SEC-03)."""
        return self.store.consult(consultation)

    def disclose(self, disclosure: Disclosure) -> Head:
        """Log that data leaves the programme on paper or as a file (SEC-03)."""
        return self.store.disclose(disclosure)

    def work(
        self,
        work: Callable[[Progress], T],
        finished: Callable[[T], None],
        *,
        words: str = "",
        refused: Callable[[KnownError], None] | None = None,
        owner: QObject | None = None,
    ) -> Progress:
        """Run ``work`` in the background; refusals go to the message bar unless ``refused``.

        Nobody hears of the end once ``owner``, the dialog that started it, is destroyed.
        """
        return self.worker.start(
            work, finished=finished, refused=refused or self.refuse, words=words, owner=owner
        )

    # Undo and redo: compensating commands, audited like every other

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._history.undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._history.redo)

    @property
    def undo_label(self) -> str:
        """What Undo would take back, as it was said."""
        return self._history.undo[-1].label if self._history.undo else ""

    @property
    def redo_label(self) -> str:
        """What Redo would do again, as it was said."""
        return self._history.redo[-1].label if self._history.redo else ""

    def undo(self) -> bool:
        """Take back the last command of this officer; False when there is none or it is refused."""
        what = self.undo_label
        said = _("Undone: {what}").format(what=what) if what else _("Undone.")
        return self._step(self._history.undo, self._history.redo, said)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        what = self.redo_label
        said = _("Done again: {what}").format(what=what) if what else _("Done again.")
        return self._step(self._history.redo, self._history.undo, said)

    def _step(self, source: list[_Undoable], other: list[_Undoable], said: str) -> bool:
        if not source:
            return False
        entry = source.pop()
        try:
            done = self.store.run(entry.step.command, entry.step.request, undoes=True)
        except StorageTrouble as trouble:
            # A full or busy disk passes; the step stays to be tried again.
            source.append(entry)
            self.refused.emit(trouble)
            return False
        except KnownError as refusal:
            self.history_changed.emit()
            self.refused.emit(refusal)
            return False
        if done.undo is not None:
            self._push(other, _Undoable(entry.label, done.undo))
        self.history_changed.emit()
        self.said.emit(said)
        return True

    @staticmethod
    def _push(stack: list[_Undoable], entry: _Undoable) -> None:
        stack.append(entry)
        del stack[:-UNDO_DEPTH]

    # Speaking to the officer

    def say(self, sentence: str) -> None:
        """Put a sentence into the status bar."""
        self.said.emit(sentence)

    def refuse(self, refusal: KnownError) -> None:
        """Put a refusal into the message bar."""
        self.refused.emit(refusal)

    def notify(self, notice: Notice) -> None:
        """Put news into the message bar."""
        self.noticed.emit(notice)

    def withdraw(self, key: str) -> None:
        """Take the notice with ``key`` away."""
        self.withdrawn.emit(key)

    def open_tab(self, key: str, place: Mapping[str, object] | None = None) -> None:
        """Go to another tab, and there to ``place``."""
        self.tab_wanted.emit(key, place or {})

    # Preferences of this officer

    def prefer(self, key: str, default: Any = None) -> Any:
        """What this officer arranged under ``key``, or ``default``."""
        return self.preferences.prefer(key, default)

    def remember(self, key: str, value: Any) -> None:
        """Keep an arrangement of this officer: plain values, nothing about a person."""
        self.preferences.remember(key, value)

    def close(self) -> None:
        """Forget everything of this officer: undo, redo, listeners."""
        if self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None
        self._history = _History()
        self.preferences.flush()
        self.history_changed.emit()
