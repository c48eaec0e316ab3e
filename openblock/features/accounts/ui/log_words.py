"""How a row of the log reads: the deed, whose data, why, and what changed from what to what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from openblock.features.accounts.ui.duty_words import (
    duty_kinds,
    duty_name,
    duty_tables,
    duty_words,
    limit_changes,
    told_columns,
)
from openblock.features.accounts.ui.grounds_words import grounds_kinds, grounds_words
from openblock.features.accounts.ui.lived_words import lived_kinds, lived_words
from openblock.features.accounts.ui.practice_words import practice_kinds, practice_words
from openblock.i18n import _, format_moment, n_
from openblock.printing.purposes import purpose_words
from openblock.storage.log import LogRow

_LONGEST = 300
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00")


def deed_words(operation: str) -> str:
    """The deed in words; a command of a feature under its own name, as the rights know it."""
    words = {
        "sign-in": _("signed in"),
        "sign-out": _("signed out"),
        "sign-in-failed": _("wrong passwords before this"),
        "recovery-key-used": _("came in with the recovery key"),
        "refused": _("tried, was refused"),
        "consult": _("looked at"),
        "consult-repeated": _("looked at again"),
        "disclose": _("printed or gave out"),
        "log-verified": _("verified the log"),
        "backup": _("backed up"),
        "restore": _("restored a backup"),
        "accounts.set_up": _("set up the block"),
        "accounts.add_account": _("added a person"),
        "accounts.rename_account": _("changed a name"),
        "accounts.change_role": _("changed a role"),
        "accounts.deactivate_account": _("took away the right to sign in"),
        "accounts.reactivate_account": _("let sign in again"),
        "accounts.note_password_given": _("gave a new password"),
        "accounts.note_password_changed": _("changed the own password"),
        "accounts.note_recovery_key_renewed": _("made a new recovery key"),
        "accounts.change_setting": _("changed a setting"),
        "accounts.save_draft": _("kept a half-typed form"),
        "accounts.discard_draft": _("dropped a half-typed form"),
        "accounts.change_language": _("changed the own language"),
        "accounts.change_preferences": _("changed the own look"),
        "staff.add_officer": _("added an officer"),
        "staff.change_officer": _("changed an officer"),
        "staff.import_officers": _("imported officers"),
        "staff.link_officer": _("gave an officer an account"),
        "staff.restore_officers": _("took back: officers"),
    }
    told = words | lived_words() | duty_words() | practice_words() | grounds_words()
    return told.get(operation, operation)


def about(row: LogRow) -> str:
    """Whose data it is, by kind and number."""
    kinds = {
        "account": _("account"),
        "accounts": _("accounts"),
        "draft": _("draft"),
        "log": _("log"),
        "officer": _("officer"),
        "recovery_key": _("recovery key"),
        "setting": _("setting"),
    }
    kinds |= lived_kinds() | practice_kinds() | grounds_kinds() | duty_kinds()
    told = (
        (kinds.get(kind, kind), "" if name == "all" else duty_name(kind, name))
        for kind, name in row.subjects
    )
    return ", ".join(f"{kind} {name}".strip() for kind, name in told)


def why(row: LogRow) -> str:
    """Purpose, reason and recipient, and what a refusal or a count is about."""
    parts = [purpose_words(row.purpose), row.reason]
    if row.recipient:
        parts.append(_("to {recipient}").format(recipient=row.recipient))
    parts.append(_detail(row.details))
    return " · ".join(part for part in parts if part)


def what_changed(row: LogRow) -> str:
    """Every changed column, old → new; long values are cut here, never in the export."""
    limits, others = limit_changes(row.changes)
    tables = duty_tables()
    told = "; ".join([*limits, *(_change(each, tables) for each in others)])
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"


def _change(change: Mapping[str, Any], tables: Mapping[str, str]) -> str:
    old, new = change.get("old", {}), change.get("new", {})
    told = {
        name: (_value(old.get(name)), _value(new.get(name)))
        for name in told_columns(change["table"], {*old, *new})
    }
    columns = ", ".join(f"{name}: {was} → {now}" for name, (was, now) in told.items() if was != now)
    table = tables.get(change["table"], change["table"])
    return f"{table} {change['id']} ({columns})" if columns else f"{table} {change['id']}"


def _value(value: object) -> str:
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return format_moment(datetime.fromisoformat(value))
    return "–" if value is None or value == "" else str(value)


def _detail(details: Mapping[str, Any]) -> str:
    if "operation" in details:
        return str(details["operation"])
    if "repeats" in details:
        return n_("{number} time more", "{number} times more", int(details["repeats"]))
    if "times" in details:
        return n_("{number} time", "{number} times", int(details["times"]))
    return str(details.get("what", ""))
