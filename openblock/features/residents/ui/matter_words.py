"""What a release would end or cancel, in words: one line for each open matter of any feature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from openblock.clock import FOREVER
from openblock.features.residents.queries import OpenMatter
from openblock.i18n import _, format_moment

Facts = Mapping[str, object]


def matter_words(matter: OpenMatter) -> str:
    """One open matter as a line; an unknown kind stands for itself."""
    wording = _WORDS.get(matter.kind)
    return matter.kind if wording is None else wording(matter.facts)


def _bed(facts: Facts) -> str:
    return str(facts.get("bed", ""))


def _moment(facts: Facts, name: str) -> str:
    value = facts.get(name)
    return format_moment(value) if isinstance(value, datetime) and value != FOREVER else ""


def _placement(facts: Facts) -> str:
    words = _("The placement in bed {bed} planned from {moment} is cancelled.")
    return words.format(bed=_bed(facts), moment=_moment(facts, "start"))


_WORDS: Mapping[str, Callable[[Facts], str]] = {
    "bed": lambda facts: _("Bed {bed} is left.").format(bed=_bed(facts)),
    "planned-placement": _placement,
    "hold": lambda facts: _("Bed {bed} is no longer held.").format(bed=_bed(facts)),
}
