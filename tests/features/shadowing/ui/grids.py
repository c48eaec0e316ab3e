"""Practice grids made by hand, for what is drawn of them; and the tab opened on the block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.errors import Problem, Severity
from openblock.features.shadowing.queries.rows import (
    CourseRow,
    Hours,
    Learning,
    MentorDuty,
    MentorLine,
    PracticeGrid,
    Settled,
    ShadowingRow,
    SituationRow,
    TraineeLine,
    TraineeRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    CourseContent,
    Span,
    Standing,
    TraineeContent,
    UnavailabilityContent,
    Upset,
)
from openblock.features.shadowing.ui.tab import PracticeTab
from openblock.ui.theme import apply
from tests.features.opened import open_tab_on
from tests.features.shadowing.practising import PracticeBlock

FIRST, LAST = date(2026, 11, 16), date(2026, 11, 29)
TODAY = date(2026, 11, 22)
NOW = clock.at(TODAY, 10 * 60)
ELINA, ARTURS = 1, 2
AGNESE, NORMUNDS = 11, 12


def at(day: int, hour: float = 0) -> datetime:
    """The instant of a day of November 2026."""
    return clock.at(date(2026, 11, day), round(hour * 60))


def span(day: int, start: float = 9, end: float = 21) -> Span:
    """From hour to hour of a day of November, 33 is 9:00 on the next."""
    return Span(at(day, start), at(day, end))


def shift(day: int, standing: Standing = Standing.PLANNED, **facts: Any) -> ShadowingRow:
    """Elīna beside Agnese, 9 to 21."""
    made = ShadowingRow(
        shadowing_id=100 + day,
        version=1,
        trainee_id=ELINA,
        trainee="Zariņa Elīna",
        officer_id=AGNESE,
        mentor="Liepa Agnese",
        mentor_code="AL",
        span=span(day),
        standing=standing,
        duty_code="24",
        duty=span(day, 9, 33),
        override="",
        planned_by="Anna Bērziņa",
        planned_at=at(2, 8),
    )
    if standing is Standing.CONFIRMED:
        facts.setdefault("settled", Settled("Liepa Agnese", at(day, 21), made.span, (), {}, ""))
    if standing is Standing.REPLAN:
        facts.setdefault("upset", Upset.DUTY_MOVED)
        facts.setdefault("duty_now", (("D", span(day, 8, 20)),))
    return replace(made, **facts)


def away(day: int, start: float, end: float, remark: str = "") -> UnavailabilityRow:
    """A time Elīna cannot come."""
    content = UnavailabilityContent(ELINA, at(day, start), at(day, end), remark)
    return UnavailabilityRow(7, 1, content)


def trainee(number: int = ELINA, surname: str = "Zariņa", **facts: Any) -> TraineeRow:
    """A trainee of group A of the second course."""
    content = TraineeContent(1, surname, "Elīna", "A", **facts)
    return TraineeRow(number, 1, content, "2. kurss", ())


def line(hours: Hours | None = None, row: TraineeRow | None = None, **facts: Any) -> TraineeLine:
    """A line with 72 of 120 hours confirmed and 24 to come."""
    learning = Learning((1,), (2,), (3, 4))
    return TraineeLine(
        row or trainee(), hours or Hours(120 * 60, 72 * 60, 24 * 60), learning, **facts
    )


def mentor(
    *days: int, officer_id: int = AGNESE, name: str = "Liepa Agnese", code: str = "AL", **facts: Any
) -> MentorLine:
    """A mentor with duties of 24 hours, one trainee of two beside each."""
    duties = tuple(
        MentorDuty(date(2026, 11, day), "24", span(day, 9, 33), facts.get("taken", 1), 2)
        for day in days
    )
    return MentorLine(officer_id, code, name, "", facts.get("until", date(2027, 1, 1)), duties)


def course(**facts: Any) -> CourseRow:
    """The second course, with the usual situations numbered from 1."""
    content = CourseContent("2. kurss", date(2026, 11, 2), date(2026, 12, 18), **facts)
    rows = tuple(SituationRow(n, each) for n, each in enumerate(USUAL_SITUATIONS, start=1))
    return CourseRow(1, 1, content, rows, ("A",), 2)


def grid(**facts: Any) -> PracticeGrid:
    """Two weeks of one trainee and one mentor; whatever a test is about comes from ``facts``."""
    nothing: Mapping[int, Any] = {}
    usual: dict[str, Any] = {
        "lines": (line(),),
        "shadowings": (),
        "classes": nothing,
        "away": nothing,
        "mentors": (mentor(17, 25),),
        "codes": {"AL": AGNESE},
        "holidays": {},
        "to_replan": (),
        "to_confirm": 0,
        "course_id": 1,
        "courses": (course(),),
    }
    return PracticeGrid(FIRST, LAST, NOW, **{**usual, **facts})


def warned(code: str = "practice-mentor-expired", severity: Severity = Severity.WARNING) -> Problem:
    """A problem of a planned shift."""
    return Problem(code, severity, {"name": "Liepa Agnese", "until": date(2026, 11, 1)})


def open_practice(
    qtbot: QtBot, qapp: Any, block: PracticeBlock, role: str = "administrator", account: int = 1
) -> PracticeTab:
    """The tab as a page of the window shows it, with the keyboard in the grid."""
    apply(qapp)
    block.sign_in(account, role)
    return open_tab_on(block.store, PracticeTab, qtbot, height=660)
