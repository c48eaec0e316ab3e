"""Coming in and going out: first start, signing in, the recovery key, people's key slots; no Qt."""

from __future__ import annotations

from openblock.features.accounts.session.entrance import Entrance, Opened, Recovered, restorer
from openblock.features.accounts.session.first_start import FirstStart, Wanted
from openblock.features.accounts.session.people import (
    add_person,
    change_block_setting,
    change_own_password,
    dismiss_person,
    give_password,
    readmit_person,
    remove_stray_slots,
    rename_person,
    renew_recovery_key,
)

__all__ = [
    "Entrance",
    "FirstStart",
    "Opened",
    "Recovered",
    "Wanted",
    "add_person",
    "change_block_setting",
    "change_own_password",
    "dismiss_person",
    "give_password",
    "readmit_person",
    "remove_stray_slots",
    "rename_person",
    "renew_recovery_key",
    "restorer",
]
