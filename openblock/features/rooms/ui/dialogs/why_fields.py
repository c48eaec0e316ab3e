"""The fields that say why somebody is moved: reason, remark, decision (ROOM-09)."""

from __future__ import annotations

from typing import Any

from openblock.features.residents.words import placement_reasons
from openblock.features.rooms.commands import Why
from openblock.i18n import _
from openblock.ui.forms import Choice, DayEdit, Field, Form, TextEdit


def why_fields(reason: str) -> tuple[Field, ...]:
    """Reason, remark, number and date of the decision."""
    return (
        Field("reason", _("Reason"), Choice(placement_reasons(), reason)),
        Field("remark", _("Remark"), TextEdit()),
        Field("decision_number", _("Decision no."), TextEdit()),
        Field("decision_date", _("Decision of"), DayEdit()),
    )


def why_of(form: Form, override: str) -> Why:
    """What the fields say, with the reason for keeping warnings."""
    values: dict[str, Any] = form.values()
    return Why(
        reason=values["reason"] or "",
        remark=values["remark"],
        decision_number=values["decision_number"],
        decision_date=values["decision_date"],
        override=override,
    )
