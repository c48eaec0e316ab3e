"""A half written note: it keeps its card on screen, and survives a lock."""

from __future__ import annotations

from collections.abc import Callable

from openblock.features.residents.commands import AddNote, add_note
from openblock.features.residents.ui.card import NOTES, Card
from openblock.features.residents.ui.drafts import NOTE, Half, HalfTyped
from openblock.i18n import _
from openblock.ui.desk import Action, Desk, Notice

UNSAVED = "residents.unsaved"


class NoteGuard:
    """Sends the card's note, and asks before another card takes its place."""

    def __init__(self, desk: Desk, card: Callable[[], Card]) -> None:
        self._desk = desk
        self._card = card
        self._half = HalfTyped(desk, NOTE)

    def save(self, kind: str, text: str, corrects_id: int | None) -> None:
        """Write the note about the person shown; raises KnownError."""
        shown = self._card().shown
        if shown is not None:
            said = _("Note written: {name}").format(name=shown.row.name)
            request = AddNote(shown.row.resident_id, kind, text, corrects_id)
            self._desk.attempt(add_note, request, said)
            self._over()

    def holds(self, wanted: int) -> bool:
        """Whether the note keeps the card from giving way to ``wanted``; then the bar asks."""
        card = self._card()
        if card.shown is None or card.shown.row.resident_id == wanted or not card.notes.dirty:
            return False
        card.open_section(NOTES)
        words = _("The note about {name} is not saved yet.").format(name=card.shown.row.name)
        actions = (Action(_("Save"), self._finish), Action(_("Do not save"), self._drop))
        self._desk.notify(Notice("warning", words, actions, word=_("Not saved"), key=UNSAVED))
        return True

    def keep(self) -> None:
        """The window locks: keep what is written and not saved."""
        card = self._card()
        if card.shown is not None and card.notes.dirty:
            self._half.keep(Half("note", card.shown.row.resident_id, card.notes.typed()))

    def put_back(self, open_card: Callable[[int], object]) -> None:
        """Show the note again as the lock interrupted it."""
        half = self._half.kept()
        if half is None or half.resident_id is None:
            return
        open_card(half.resident_id)
        card = self._card()
        card.open_section(NOTES)
        card.notes.type_in(dict(half.typed))
        card.notes.write()

    def _finish(self) -> None:
        self._card().notes.save()

    def _drop(self) -> None:
        self._card().notes.clear()
        self._over()

    def _over(self) -> None:
        self._desk.withdraw(UNSAVED)
        self._half.forget()
