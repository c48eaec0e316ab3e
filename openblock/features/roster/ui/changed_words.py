"""How a cell that differs from the posted version says what it was, who changed it and why."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.features.roster.queries.rows import Difference
from openblock.features.roster.rules.absence import AbsenceKind, Letters
from openblock.features.roster.words import content_letter, content_words
from openblock.i18n import _, format_moment


def changed_words(
    difference: Difference, letters: Mapping[AbsenceKind, Letters]
) -> tuple[str, str]:
    """What stands posted there; and the last change that made it so: version, who, when, why."""
    was, now = difference.before, difference.after
    said = content_letter(was, letters) or _("no duty")
    if was.code and was.code == now.code:
        # The same code: then it is the times that differ.
        said = content_words(was, letters)
    posted = _("posted: {what}").format(what=said)
    made = _("version {number}: {reason} ({who}, {moment})").format(
        number=difference.number,
        reason=difference.reason,
        who=difference.made_by,
        moment=format_moment(difference.made_at),
    )
    return posted, made
