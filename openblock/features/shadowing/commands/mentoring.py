"""Whose shadowing shifts one may settle: the own trainees', or as a coordinator all (TR-12)."""

from __future__ import annotations

from openblock.errors import KnownError
from openblock.features.accounts.rights import COORDINATORS
from openblock.features.staff.queries import officer_of_account
from openblock.storage.store import Work


def demand_own(work: Work, officer_id: int) -> None:
    """KnownError ``practice-not-yours`` for whoever neither coordinates nor is that officer."""
    if work.actor.role in COORDINATORS:
        return
    if officer_of_account(work.session, work.actor.account_id) != officer_id:
        raise KnownError("practice-not-yours")
