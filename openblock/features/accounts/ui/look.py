"""How an officer has the programme: the language follows the account to every workstation."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.accounts import commands
from openblock.ui.desk import Desk
from openblock.ui.window.house import Look, keep_look_in, look_from


def account_look(desk: Desk) -> Look:
    """Theme and text size as arranged on this workstation, the language of the account."""
    spoken = desk.actor.language
    return replace(look_from(desk.preferences, spoken), language=spoken)


def keep_account_look(desk: Desk, look: Look) -> None:
    """Keep the look here, and another language with the account as well."""
    before = look_from(desk.preferences, desk.actor.language)
    keep_look_in(desk.preferences, look)
    if look.language != before.language:
        desk.store.run(commands.change_language, commands.ChangeLanguage(look.language))
