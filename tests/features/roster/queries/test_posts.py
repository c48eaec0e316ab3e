"""RO-11: a post that is listed asks for a qualification; one that is not asks for nothing."""

from sqlalchemy.orm import Session

from openblock.features.roster.commands.posts import save_post
from openblock.features.roster.commands.requests import SavePost
from openblock.features.roster.queries.posts import posts, qualified
from tests.factories import with_officer


def test_ro_11_whose_own_post_it_is_and_who_holds_it_are_qualified_and_nobody_else(store):
    own = with_officer(store, "1", post="vārti")
    held = with_officer(store, "2", "Kalns", post="korpuss")
    with_officer(store, "3", "Liepa")
    store.run(save_post, SavePost("Vārti", (held,)))
    with Session(store.engine) as session:
        assert qualified(session, "VĀRTI ") == frozenset({own, held})
        assert qualified(session, "korpuss") is None
        assert qualified(session, "") is None


def test_posts_are_listed_in_the_order_of_the_latvian_alphabet(store):
    for name in ("Žogs", "Čuguns", "Centrs"):
        store.run(save_post, SavePost(name))
    assert [each.name for each in store.read(posts)] == ["Centrs", "Čuguns", "Žogs"]
