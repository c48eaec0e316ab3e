"""A planner asked outside of a command: what it reads is read as a command would."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.shadowing.commands import PlanShadowing
from openblock.features.shadowing.queries import Planner
from openblock.features.shadowing.rules.wish import Wish
from tests.features.shadowing.practising import PracticeBlock


def wish(
    block: PracticeBlock,
    trainee: int,
    officer: int,
    start: datetime,
    end: datetime,
    moved: int | None = None,
) -> Wish:
    with Session(block.store.engine.execution_options(readonly=True)) as session:
        request = PlanShadowing(trainee, officer, start, end, shadowing_id=moved)
        return Planner(session).wish(request)
