"""What may be done to accounts, settings and drafts: one request and one function for each."""

from __future__ import annotations

from openblock.features.accounts.commands.block import (
    ChangeSetting,
    NoteRecoveryKeyRenewed,
    SetUp,
    change_setting,
    note_recovery_key_renewed,
    set_up,
)
from openblock.features.accounts.commands.own import (
    ChangeLanguage,
    ChangePreferences,
    DiscardDraft,
    NotePasswordChanged,
    SaveDraft,
    change_language,
    change_preferences,
    discard_draft,
    note_password_changed,
    save_draft,
)
from openblock.features.accounts.commands.people import (
    AddAccount,
    ChangeRole,
    DeactivateAccount,
    NotePasswordGiven,
    ReactivateAccount,
    RenameAccount,
    add_account,
    change_role,
    deactivate_account,
    note_password_given,
    reactivate_account,
    rename_account,
)

__all__ = [
    "AddAccount",
    "ChangeLanguage",
    "ChangePreferences",
    "ChangeRole",
    "ChangeSetting",
    "DeactivateAccount",
    "DiscardDraft",
    "NotePasswordChanged",
    "NotePasswordGiven",
    "NoteRecoveryKeyRenewed",
    "ReactivateAccount",
    "RenameAccount",
    "SaveDraft",
    "SetUp",
    "add_account",
    "change_language",
    "change_preferences",
    "change_role",
    "change_setting",
    "deactivate_account",
    "discard_draft",
    "note_password_changed",
    "note_password_given",
    "note_recovery_key_renewed",
    "reactivate_account",
    "rename_account",
    "save_draft",
    "set_up",
]
