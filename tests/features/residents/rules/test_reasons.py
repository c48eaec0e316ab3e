"""What counts as a reason, and which warnings still want one."""

from __future__ import annotations

import pytest

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.reasons import (
    reason_problems,
    tidy_reason,
    unanswered,
    unfit_problems,
)

WARNED = Problem("one", Severity.WARNING, {"a": 1})


@pytest.mark.parametrize(
    ("reason", "does"),
    [
        ("", False),
        ("abcd", False),
        ("  abcd  ", False),
        ("abcde", True),
        (" a b c ", True),
        ("x" * 500, True),
        ("x" * 501, False),
    ],
)
def test_a_reason_has_five_to_five_hundred_characters_after_trimming(reason, does):
    assert (reason_problems(tidy_reason(reason)) == ()) is does


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\ud800"])
def test_a_reason_with_a_sign_that_cannot_be_seen_is_none(sign):
    assert [each.code for each in reason_problems(f"komi{sign}sija")] == ["text-not-printable"]
    assert [each.code for each in unfit_problems(sign)] == ["text-not-printable"]


@pytest.mark.parametrize(
    ("reason", "fits"), [("", True), ("abcd", True), ("x" * 500, True), ("x" * 501, False)]
)
def test_a_reason_nobody_asked_for_may_be_short_but_not_endless(reason, fits):
    assert (unfit_problems(reason) == ()) is fits


def test_a_reason_is_kept_in_one_line():
    assert tidy_reason(" tā  lēma\n\nkomisija ") == "tā lēma komisija"


def test_only_warnings_want_a_reason():
    error, said = Problem("two"), Problem("three", Severity.INFORMATION)
    assert unanswered((error, WARNED, said), (), {}) == (WARNED,)


def test_a_warning_that_stood_and_was_answered_is_not_asked_about_again():
    assert unanswered([WARNED], [WARNED], {"one": "because"}) == ()


@pytest.mark.parametrize(
    ("before", "accepted"),
    [
        ((), {"one": "because"}),
        ((WARNED,), {}),
        ((Problem("one", Severity.WARNING, {"a": 2}),), {"one": "because"}),
    ],
)
def test_a_warning_that_is_new_other_or_never_answered_is_asked_about(before, accepted):
    assert unanswered([WARNED], before, accepted) == (WARNED,)
