"""Proves the log from inside the programme, and logs that this was done."""

from __future__ import annotations

from openblock.errors import NotAllowed, Problem
from openblock.features.accounts.rights import may
from openblock.storage.acts import Head
from openblock.storage.audit import Entry
from openblock.storage.check import check
from openblock.storage.store import Store

VERIFIED = "log-verified"


def verify_log(store: Store, number: int = 0, printed: str = "") -> tuple[int, tuple[Problem, ...]]:
    """How many rows the log has and what is wrong with it; empty when its chain is whole.

    ``number`` and ``printed`` are row and hash from the foot of a printed sheet, against which
    a cut tail shows. Raises NotAllowed for a role that may not read the log.
    """
    role = store.actor.role if store.actor else ""
    if not may(role, "accounts.log_rows"):
        store.note(Entry("refused", details={"operation": VERIFIED}))
        raise NotAllowed(VERIFIED, role)
    anchors = [Head(number, printed.strip().lower())] if number and printed.strip() else []
    report = check(store, anchors=anchors)
    findings = report.findings
    store.note(Entry(VERIFIED, details={"rows": report.rows, "findings": len(findings)}))
    return report.rows, findings
