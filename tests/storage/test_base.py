"""Tests of instants as they are stored, on either database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import postgresql, sqlite

from openblock.storage.base import UtcTime

SQLITE, POSTGRESQL = sqlite.dialect(), postgresql.dialect()
RIGA_NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=2)))


def test_an_instant_goes_in_as_utc_and_comes_back_aware():
    kind = UtcTime()
    kept = kind.process_bind_param(RIGA_NOON, SQLITE)
    assert kept == datetime(2026, 11, 22, 10)  # noqa: DTZ001 - SQLite keeps no zone
    assert kind.process_result_value(kept, SQLITE) == RIGA_NOON
    assert kind.process_result_value(kept, SQLITE).tzinfo is UTC


def test_another_database_keeps_the_zone_itself():
    kind = UtcTime()
    assert kind.process_bind_param(RIGA_NOON, POSTGRESQL) == RIGA_NOON
    assert kind.process_result_value(RIGA_NOON, POSTGRESQL).utcoffset() == timedelta(0)
    assert kind.load_dialect_impl(POSTGRESQL).timezone
    assert not kind.load_dialect_impl(SQLITE).timezone


def test_no_instant_stays_no_instant():
    kind = UtcTime()
    assert kind.process_bind_param(None, SQLITE) is None
    assert kind.process_result_value(None, SQLITE) is None


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a time zone"):
        UtcTime().process_bind_param(datetime(2026, 11, 22), SQLITE)  # noqa: DTZ001
