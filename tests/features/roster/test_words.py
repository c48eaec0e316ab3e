"""Every kind of absence has words of its own, and one that is hidden gives nothing away."""

from __future__ import annotations

from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.words import kind_name


def test_every_kind_of_absence_has_its_own_words():
    assert len({kind_name(kind) for kind in (*AbsenceKind, None)}) == len(AbsenceKind) + 1


def test_a_kind_that_is_nobodys_business_says_only_that_somebody_is_away():
    assert kind_name(None) == "away"
