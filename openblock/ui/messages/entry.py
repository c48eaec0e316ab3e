"""Words for what the command line and the way into the programme refuse."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _


def _no_such_officer(_facts: Mapping[str, object]) -> str:
    return _("Nobody of that name may sign in here. Write the name as the sign-in page shows it.")


WORDS = {"no-such-officer": _no_such_officer}
