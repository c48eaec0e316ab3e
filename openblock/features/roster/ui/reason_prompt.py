"""Runs a command, and asks for the reason where its refusal wants nothing but one (RO-10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.residents.ui.reasoned import REASON, ReasonedDialog
from openblock.i18n import _
from openblock.storage.store import Command, Done
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit, labelled
from openblock.ui.messages import sentences

# What was typed last, for as long as its officer is signed in: one reason often serves several
# cells of one evening. It may name a person, so it is no preference.
_last: WeakKeyDictionary[Desk, str] = WeakKeyDictionary()


def run_with_reason(
    desk: Desk,
    parent: QWidget,
    command: Command,
    request: object,
    said: str,
    *,
    suggested: str = "",
) -> Done | None:
    """Run it; where only warnings stand in the way, ask why in one field and send it again.

    None when it was refused (the message bar says why), or nobody gave a reason.
    """
    try:
        return desk.attempt(command, request, said)
    except KnownError as refusal:
        if not asks_only_why(refusal, request):
            desk.refuse(refusal)
            return None
        kept = refusal
    done: list[Done] = []

    def send(reason: str) -> None:
        done.append(desk.attempt(command, with_reason(request, reason), said))
        # What the change itself says, such as sickness, would be false of the next one.
        if reason != suggested:
            _last[desk] = reason

    filled_in = suggested or last_reason(desk)
    ReasonPrompt(kept, send, filled_in, parent).exec()
    return done[0] if done else None


def last_reason(desk: Desk) -> str:
    """What this officer gave as a reason last."""
    return _last.get(desk, "")


def asks_only_why(refusal: KnownError, request: object) -> bool:
    """Whether a reason is all that is missing, and the request has a place for it."""
    if not isinstance(refusal, RuleBroken) or not is_dataclass(request):
        return False
    warnings = all(each.severity is Severity.WARNING for each in refusal.problems)
    return warnings and any(each.name == REASON for each in fields(request))


def with_reason(request: Any, reason: str) -> Any:
    """The same request, with why."""
    return replace(request, reason=reason)


class ReasonPrompt(ReasonedDialog):
    """One field; what stands in it is selected, so that Enter takes it and typing replaces it."""

    def __init__(
        self,
        refusal: KnownError,
        send: Callable[[str], object],
        filled_in: str,
        parent: QWidget | None = None,
    ) -> None:
        hint = _("At least 5 characters; it is kept with your name")
        line = TextEdit(filled_in)
        form = Form((Field(REASON, _("Reason"), line, needed=True, hint=hint),))
        title = _("Why the roster changes")

        def typed(values: dict[str, Any]) -> object:
            return send(values[REASON])

        super().__init__(title, form, typed, parent=parent)
        intro = labelled("\n".join(dict.fromkeys(sentences(refusal))))
        intro.setWordWrap(True)
        intro.setTextFormat(Qt.TextFormat.PlainText)
        intro.setMinimumWidth(1)
        self.column.insertWidget(0, intro)
        line.selectAll()
        self.fit(520, 220)
