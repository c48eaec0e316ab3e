"""What travels with the programme is found, and what is missing is named."""

import pytest

from openblock.resources import resource


def test_a_resource_of_a_checkout_is_found():
    assert resource("samples", "officers.csv").is_file()


def test_a_missing_resource_is_named():
    with pytest.raises(FileNotFoundError, match="resources/fonts/no-such"):
        resource("fonts", "no-such.ttf")
