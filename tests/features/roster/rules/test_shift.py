"""RO-01: how long a shift may be, and what a template must say."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.rules import (
    Limits,
    Minimum,
    Shift,
    TemplateShape,
    minimum_problems,
    template_problems,
)
from openblock.features.roster.rules import length_problems as problems
from openblock.features.roster.rules.shift import post_problems

DAY = date(2026, 11, 22)
LIMITS = Limits()


@pytest.mark.parametrize(
    ("minutes", "fine"), [(59, False), (60, True), (1500, True), (1501, False)]
)
def test_ro_01_a_shift_lasts_from_one_to_twenty_five_hours(minutes, fine):
    shift = Shift(at(DAY), at(DAY) + timedelta(minutes=minutes), DAY)
    assert (problems(shift, LIMITS) == ()) is fine


def test_a_template_makes_a_shift_that_crosses_midnight():
    shift = TemplateShape("N", "nakts", 1200, 720).on(DAY, "vārti")
    assert shift == Shift(at(DAY, 1200), at(DAY + timedelta(days=1), 480), DAY, "vārti")


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        (TemplateShape("", "x", 0, 480), "template-code"),
        (TemplateShape("ABCD", "x", 0, 480), "template-code"),
        (TemplateShape("d", "x", 0, 480), "template-code"),
        (TemplateShape("-", "x", 0, 480), "template-code"),
        (TemplateShape("B", "x", 0, 480), "template-code-reserved"),
        (TemplateShape("D", " ", 0, 480), "template-name"),
        (TemplateShape("D", "x" * 41, 0, 480), "template-name"),
        (TemplateShape("D", "x", 1440, 480), "template-start"),
        (TemplateShape("D", "x", -1, 480), "template-start"),
        (TemplateShape("D", "x", 0, 59), "template-length"),
        (TemplateShape("D", "x", 0, 1441), "template-length"),
    ],
)
def test_a_template_that_makes_no_sense_is_refused(shape, code):
    assert [each.code for each in template_problems(shape, LIMITS)] == [code]


def test_a_template_of_a_whole_day_is_fine():
    assert template_problems(TemplateShape("24", "diennakts", 540, 1440), LIMITS) == ()
    assert template_problems(TemplateShape("Ķ", "x", 0, 60), LIMITS) == ()


@pytest.mark.parametrize("name", ["a\x00b", "diena\u200b", "\u202ediena", "", " ", "x" * 41])
def test_a_template_s_name_can_be_seen_whole(name):
    shape = TemplateShape("Q", name, 480, 480)
    assert [each.code for each in template_problems(shape, LIMITS)] == ["template-name"]


@pytest.mark.parametrize(
    ("post", "codes"),
    [("", []), ("  ", []), ("x" * 60, []), ("x" * 61, ["post-name"]), ("a\u202eb", ["post-name"])],
)
def test_a_post_beside_a_shift_may_be_none_but_not_anything(post, codes):
    assert [each.code for each in post_problems(post)] == codes
    assert [each.code for each in minimum_problems(Minimum("Vārti", 0, 60, 1, post))] == codes
