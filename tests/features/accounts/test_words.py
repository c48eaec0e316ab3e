"""Every role has a name."""

from __future__ import annotations

from openblock.features.accounts.rights import DOOR, Role
from openblock.features.accounts.words import role_words


def test_every_role_has_a_name_of_its_own():
    roles = (*Role, DOOR)
    said = {role_words(role) for role in roles}
    assert len(said) == len(roles)
    assert not said & set(roles)


def test_a_role_nobody_knows_stands_for_itself():
    assert role_words("wizard") == "wizard"
