"""Alert marks told before somebody is placed read as sentences."""

from __future__ import annotations

import pytest

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import AlertKind
from openblock.ui.messages import words
from openblock.ui.messages.marks import alert_words


def said(code: str, *alerts: AlertKind) -> str:
    facts = {"name": "Ozols Jānis", "alerts": tuple(alerts)}
    return words(Problem(code, Severity.INFORMATION, facts))


def test_whoever_comes_and_whoever_sleeps_there_are_told_apart():
    assert said("own-alert", AlertKind.HEALTH) == "Ozols Jānis has an alert mark: health."
    assert said("roommate-alert", AlertKind.CONFLICT, AlertKind.ESCAPE) == (
        "Ozols Jānis, who sleeps in the room, has an alert mark: conflict, escape."
    )


@pytest.mark.parametrize("kind", list(AlertKind))
def test_every_kind_of_mark_has_words(kind):
    assert alert_words(("no such kind",)) == "no such kind"
    assert "_" not in alert_words((kind,))
    assert alert_words((kind,)).replace("-", "_") == kind.value
