"""How the block's settings read: names, headings, choices, defaults and where those come from."""

from __future__ import annotations

from openblock.features.accounts.rules.settings import Kind, Setting
from openblock.i18n import _, format_degrees, format_minute, n_


def setting_words(key: str) -> str:
    """What the setting is called on the screen."""
    return {
        "block_name": _("Name of the block"),
        "shift_start": _("The shift starts at"),
        "night_from": _("Night hours count from"),
        "night_to": _("Night hours count until"),
        "idle_minutes": _("Lock after so many idle minutes"),
        "list_names": _("Names on the sign-in page"),
        "backup_folder": _("Backup place"),
        "second_backup_folder": _("Second backup place"),
        "personal_code_check": _("A wrong check digit of a personal code"),
        "minimum_age": _("Youngest age at admission"),
        "retention_years": _("Data of residents are kept after they left"),
        "keep_apart_section": _("Kept apart, but in one section or building"),
        "decision_required": _("Decision of the placement commission"),
        "most_future_days": _("Moves are planned ahead at most"),
        "backdate_hours": _("Moves are entered late at most"),
        "hold_hours": _("A bed is held for"),
        "shadow_shortest_hours": _("Shortest practice shift"),
        "shadow_longest_hours": _("Longest practice in a row"),
        "shadow_most_per_mentor": _("Trainees beside one mentor at most"),
        "shadow_most_per_block": _("Trainees in the block at most"),
        "shadow_rest_hours": _("Rest before and after practice"),
        "shadow_weekly_rest_hours": _("Free hours in a row within seven days"),
        "shadow_week_hours": _("Practice and classes in a week at most"),
        "shadow_confirm_days": _("Mentors confirm hours within"),
        "shadow_warn_days": _("Missing hours are warned of before the course ends"),
        "shadow_deduct_breaks": _("Breaks in practice shifts"),
        **_grounds_words(),
    }[key]


def _grounds_words() -> dict[str, str]:
    return {
        "night_rest_from": _("Night rest begins at"),
        "night_rest_to": _("Night rest ends at"),
        "count_morning": _("The morning count is at"),
        "count_evening": _("The evening count is at"),
        "grounds_count_guard": _("No booking runs into the time before a count"),
        "daylight_mode": _("Daylight lasts"),
        "daylight_severity": _("A booking in the dark"),
        "daylight_margin": _("Kept free after it gets light and before it gets dark"),
        "latitude": _("Latitude of the block"),
        "longitude": _("Longitude of the block"),
        "grounds_week_quota": _("Bookings ahead in a week, for each resident at most"),
        "grounds_approval": _("Approval of bookings"),
    }


def headings() -> dict[str, str]:
    """What stands over the settings, by the key of the first one beneath it."""
    return {
        "block_name": _("The block"),
        "personal_code_check": _("Residents and rooms"),
        "shadow_shortest_hours": _("Practice"),
        "night_rest_from": _("Grounds"),
    }


def choice_words(value: str) -> str:
    """What a value to choose from is called."""
    return {
        "warn": _("warns"),
        "error": _("is refused"),
        "off": _("is not looked at"),
        "sunrise_sunset": _("from sunrise to sunset"),
        "civil": _("from civil dawn to civil dusk"),
    }[value]


def yes_words(key: str) -> str:
    """What is so where the box of a setting is ticked."""
    return {
        "decision_required": _("No move without the number of a decision"),
        "shadow_deduct_breaks": _("Half an hour off every shift of more than 6 hours"),
        "grounds_approval": _("Planners approve what others book"),
        "list_names": _("List the names of those who may sign in"),
    }[key]


def zero_words(key: str) -> str:
    """What 0 means where it is no number of anything; empty where it is."""
    return _("no limit") if key == "grounds_week_quota" else ""


def default_words(setting: Setting) -> str:
    """The default with its unit, and the rule it comes from: Default 5 minutes (SEC-06)."""
    value = _value_words(setting)
    if not value:
        return ""
    if setting.source == "own":
        return _("Default: {value}").format(value=value)
    return _("Default: {value} ({source})").format(value=value, source=setting.source)


def _value_words(setting: Setting) -> str:
    if setting.kind is Kind.CHOICE:
        return choice_words(str(setting.default))
    if setting.kind is Kind.YES_NO:
        return _("yes") if setting.default else _("no")
    if isinstance(setting.default, str):
        return setting.default
    zero = "" if setting.default else zero_words(setting.key)
    return zero or _counted(setting.kind, setting.default)


def _counted(kind: Kind, number: int) -> str:
    if kind is Kind.TIME_OF_DAY:
        return format_minute(number)
    units = {
        Kind.DEGREES: f"{format_degrees(number)}\N{DEGREE SIGN}",
        Kind.MINUTES: n_("{number} minute", "{number} minutes", number),
        Kind.HOURS: n_("{number} hour", "{number} hours", number),
        Kind.DAYS: n_("{number} day", "{number} days", number),
        Kind.YEARS: n_("{number} year", "{number} years", number),
    }
    return units.get(kind, str(number))
