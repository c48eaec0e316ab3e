"""Words for the alert marks of those who come into a room, and of those who sleep there."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def alert_words(alerts: object) -> str:
    """What alert marks warn of, in the middle of a sentence."""
    known = {
        "health": _("health"),
        "self_harm": _("self-harm"),
        "conflict": _("conflict"),
        "escape": _("escape"),
        "other": _("other"),
    }
    kinds = alerts if isinstance(alerts, (tuple, list)) else (alerts,)
    return ", ".join(known.get(str(each), str(each)) for each in kinds)


def _own_alert(facts: Facts) -> str:
    return _("{name} has an alert mark: {alerts}.").format(
        name=fact(facts, "name"), alerts=alert_words(facts["alerts"])
    )


def _roommate_alert(facts: Facts) -> str:
    return _("{name}, who sleeps in the room, has an alert mark: {alerts}.").format(
        name=fact(facts, "name"), alerts=alert_words(facts["alerts"])
    )


WORDS = {"own-alert": _own_alert, "roommate-alert": _roommate_alert}
