"""How much of a sentence is served: the share, the words, and spans of uneven months."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.residents.ui.served import served_on, span_words

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("start", "end", "share", "done", "left"),
    [
        (date(2022, 2, 2), date(2027, 6, 17), 0.894, "4 years 9 months", "6 months 26 days left"),
        (date(2026, 11, 22), date(2026, 11, 22), 0.0, "0 days", "0 days left"),
        (date(2027, 1, 1), date(2027, 3, 1), 0.0, "has not begun", "2 months"),
        (date(2020, 1, 1), date(2026, 11, 21), 1.0, "6 years 10 months", "served"),
    ],
)
def test_a_sentence_is_said_in_words_beside_its_bar(start, end, share, done, left):
    served = served_on(start, end, TODAY)
    assert round(served.share, 3) == share
    assert (served.done, served.left) == (done, left)


def test_a_sentence_of_which_an_end_is_missing_draws_nothing(ids, show_tab):
    assert served_on(None, TODAY, TODAY) is None
    assert served_on(TODAY, date(2026, 1, 1), TODAY) is None
    tab = show_tab()
    tab.open_card(ids["Žagars"])
    assert tab.card.facts.served.isHidden()
    tab.open_card(ids["Rudzītis"])
    assert not tab.card.facts.served.isHidden()


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 1, 31), date(2024, 2, 29), "29 days"),
        (date(2024, 2, 29), date(2025, 2, 28), "11 months 30 days"),
        (date(2026, 11, 1), date(2026, 12, 1), "1 month"),
    ],
)
def test_spans_of_uneven_months_are_counted_as_people_do(start, end, words):
    assert span_words(start, end) == words
