"""What a lock closed half typed is a draft again."""

from __future__ import annotations

from openblock.features.grounds.ui.booking_half import draft_of, typed_of
from tests.features.grounds.outside import NOW


def test_what_is_half_typed_is_a_draft_again(block):
    content = block.wish("field", "ab", 16, (15, 16.5), officer="agnese", purpose="Futbols")
    assert draft_of({**typed_of(content), "version": 3}) == (content, 3)


def test_what_was_not_typed_yet_has_the_usual_hours_of_today(block):
    draft, version = draft_of({})
    assert (draft.area_id, draft.residents, version) == (0, (), 0)
    assert draft.starts_at.date() == NOW.date()
    assert draft.span.minutes == 60
