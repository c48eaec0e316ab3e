"""The one way into the tables: the database itself refuses what would overlap (RO-03)."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.commands.content import EMPTY, Content
from tests.factories import with_officer, with_templates
from tests.features.roster.days import DAY, NEXT

COPY = """
INSERT INTO duties (officer_id, template_id, day, code, starts_at, ends_at, post, origin,
                    changed_by, changed_at, version)
SELECT officer_id, template_id, :day, code, {start}, ends_at, post, origin,
       changed_by, changed_at, 1 FROM duties
"""


@pytest.fixture
def officer(store):
    with_templates(store)
    officer = with_officer(store)
    store.run(change_cells, ChangeCells((CellEdit(officer, DAY, "24"),)))
    return officer


def test_ro_03_the_database_refuses_an_overlapping_duty_past_every_command(store, officer):
    with pytest.raises(IntegrityError, match="overlap:duty"), store.engine.begin() as connection:
        connection.execute(text(COPY.format(start="starts_at")), {"day": NEXT})


def test_ro_03_the_database_refuses_a_duty_moved_over_another(store, officer):
    store.run(change_cells, ChangeCells((CellEdit(officer, NEXT, "24"),)))
    with pytest.raises(IntegrityError, match="overlap:duty"), store.engine.begin() as connection:
        connection.execute(
            text("UPDATE duties SET starts_at = (SELECT min(starts_at) FROM duties)")
        )


def test_a_cell_shows_its_code_or_b_or_nothing():
    assert (Content(code="24").shown, Content(free=True).shown, Content(free=False).shown) == (
        "24",
        "B",
        "",
    )
    assert EMPTY.shown == ""
