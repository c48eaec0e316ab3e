"""Makes sure that nothing mapped and nothing unread leaves the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import Result, Row

from openblock.storage.acts import Step
from openblock.storage.base import Base

_PLAIN = (str, int, float, bool, type(None), bytes, date, datetime, time, timedelta, Decimal, Enum)
_plain_types: set[type] = set(_PLAIN)
_field_names: dict[type, tuple[str, ...]] = {}


def demand_plain(value: object, where: str) -> None:
    """Raise TypeError, naming ``where`` it came from, when a mapped object hides in ``value``.

    A mapped object outside its session would read the database behind the store's back; an
    iterator would do so as soon as somebody looks at it.
    """
    waiting = [value]
    while waiting:
        each = waiting.pop()
        kind = type(each)
        if kind in _plain_types:
            continue
        waiting.extend(_inside(each, kind, where))


def _inside(each: Any, kind: type, where: str) -> list[object]:
    if isinstance(each, (Base, Result, Row, Iterator)):
        raise TypeError(f"{where} hands out a {kind.__name__}, which must not leave the store")
    if isinstance(each, Mapping):
        return [*each.keys(), *each.values()]
    if isinstance(each, (tuple, list, set, frozenset)):
        return list(each)
    if isinstance(each, Step):
        return [each.request]
    if is_dataclass(each):
        if kind not in _field_names:
            _field_names[kind] = tuple(field.name for field in fields(each))
        return [getattr(each, name) for name in _field_names[kind]]
    if isinstance(each, _PLAIN):
        _plain_types.add(kind)  # a StrEnum, say: known from the second time on
    return []
