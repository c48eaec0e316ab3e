"""Posts are entered with who holds them, refused beside the name, and taken off the list."""

from __future__ import annotations

import pytest

from openblock.features.roster.queries.posts import posts
from openblock.features.roster.ui.posts_page import PostsPage
from openblock.ui.desk import Desk
from tests.factories import with_officer


@pytest.fixture
def desk(store) -> Desk:
    with_officer(store, "1", "Ozols", post="vārti")
    with_officer(store, "2", "Kalns", post="korpuss")
    return Desk(store)


@pytest.fixture
def page(qtbot, qapp, desk) -> PostsPage:
    made = PostsPage(desk)
    qtbot.addWidget(made)
    return made


def listed(desk):
    return [(each.name, len(each.holders)) for each in desk.read(posts)]


def test_a_post_is_entered_with_a_holder_changed_and_taken_off_the_list(page, desk):
    kalns = next(each for each in page.holders.model.officers if each.surname == "Kalns")
    page.form.fill({"name": "Vārti", "holders": (kalns.officer_id,)})
    page.save()
    assert listed(desk) == [("Vārti", 1)]
    assert page.model.index(0, 1).data() == "2 officers"
    assert page.form.values() == {"name": "", "holders": ()}
    page.table.choose(desk.read(posts)[0].post_id)
    assert page.form.values() == {"name": "Vārti", "holders": (kalns.officer_id,)}
    page.form.fill({"holders": ()})
    page.save()
    assert listed(desk) == [("Vārti", 0)]
    desk.undo()
    assert listed(desk) == [("Vārti", 1)]
    page.refresh()
    page.table.choose(desk.read(posts)[0].post_id)
    page.remove()
    assert listed(desk) == []


def test_a_post_that_is_listed_already_is_refused_beside_its_name_and_stays_typed(page, desk):
    page.form.fill({"name": "Vārti"})
    page.save()
    page.form.fill({"name": "vārti"})
    page.save()
    assert "vārti" in page.form.fields["name"].problem()
    assert page.form.values()["name"] == "vārti"
    assert listed(desk) == [("Vārti", 0)]


def test_posts_of_officers_that_are_not_listed_yet_are_offered(page):
    offered = page.name.completer().model().stringList()
    assert offered == ["korpuss", "vārti"]
    page.form.fill({"name": "Vārti"})
    page.save()
    assert page.name.completer().model().stringList() == ["korpuss"]
