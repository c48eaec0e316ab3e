"""Alert marks, notes and the photograph of a person."""

from __future__ import annotations

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.residents.commands.requests import (
    AddNote,
    RemoveAlert,
    SaveAlert,
    SetPhoto,
)
from openblock.features.residents.commands.restore import Rows
from openblock.features.residents.commands.stored import resident_of
from openblock.features.residents.rules.marks import (
    alert_problems,
    note_problems,
    photo_problems,
    tidy_alert,
    tidy_note,
)
from openblock.features.residents.tables import Alert, Note, Photo
from openblock.storage.store import Done, Work


def save_alert(work: Work, request: SaveAlert) -> Done:
    """A new alert mark or other content for one; ``Done.value`` is its number.

    RuleBroken with every problem; KnownError ``alert-unknown``.
    """
    resident = resident_of(work, request.resident_id)
    content = tidy_alert(request.content)
    alert = None
    if request.alert_id is not None:
        alert = _alert(work, request.alert_id, request.version, of=resident.id)
    _refuse(alert_problems(content))
    values = {
        "kind": str(content.kind),
        "text": content.text,
        "first_day": content.first_day,
        "last_day": content.last_day,
    }
    rows = Rows(work)
    if alert is None:
        alert = Alert(resident_id=resident.id, **values)
        rows.add(alert)
    else:
        rows.change(alert, **values)
    return Done(alert.id, rows.undo())


def remove_alert(work: Work, request: RemoveAlert) -> Done:
    """Takes out an alert mark that was set by mistake; KnownError ``alert-unknown``."""
    alert = _alert(work, request.alert_id, request.version)
    resident_of(work, alert.resident_id)
    rows = Rows(work)
    rows.remove(alert)
    return Done(undo=rows.undo())


def _alert(work: Work, alert_id: int, version: int, *, of: int | None = None) -> Alert:
    alert = work.session.get(Alert, alert_id)
    if alert is None or of not in {None, alert.resident_id}:
        raise KnownError("alert-unknown")
    work.expect(alert, version)
    return alert


def add_note(work: Work, request: AddNote) -> Done:
    """Writes a note in the name of who is signed in; ``Done.value`` is its number.

    RuleBroken with every problem; KnownError ``note-unknown`` when the corrected one is not there.
    """
    resident = resident_of(work, request.resident_id)
    if request.corrects_id is not None:
        corrected = work.session.get(Note, request.corrects_id)
        if corrected is None or corrected.resident_id != resident.id:
            raise KnownError("note-unknown")
    text = tidy_note(request.text)
    _refuse(note_problems(request.kind, text))
    rows = Rows(work)
    note = Note(
        resident_id=resident.id,
        kind=str(request.kind),
        text=text,
        written_at=work.now,
        written_by=work.actor.name,
        corrects_id=request.corrects_id,
    )
    rows.add(note)
    return Done(note.id, rows.undo())


def set_photo(work: Work, request: SetPhoto) -> Done:
    """Keeps a photograph in place of the one before, or none; RuleBroken with every problem."""
    resident = resident_of(work, request.resident_id)
    _refuse(() if request.jpeg is None else photo_problems(request.jpeg))
    rows = Rows(work)
    before = work.session.get(Photo, resident.id)
    # A new row and no changed one: its bytes are not in the log, and two of one day would look
    # the same there.
    if before is not None:
        rows.remove(before)
    if request.jpeg is not None:
        rows.add(Photo(resident_id=resident.id, jpeg=request.jpeg, taken_on=work.today))
    return Done(undo=rows.undo())


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise RuleBroken(*found)
