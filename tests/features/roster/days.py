"""Days the roster's tests are about."""

from datetime import date, timedelta

DAY = date(2026, 11, 22)
NEXT = DAY + timedelta(days=1)
