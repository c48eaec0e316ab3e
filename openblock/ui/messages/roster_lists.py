"""Words for what the roster's own lists refuse: codes and posts."""

from __future__ import annotations

from openblock.i18n import _
from openblock.ui.messages.facts import fact
from openblock.ui.messages.shadowing import Facts


def _code_of_absence(facts: Facts) -> str:
    return _("{code} is the letter of an absence. Choose another code.").format(
        code=fact(facts, "code")
    )


def _letters_moved(_facts: Facts) -> str:
    return _("Somebody has chosen other letters meanwhile. Look at them, then save again.")


def _post_name(facts: Facts) -> str:
    return _("Needs a name of at most {most} characters.").format(most=facts["most"])


def _post_name_taken(facts: Facts) -> str:
    return _("“{name}” is already in the list. Choose it there to change it.").format(
        name=fact(facts, "name")
    )


def _post_unknown(_facts: Facts) -> str:
    return _("This post is not in the list any more. Somebody has removed it meanwhile.")


WORDS = {
    "template-code-absence": _code_of_absence,
    "letters-moved": _letters_moved,
    "post-name": _post_name,
    "post-name-taken": _post_name_taken,
    "post-unknown": _post_unknown,
}
