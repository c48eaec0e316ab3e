from __future__ import annotations

from dataclasses import replace

from openblock.importing.intake import Stored
from tests.importing.samples import BLANK, intake

PLAIN = intake([{**BLANK, "code": "K1", "count": 3}])
STORED = Stored("K1", {**BLANK, "code": "K1", "count": 3})


def test_a_row_is_recognised_by_its_identity_unless_the_feature_says_otherwise():
    assert PLAIN.keys_of({"code": "K1"}) == ("k1",)
    assert PLAIN.keys_of({"code": ""}) == ()
    by_name = replace(PLAIN, recognise=lambda given: (given["name"], given["code"]))
    assert by_name.keys_of({"code": "K1", "name": "n"}) == ("n", "K1")


def test_an_entry_is_named_by_its_identity_unless_the_feature_says_otherwise():
    assert PLAIN.name_of({"code": "K1", "name": "n"}) == "K1"
    assert replace(PLAIN, named=lambda values: values["name"]).name_of({"name": "n"}) == "n"


def test_what_a_row_leaves_out_is_as_stored_or_else_as_of_a_new_entry():
    assert PLAIN.after(STORED, {"name": "n"}) == {**STORED.values, "name": "n"}
    assert PLAIN.after(None, {"name": "n"}) == {**BLANK, "name": "n"}


def test_a_feature_settles_what_a_row_says_anew():
    settled = replace(PLAIN, settle=lambda stored, given: {} if stored else given)
    assert settled.after(STORED, {"count": 9})["count"] == 3
    assert settled.after(None, {"count": 9})["count"] == 9
