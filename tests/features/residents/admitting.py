"""Who is admitted in the tests of admission, and the requests that do it."""

from __future__ import annotations

from datetime import date

from openblock.features.residents.commands import AdmitResident, ChangeResident
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.storage.store import Store
from tests.features.residents.doing import DAY, NOW, version

JANIS = ResidentContent("Bērziņš", "Jānis", "161175-19997", date(1975, 11, 16), "male")
STAY = StayContent(NOW - DAY)


def admit(
    content: ResidentContent = JANIS, stay: StayContent = STAY, reason: str = ""
) -> AdmitResident:
    return AdmitResident(content, stay, reason)


def changed(
    store: Store, number: int, content: ResidentContent, reason: str = ""
) -> ChangeResident:
    return ChangeResident(number, version(store, number), content, reason)
