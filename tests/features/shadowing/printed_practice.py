"""Practice made by hand for the sheets: a course, trainees of every letter, and their shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from openblock import clock
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.shadowing.queries.rows import (
    ClassRow,
    CourseRow,
    Hours,
    ItemRow,
    Learning,
    PracticeGrid,
    Settled,
    ShadowingRow,
    SituationRow,
    TraineeCard,
    TraineeLine,
    TraineeRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    ClassContent,
    CourseContent,
    ItemKind,
    Mark,
    Span,
    Standing,
    TraineeContent,
    UnavailabilityContent,
    Upset,
)
from openblock.features.shadowing.sheets.wall import Around, WallSheet, wall_sheet

MONDAY = date(2026, 11, 23)
AT = clock.at(date(2026, 11, 24), 521)
LONG = "Ģarš" * 22 + "Ņē"
SURNAMES = (
    *("Ābele", "Gaņģis", "Kauliņš", "Pētersone", "Siliņš", "Zariņa", "Čakste", "Ēķis"),
    *("Īvāns", "Ķirsis", "Ļaudams", "Ņikitina-Čakstiņa", "Ūsiņš", "Žagare"),
)
MENTORS = {
    1: ("LĀ", "Āboliņš Laimonis"),
    2: ("KC", "Cīrulis Kārlis"),
    3: ("AD", "Dūmiņa Anna"),
    4: ("BJ", "Jēgere Baiba"),
    5: ("IČ", "Čudare Ilze"),
}


def initialled(number: int) -> str:
    """A mentor as walls show them: Āboliņš L."""
    surname, given = MENTORS[number][1].split()
    return f"{surname} {given[0]}."


def span_on(day: date, start: int, end: int) -> Span:
    """Hours of a day by the wall clock; an end before the start is on the next day."""
    return Span(clock.at(day, start * 60), clock.at(day, (end + (24 if end <= start else 0)) * 60))


def course(number: int = 1, name: str = "2026/2", **facts: object) -> CourseRow:
    content = CourseContent(name, date(2026, 10, 1), date(2026, 12, 18))
    situations = tuple(
        SituationRow(10 * number + place, each) for place, each in enumerate(USUAL_SITUATIONS)
    )
    return CourseRow(number, 1, replace(content, **facts), situations, ("A",), 14)


def trainee(number: int, course_id: int = 1, name: str = "2026/2", **facts: object) -> TraineeRow:
    """``Ābele A.``, ``Gaņģis A.``, … ``Ābele B.``"""
    given = "ABCDEFGHIJKLMNOPRSTUVZ"[(number - 1) // len(SURNAMES)] + "nna"
    content = TraineeContent(course_id, SURNAMES[(number - 1) % len(SURNAMES)], given, "A")
    return TraineeRow(number, 1, replace(content, **facts), name, ())


def hours(confirmed: float = 88, planned: float = 30, **facts: int) -> Hours:
    return Hours(120 * 60, int(confirmed * 60), int(planned * 60), **facts)


def line(number: int, of: Hours | None = None, **facts: object) -> TraineeLine:
    learning = Learning((10, 12), (13,), (11, 14, 15, 16))
    return TraineeLine(trainee(number, **facts), of or hours(), learning)


def shadowing(
    number: int,
    trainee_id: int,
    day: date,
    start: int = 9,
    end: int = 19,
    officer: int = 1,
    *,
    standing: Standing = Standing.PLANNED,
    **facts: object,
) -> ShadowingRow:
    code, name = MENTORS[officer]
    span = span_on(day, start, end)
    return ShadowingRow(
        shadowing_id=number,
        version=1,
        trainee_id=trainee_id,
        trainee=trainee(trainee_id).name,
        officer_id=officer,
        mentor=str(facts.pop("mentor", name)),
        mentor_code=code,
        span=span,
        standing=standing,
        duty_code="24",
        duty=Span(clock.at(day, 540), clock.at(day, 540 + 1440)),
        override="",
        planned_by="Liepiņa S.",
        planned_at=AT - timedelta(days=9),
        upset=Upset.DUTY_GONE if standing is Standing.REPLAN else None,
        **facts,
    )


def settled(row: ShadowingRow, **facts: object) -> ShadowingRow:
    """The shift as its mentor confirmed it."""
    given = Settled(
        row.mentor,
        row.span.end + timedelta(hours=1),
        row.span,
        (10, 13),
        {1: Mark.ALONE, 2: Mark.HELPED},
        "",
    )
    return replace(row, standing=Standing.CONFIRMED, settled=replace(given, **facts))


def days(first: date, count: int = 7, holidays: tuple[date, ...] = ()) -> tuple[PlainDay, ...]:
    def kind(day: date) -> DayKind:
        if day in holidays:
            return DayKind.HOLIDAY
        return DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY

    every = [first + timedelta(days=place) for place in range(count)]
    return tuple(PlainDay(each, kind(each), "Svētki" * (each in holidays)) for each in every)


def around(shown: tuple[PlainDay, ...], **facts: object) -> Around:
    names = {number: initialled(number) for number in MENTORS}
    teams = {each.day: place % 4 + 1 for place, each in enumerate(shown)}
    return replace(Around(shown, names, teams, 4), **facts)


def grid(
    lines: tuple[TraineeLine, ...],
    shadowings: tuple[ShadowingRow, ...] = (),
    first: date = MONDAY,
    count: int = 7,
    **facts: object,
) -> PracticeGrid:
    made = PracticeGrid(
        first=first,
        last=first + timedelta(days=count - 1),
        at=AT,
        course_id=None,
        courses=(course(),),
        lines=lines,
        shadowings=shadowings,
        classes={},
        away={},
        mentors=(),
        codes={},
        holidays={},
        to_replan=(),
        to_confirm=0,
    )
    return replace(made, **facts)


def usual_grid(count: int = 6, first: date = MONDAY, length: int = 7) -> PracticeGrid:
    """``count`` trainees, each with shifts, a class, and one of them with a shift to re-plan."""
    lines, rows, classes, number = [], [], {}, 0
    for place in range(1, count + 1):
        lines.append(line(place, hours(40 + 4 * place % 60, 30 + place % 9)))
        for step in range(0, length, 2):
            number += 1
            day = first + timedelta(days=(step + place) % length)
            start = (9, 12, 10)[(place + step) % 3]
            rows.append(shadowing(number, place, day, start, start + 10, 1 + (place + step) % 5))
        day = first + timedelta(days=(place + 1) % length)
        classes[place] = (span_on(day, 9, 16),)
    if count > 1:
        rows[1] = replace(rows[1], standing=Standing.REPLAN, upset=Upset.DUTY_GONE)
        rows[2] = settled(rows[2])
    return grid(tuple(lines), tuple(rows), first, length, classes=classes)


def week_sheet(made: PracticeGrid | None = None, **facts: object) -> WallSheet:
    shown = days(MONDAY, 7, facts.pop("holidays", ()))
    title, period = "Prakses nedēļa", "23.11.–29.11.2026."
    made = usual_grid() if made is None else made
    sheet = wall_sheet(made, around(shown), title=title, period=period, fact="48. nedēļa")
    return replace(sheet, **facts)


def month_sheet(made: PracticeGrid | None = None, **facts: object) -> WallSheet:
    first = date(2026, 11, 1)
    shown = days(first, 30, facts.pop("holidays", (date(2026, 11, 18),)))
    made = usual_grid(14, first, 30) if made is None else made
    title, period = "Prakses grafiks", "2026. gada novembris"
    sheet = wall_sheet(made, around(shown), title=title, period=period, fact="")
    return replace(sheet, **facts)


COMPETENCES = tuple(
    ItemRow(place, 1, ItemKind.COMPETENCE, code, "", place, True)
    for place, code in enumerate(("watchfulness", "dealing", "rules"), 1)
)
CLEARANCE = tuple(
    (ItemRow(20 + place, 1, ItemKind.CLEARANCE, code, "", place, True), date(2026, 10, 2))
    for place, code in enumerate(("briefing", "confidentiality", "work_safety"))
)


def card(rows: tuple[ShadowingRow, ...] | None = None, **facts: object) -> TraineeCard:
    """The trainee number 1 with two confirmed shifts, one done, two planned, one to re-plan."""
    if rows is None:
        rows = (
            settled(shadowing(1, 1, date(2026, 11, 9))),
            settled(shadowing(2, 1, date(2026, 11, 13), 12, 22, 2), remark="Strādāja rūpīgi."),
            shadowing(3, 1, date(2026, 11, 20), 9, 19, 3, standing=Standing.DONE),
            shadowing(4, 1, date(2026, 11, 25), 9, 19, 4),
            shadowing(5, 1, date(2026, 11, 28), 21, 7, 5),
            shadowing(6, 1, date(2026, 12, 2), standing=Standing.REPLAN),
        )
    starts = clock.at(date(2026, 11, 26), 540)
    made = TraineeCard(
        line=line(1, hours(20, 20, done=600)),
        course=course(),
        clearance=CLEARANCE,
        shadowings=rows,
        addenda={},
        classes=(ClassRow(1, 1, ClassContent(1, starts, starts + timedelta(hours=7), "Taktika")),),
        away=(),
        competences=COMPETENCES,
        marks={1: (Mark.HELPED, Mark.ALONE), 2: (Mark.HELPED, Mark.HELPED)},
    )
    return replace(made, **facts)


def away(number: int, starts: datetime, ends: datetime, remark: str = "") -> UnavailabilityRow:
    return UnavailabilityRow(number, 1, UnavailabilityContent(1, starts, ends, remark))
