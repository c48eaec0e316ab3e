"""A figure that cannot be a limit is told what can be one."""

import pytest

from openblock.errors import Problem
from openblock.ui.messages import words
from openblock.ui.messages.limits import WORDS


@pytest.mark.parametrize("code", sorted(WORDS))
def test_each_limit_that_is_refused_says_what_it_may_be(code):
    said = words(Problem(code, facts={"most": 2000 * 60}))
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said


def test_the_most_overtime_is_said_in_hours():
    assert words(Problem("overtime-limit", facts={"most": 120})) == "From 0 to 2 hours."
