"""What the roster's own lists refuse is said in whole sentences, with the way out."""

import pytest

from openblock.errors import Problem
from openblock.ui.messages import words
from openblock.ui.messages.roster_lists import WORDS

FACTS = {"code": "S", "name": "<b>", "most": 60}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_each_refusal_is_a_sentence_without_its_code(code):
    said = words(Problem(code, facts=FACTS))
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said
