"""What was half typed into a form of residents, kept over a lock in the block's own file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openblock.errors import KnownError
from openblock.features.accounts.commands import (
    DiscardDraft,
    SaveDraft,
    discard_draft,
    save_draft,
)
from openblock.features.accounts.queries import own_draft
from openblock.ui.desk import Desk

FORM, NOTE = "residents.form", "residents.note"
_DAY, _MOMENT = "day", "moment"


@dataclass(frozen=True, slots=True)
class Half:
    """Which form was left half typed, about whom, and what stood in it."""

    form: str
    resident_id: int | None
    typed: Mapping[str, Any]
    subject_id: int | None = None


class HalfTyped:
    """Keeps one form over a lock under ``name``; a later one takes its place."""

    def __init__(self, desk: Desk, name: str = FORM) -> None:
        self._desk = desk
        self._name = name
        self._kept = False

    def keep(self, half: Half) -> None:
        """Keep what stands in a form that is not saved."""
        content = {
            "form": half.form,
            "resident_id": half.resident_id,
            "subject_id": half.subject_id,
            "typed": {name: _plain(value) for name, value in half.typed.items()},
        }
        self._kept = self._desk.run(save_draft, SaveDraft(self._name, content)) is not None

    def kept(self) -> Half | None:
        """What was kept, if anything was."""
        try:
            draft = self._desk.read(own_draft, self._desk.actor.account_id, self._name)
        except KnownError as refusal:
            self._desk.refuse(refusal)
            return None
        if draft is None:
            return None
        self._kept = True
        typed = {name: _rich(value) for name, value in draft["typed"].items()}
        return Half(draft["form"], draft["resident_id"], typed, draft["subject_id"])

    def forget(self) -> None:
        """The form was saved, or left on purpose."""
        if self._kept:
            self._kept = False
            self._desk.run(discard_draft, DiscardDraft(self._name))


def _plain(value: Any) -> Any:
    """A value as plain JSON: days and moments say what they are."""
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _rich(value: Any) -> Any:
    """The value again that :func:`_plain` wrote."""
    if isinstance(value, dict) and _MOMENT in value:
        return datetime.fromisoformat(value[_MOMENT])
    if isinstance(value, dict) and _DAY in value:
        return date.fromisoformat(value[_DAY])
    return tuple(value) if isinstance(value, list) else value
