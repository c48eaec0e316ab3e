"""Courses, trainees, clearance, classes, and shadowing shifts within officers' duties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from openblock.migrations.practice_guards import confirmed_within_duties, places_are_few

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# What a new block begins with (TR-02): they name themselves. A block that works already has them
# from this step; a new one is given them when it is set up.
USUAL = {
    "clearance": ("briefing", "confidentiality", "work_safety"),
    "competence": ("watchfulness", "dealing", "rules", "papers", "emergencies"),
}


def upgrade() -> None:
    """Build the tables of practice, and the backstops of TR-06 and TR-12."""
    _courses()
    _situations()
    _items()
    _trainees()
    _clearances()
    _timetable()
    _shadowings()
    _addenda()
    places_are_few()
    confirmed_within_duties()


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), nullable=False)


def _number(name: str = "id") -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _words(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _day(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _check(owner: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{owner}_{name}"))


def _link(column: str, table: str, owner: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{table}.id"], name=op.f(f"fk_{owner}_{column}_{table}")
    )


def _key(owner: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{owner}"))


def _courses() -> None:
    op.create_table(
        "courses",
        _number(),
        _words("name", 60),
        _day("first_day"),
        _day("last_day"),
        _number("required_minutes"),
        sa.Column("night_allowed", sa.Boolean(), nullable=False),
        _version(),
        _check("courses", "name_given", "name <> ''"),
        _check("courses", "days_in_order", "last_day >= first_day"),
        _check("courses", "required", "required_minutes >= 0"),
        _key("courses"),
        sa.UniqueConstraint("name", name=op.f("uq_courses_name")),
    )


def _situations() -> None:
    op.create_table(
        "situations",
        _number(),
        _number("course_id"),
        _number("place"),
        _words("code", 20),
        _words("name", 60),
        _words("kind", 10),
        _number("from_minute"),
        _number("to_minute"),
        _words("post", 60),
        _version(),
        _check(
            "situations",
            "kind_known",
            "kind IN ('day', 'night', 'weekend', 'time', 'post', 'chance')",
        ),
        _link("course_id", "courses", "situations"),
        _key("situations"),
    )
    op.create_index("ix_situations_course", "situations", ["course_id", "place"])


def _items() -> None:
    items = op.create_table(
        "practice_items",
        _number(),
        _words("kind", 20),
        _number("place"),
        _words("code", 20),
        _words("name", 80),
        sa.Column("active", sa.Boolean(), nullable=False),
        _version(),
        _check("practice_items", "kind_known", "kind IN ('clearance', 'competence')"),
        _check("practice_items", "named", "code <> '' OR name <> ''"),
        _key("practice_items"),
    )
    works_already = sa.exists().select_from(sa.table("accounts"))
    columns = ["kind", "place", "code", "name", "active", "version"]
    for kind, codes in USUAL.items():
        for place, code in enumerate(codes):
            values = (kind, place, code, "", True, 1)
            usual = sa.select(*map(sa.literal, values)).where(works_already)
            op.execute(items.insert().from_select(columns, usual))


def _trainees() -> None:
    op.create_table(
        "trainees",
        _number(),
        _number("course_id"),
        _words("surname", 100),
        _words("given_name", 100),
        _words("group", 20),
        _words("phone", 40),
        _day("left_on", nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        _version(),
        _check("trainees", "surname_given", "surname <> ''"),
        _check("trainees", "given_name_given", "given_name <> ''"),
        _link("course_id", "courses", "trainees"),
        _link("account_id", "accounts", "trainees"),
        _key("trainees"),
        sa.UniqueConstraint("account_id", name=op.f("uq_trainees_account_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_trainees_course", "trainees", ["course_id"])


def _clearances() -> None:
    op.create_table(
        "clearances",
        _number(),
        _number("trainee_id"),
        _number("item_id"),
        _day("day"),
        _words("noted_by", 120),
        _version(),
        _link("trainee_id", "trainees", "clearances"),
        _link("item_id", "practice_items", "clearances"),
        _key("clearances"),
        sa.UniqueConstraint("trainee_id", "item_id", name=op.f("uq_clearances_trainee_id_item_id")),
    )


def _timetable() -> None:
    op.create_table(
        "classes",
        _number(),
        _number("course_id"),
        _words("group", 20),
        _moment("starts_at"),
        _moment("ends_at"),
        _words("title", 80),
        _version(),
        _check("classes", "forwards", "ends_at > starts_at"),
        _link("course_id", "courses", "classes"),
        _key("classes"),
    )
    op.create_index("ix_classes_course_starts", "classes", ["course_id", "starts_at"])
    op.create_index("ix_classes_ends", "classes", ["ends_at"])
    op.create_table(
        "unavailabilities",
        _number(),
        _number("trainee_id"),
        _moment("starts_at"),
        _moment("ends_at"),
        _words("remark", 200),
        _version(),
        _check("unavailabilities", "forwards", "ends_at > starts_at"),
        _link("trainee_id", "trainees", "unavailabilities"),
        _key("unavailabilities"),
    )
    op.create_index(
        "ix_unavailabilities_trainee_ends", "unavailabilities", ["trainee_id", "ends_at"]
    )


def _shadowings() -> None:
    op.create_table(
        "shadowings",
        _number(),
        _number("trainee_id"),
        _number("officer_id"),
        _moment("starts_at"),
        _moment("ends_at"),
        _words("state", 10),
        _words("cause", 20),
        _words("override", 500),
        _words("duty_code", 10),
        _moment("duty_starts_at"),
        _moment("duty_ends_at"),
        _words("planned_by", 120),
        _moment("planned_at"),
        _moment("actual_starts_at", nullable=True),
        _moment("actual_ends_at", nullable=True),
        sa.Column("situations", sa.JSON(), nullable=False),
        sa.Column("evaluation", sa.JSON(), nullable=False),
        _words("remark", 1000),
        _words("settled_by", 120),
        _moment("settled_at", nullable=True),
        _version(),
        *_shadowing_checks(),
        _link("trainee_id", "trainees", "shadowings"),
        _link("officer_id", "officers", "shadowings"),
        _key("shadowings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_shadowings_trainee_starts", "shadowings", ["trainee_id", "starts_at"])
    op.create_index("ix_shadowings_officer_ends", "shadowings", ["officer_id", "ends_at"])
    op.create_index("ix_shadowings_ends", "shadowings", ["ends_at"])


def _shadowing_checks() -> tuple[sa.CheckConstraint, ...]:
    return (
        _check("shadowings", "forwards", "ends_at > starts_at"),
        _check("shadowings", "state_known", "state IN ('planned', 'confirmed', 'missed')"),
        _check("shadowings", "cause_known", "cause IN ('', 'trainee-away', 'class')"),
        _check(
            "shadowings",
            "confirmed_has_times",
            "(state = 'confirmed') = (actual_starts_at IS NOT NULL AND actual_ends_at IS NOT NULL)",
        ),
        _check(
            "shadowings",
            "actual_forwards",
            "actual_starts_at IS NULL OR actual_ends_at > actual_starts_at",
        ),
    )


def _addenda() -> None:
    op.create_table(
        "addenda",
        _number(),
        _number("shadowing_id"),
        _words("words", 1000),
        _words("added_by", 120),
        _moment("added_at"),
        _check("addenda", "words_given", "words <> ''"),
        _link("shadowing_id", "shadowings", "addenda"),
        _key("addenda"),
    )
    op.create_index("ix_addenda_shadowing", "addenda", ["shadowing_id"])
