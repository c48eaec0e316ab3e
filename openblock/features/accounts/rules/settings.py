"""What an administrator may set for the block: each setting's kind, unit, default and source."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from openblock.errors import Problem

DAY = 24 * 60
BLOCK_NAME_LENGTH = 80
PATH_LENGTH = 1000


class Kind(StrEnum):
    """What a setting's value is, and so which control shows it."""

    TEXT = "text"
    FOLDER = "folder"
    MINUTES = "minutes"
    TIME_OF_DAY = "time_of_day"
    YES_NO = "yes_no"
    HOURS = "hours"
    DAYS = "days"
    YEARS = "years"
    CHOICE = "choice"
    COUNT = "count"
    DEGREES = "degrees"


SettingValue = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; ``lowest`` and ``highest`` bound a number, or the length of a text.

    Degrees are hundredths of a degree. A choice has its possible values in ``choices``.
    """

    key: str
    kind: Kind
    default: SettingValue
    lowest: int
    highest: int
    source: str
    choices: tuple[str, ...] = ()


def _choice(key: str, source: str, *choices: str) -> Setting:
    longest = max(map(len, choices))
    return Setting(key, Kind.CHOICE, choices[0], 1, longest, source, choices)


_ALL = (
    Setting("block_name", Kind.TEXT, "", 1, BLOCK_NAME_LENGTH, "own"),
    Setting("shift_start", Kind.TIME_OF_DAY, 9 * 60, 0, DAY - 1, "own"),
    Setting("night_from", Kind.TIME_OF_DAY, 22 * 60, 0, DAY - 1, "RO-02"),
    Setting("night_to", Kind.TIME_OF_DAY, 6 * 60, 0, DAY - 1, "RO-02"),
    Setting("idle_minutes", Kind.MINUTES, 5, 1, 15, "SEC-06"),
    Setting("list_names", Kind.YES_NO, True, 0, 1, "own"),
    Setting("backup_folder", Kind.FOLDER, "", 0, PATH_LENGTH, "SEC-08"),
    Setting("second_backup_folder", Kind.FOLDER, "", 0, PATH_LENGTH, "SEC-08"),
    _choice("personal_code_check", "RES-03", "warn", "error", "off"),
    Setting("minimum_age", Kind.YEARS, 18, 14, 99, "RES-07"),
    Setting("retention_years", Kind.YEARS, 10, 1, 100, "RES-10"),
    _choice("keep_apart_section", "KAP-03", "warn", "error"),
    Setting("decision_required", Kind.YES_NO, False, 0, 1, "ROOM-09"),
    Setting("most_future_days", Kind.DAYS, 90, 0, 366, "ROOM-11"),
    Setting("backdate_hours", Kind.HOURS, 72, 0, 720, "ROOM-12"),
    Setting("hold_hours", Kind.HOURS, 24, 1, 720, "ROOM-15"),
    Setting("shadow_shortest_hours", Kind.HOURS, 2, 1, 12, "TR-04"),
    Setting("shadow_longest_hours", Kind.HOURS, 12, 2, 24, "TR-08"),
    Setting("shadow_most_per_mentor", Kind.COUNT, 2, 1, 9, "TR-06"),
    Setting("shadow_most_per_block", Kind.COUNT, 4, 1, 99, "TR-06"),
    Setting("shadow_rest_hours", Kind.HOURS, 11, 0, 72, "TR-08"),
    Setting("shadow_weekly_rest_hours", Kind.HOURS, 35, 0, 72, "TR-08"),
    Setting("shadow_week_hours", Kind.HOURS, 48, 1, 168, "TR-08"),
    Setting("shadow_confirm_days", Kind.DAYS, 7, 1, 60, "TR-12"),
    Setting("shadow_warn_days", Kind.DAYS, 14, 1, 120, "TR-14"),
    Setting("shadow_deduct_breaks", Kind.YES_NO, False, 0, 1, "TR-11"),
    Setting("night_rest_from", Kind.TIME_OF_DAY, 22 * 60, 0, DAY - 1, "GR-05"),
    Setting("night_rest_to", Kind.TIME_OF_DAY, 6 * 60 + 30, 0, DAY - 1, "GR-05"),
    Setting("count_morning", Kind.TIME_OF_DAY, 6 * 60 + 45, 0, DAY - 1, "GR-05"),
    Setting("count_evening", Kind.TIME_OF_DAY, 21 * 60 + 30, 0, DAY - 1, "GR-05"),
    Setting("grounds_count_guard", Kind.MINUTES, 10, 0, 120, "GR-05"),
    _choice("daylight_mode", "GR-04", "sunrise_sunset", "civil"),
    _choice("daylight_severity", "GR-04", "error", "warn"),
    Setting("daylight_margin", Kind.MINUTES, 0, 0, 120, "GR-04"),
    Setting("latitude", Kind.DEGREES, 5679, -9000, 9000, "GR-04"),
    Setting("longitude", Kind.DEGREES, 2394, -18000, 18000, "GR-04"),
    Setting("grounds_week_quota", Kind.COUNT, 0, 0, 50, "GR-12"),
    Setting("grounds_approval", Kind.YES_NO, False, 0, 1, "GR-11"),
)
SETTINGS: Mapping[str, Setting] = MappingProxyType({each.key: each for each in _ALL})
DEFAULTS: Mapping[str, SettingValue] = MappingProxyType({each.key: each.default for each in _ALL})


def tidy_value(key: str, value: SettingValue) -> SettingValue:
    """A text without stray spaces and with composed letters; any other value as it is."""
    setting = SETTINGS.get(key)
    if setting is None or not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value)
    return text.strip() if setting.kind is Kind.FOLDER else " ".join(text.split())


def setting_problems(key: str, value: SettingValue) -> tuple[Problem, ...]:
    """Why ``value`` may not stand for ``key``; ValueError-free, whatever is given."""
    setting = SETTINGS.get(key)
    if setting is None:
        return (Problem("setting-unknown", facts={"key": key}, field=key),)
    if type(value) is not type(setting.default):
        return (Problem("setting-kind", facts={"key": key}, field=key),)
    if isinstance(value, str):
        return _text_problems(setting, value) or _choice_problems(setting, value)
    if setting.lowest <= value <= setting.highest:
        return ()
    facts = {
        "key": key,
        "kind": str(setting.kind),
        "value": value,
        "lowest": setting.lowest,
        "highest": setting.highest,
    }
    return (Problem("setting-out-of-range", facts=facts, field=key),)


def _text_problems(setting: Setting, value: str) -> tuple[Problem, ...]:
    facts = {"key": setting.key, "longest": setting.highest, "length": len(value)}
    if len(value) < setting.lowest:
        return (Problem("setting-missing", facts=facts, field=setting.key),)
    if len(value) > setting.highest:
        return (Problem("setting-too-long", facts=facts, field=setting.key),)
    if any(unicodedata.category(letter) == "Cc" for letter in value):
        return (Problem("name-unreadable", facts=facts, field=setting.key),)
    return ()


def _choice_problems(setting: Setting, value: str) -> tuple[Problem, ...]:
    if not setting.choices or value in setting.choices:
        return ()
    return (Problem("setting-kind", facts={"key": setting.key}, field=setting.key),)
