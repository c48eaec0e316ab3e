"""Words for what an officer's entry can be refused or warned for, with the way out."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _
from openblock.ui.messages.facts import fact

Facts = Mapping[str, object]


def _badge_taken(facts: Facts) -> str:
    return _("Badge {badge} is already borne by {name}.").format(
        badge=fact(facts, "badge"), name=fact(facts, "name")
    )


def _same_name(facts: Facts) -> str:
    return _(
        "{name} is already in the list, with badge {badge}. Is this another person of the same "
        "name?"
    ).format(name=fact(facts, "name"), badge=fact(facts, "badge"))


def _team_out_of_range(facts: Facts) -> str:
    return _("There is no team {team}: teams are numbered from 1 to {highest}.").format(
        team=fact(facts, "team"), highest=fact(facts, "highest")
    )


def _leaves_before_start(facts: Facts) -> str:
    return _("The last day is before the first one, {active_from}.").format(
        active_from=fact(facts, "active_from")
    )


def _date_out_of_range(facts: Facts) -> str:
    return _("Look at the year of {day}: it is not between {first_year} and {last_year}.").format(
        **{name: fact(facts, name) for name in ("day", "first_year", "last_year")}
    )


def _mentor_not_certified(_facts: Facts) -> str:
    return _("Without a certificate date trainees cannot be planned with this mentor.")


def _unknown(_facts: Facts) -> str:
    return _("This officer is no longer in the list. Somebody took the addition back.")


def _changed(facts: Facts) -> str:
    return _(
        "{name} was changed meanwhile, so nothing was done. Look at what stands there now."
    ).format(name=fact(facts, "name") or _("An officer"))


def _in_use(_facts: Facts) -> str:
    return _(
        "This officer already stands on a roster and is not taken out. Enter a last day instead."
    )


def _account_taken(facts: Facts) -> str:
    return _("{name} signs in with this account. Nobody shares one; choose another.").format(
        name=fact(facts, "name")
    )


def _account_trainee(_facts: Facts) -> str:
    return _("This is a trainee's account. An officer needs one with an officer's role.")


WORDS = {
    "date-out-of-range": _date_out_of_range,
    "officer-account-taken": _account_taken,
    "officer-account-trainee": _account_trainee,
    "officer-badge-taken": _badge_taken,
    "officer-in-use": _in_use,
    "officer-leaves-before-start": _leaves_before_start,
    "officer-mentor-not-certified": _mentor_not_certified,
    "officer-same-name": _same_name,
    "officer-team-out-of-range": _team_out_of_range,
    "officer-unknown": _unknown,
    "officers-changed-meanwhile": _changed,
}
