"""RO-13: letters mean one thing, whoever writes them: a kind may keep its own."""

import pytest

from openblock.errors import RuleBroken
from openblock.features.roster.commands.absence_codes import save_absence_code
from openblock.features.roster.commands.requests import SaveAbsenceCode
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, AbsenceKind, Letters


@pytest.mark.parametrize("kind", AbsenceKind)
def test_a_kind_may_keep_its_own_letters_and_may_not_take_the_next_ones(store, kind):
    store.run(save_absence_code, SaveAbsenceCode(kind, DEFAULT_LETTERS[kind]))
    for other in set(AbsenceKind) - {kind}:
        request = SaveAbsenceCode(kind, Letters(DEFAULT_LETTERS[other].code, "ZZ"))
        with pytest.raises(RuleBroken, match="absence-letter-taken"):
            store.run(save_absence_code, request)
