"""How the log names deeds about the duty roster, what they are about, and what they changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from openblock.features.accounts.ui.limit_words import limit_names, limit_words
from openblock.i18n import _, format_month

_LIMITS = "roster_limits"


def duty_words() -> dict[str, str]:
    """Every deed about the roster, by the name the rights know it by."""
    return {**_planning_words(), **_living_words(), **_settings_words()}


def _planning_words() -> dict[str, str]:
    return {
        "roster.start_roster": _("set up the roster"),
        "roster.refresh_calendar": _("brought the holidays up to date"),
        "roster.change_cells": _("changed the roster"),
        "roster.restore_cells": _("took back: roster"),
        "roster.lay_cycle": _("laid a cycle"),
        "roster.restore_cycle": _("took back: cycle"),
        "roster.accept_problem": _("kept a warning with a reason"),
        "roster.withdraw_acceptance": _("opened a warning again"),
        "roster.restore_acceptance": _("took back: warning"),
    }


def _living_words() -> dict[str, str]:
    return {
        "roster.save_absence": _("entered or changed an absence"),
        "roster.remove_absence": _("removed an absence"),
        "roster.put_in_substitute": _("put in a substitute"),
        "roster.swap_duties": _("swapped two duties"),
        "roster.ask_exchange": _("asked for a substitute or a swap"),
        "roster.agree_exchange": _("agreed to a substitution or a swap"),
        "roster.decline_exchange": _("declined a substitution or a swap"),
        "roster.withdraw_exchange": _("withdrew a request for a substitute or a swap"),
        "roster.approve_exchange": _("approved a substitution or a swap"),
        "roster.restore_exchange": _("took back: request for a substitute or a swap"),
        "roster.save_call_out": _("entered or changed a call-out"),
        "roster.remove_call_out": _("removed a call-out"),
        "roster.publish_month": _("published a month's roster"),
        "roster.withdraw_publication": _("took back: publishing"),
        "roster.close_month": _("closed a month for its time-sheet"),
        "roster.add_addendum": _("corrected a closed month"),
        "roster.restore_living": _("took back: a change of the living roster"),
    }


def _settings_words() -> dict[str, str]:
    return {
        "roster.save_template": _("saved a shift"),
        "roster.retire_template": _("retired a shift"),
        "roster.restore_template": _("took back: shift"),
        "roster.save_minimum": _("saved a minimum staffing"),
        "roster.remove_minimum": _("removed a minimum staffing"),
        "roster.restore_minimum": _("took back: minimum staffing"),
        "roster.save_calendar_day": _("changed a day of the calendar"),
        "roster.remove_calendar_day": _("restored a day of the calendar"),
        "roster.restore_calendar_day": _("took back: calendar"),
        "roster.change_limits": _("changed the limits"),
        "roster.save_post": _("saved a post and who may stand on it"),
        "roster.remove_post": _("took a post off the list"),
        "roster.save_absence_code": _("changed the letters of an absence"),
    }


def duty_kinds() -> dict[str, str]:
    """What such a deed can be about."""
    return {
        "absence": _("absence"),
        "limit": _("limit"),
        "month": _("month"),
        "roster": _("roster"),
    }


def duty_name(kind: str, name: str) -> str:
    """Which limit or month it is about, in words; everything else by its number."""
    if kind == "limit":
        return limit_names().get(name, name)
    if kind == "month":
        try:
            return format_month(date.fromisoformat(name))
        except ValueError:
            return name
    return name


def duty_tables() -> dict[str, str]:
    """The tables of the roster, as they stand before what changed in them."""
    return {
        "days_kept_free": _("day kept free"),
        "duties": _("duty"),
        "absence_codes": _("letters of an absence"),
        "absences": _("absence"),
        "call_outs": _("call-out"),
        "closed_sheets": _("closed time-sheet"),
        "exchanges": _("substitution or swap"),
        "post_holders": _("may stand on a post"),
        "posts": _("post"),
        "roster_addenda": _("correction"),
        "roster_changes": _("changed cell"),
        "roster_months": _("month"),
        "roster_versions": _("version of the roster"),
    }


Change = Mapping[str, Any]

# What a row of the log says already, or what is too long to be read in it; an export has it.
_UNTOLD = frozenset(
    {
        "changed_at",
        "changed_by",
        "closed_at",
        "closed_by",
        "content",
        "entered_at",
        "entered_by",
        "id",
        "made_at",
        "made_by",
        "snapshot",
        "template_id",
    }
)


def told_columns(table: str, columns: Iterable[str]) -> list[str]:
    """The columns worth telling on screen, in the order of their names."""
    left_out = _UNTOLD if table in duty_tables() else frozenset()
    return sorted(set(columns) - left_out)


def limit_changes(changes: Iterable[Change]) -> tuple[list[str], list[Change]]:
    """Changed limits, each by its name with old and new figure; and all other changes.

    A limit is logged as one row taken out and another put in: what the first one held was in
    force, what the last one holds is.
    """
    names = limit_names()
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    others = []
    for each in changes:
        row = each.get("old") or each.get("new") or {}
        if each["table"] != _LIMITS or row.get("name") not in names:
            others.append(each)
        elif "old" in each:
            old.setdefault(row["name"], row["value"])
        else:
            new[row["name"]] = row["value"]
    told = [
        f"{names[name]}: {_figure(name, old.get(name))} → {_figure(name, new.get(name))}"
        for name in names
        if name in old or name in new
    ]
    return told, others


def _figure(name: str, stored: str | None) -> str:
    return "–" if stored is None else limit_words(name, json.loads(stored))
