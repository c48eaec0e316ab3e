from __future__ import annotations

import pytest

from openblock.importing import readers
from openblock.importing.cells import Unreadable
from openblock.importing.doubtful import meant_by, refuse_doubtful


def refused(found: str) -> Unreadable:
    with pytest.raises(Unreadable) as reason:
        refuse_doubtful(found)
    return reason.value


@pytest.mark.parametrize("found", ["#REF!", "#N/A", "#NAME?", "#div/0!", "########"])
def test_an_error_that_became_text_is_an_error_still(found):
    assert refused(found).code == "cell-error"


@pytest.mark.parametrize(
    "found", ['"', '-"-', "-//-", "\u2014\u201d\u2014", "- // -", "''", "\u3003"]
)
def test_a_ditto_mark_is_no_text(found):
    assert refused(found).code == "cell-ditto"


def misread(name: str, encoding: str) -> str:
    """``name`` in UTF-8 as Windows shows it where it takes it for another encoding."""
    signs = []
    for byte in name.encode():
        try:
            signs.append(bytes([byte]).decode(encoding))
        except UnicodeDecodeError:
            signs.append(chr(byte))
    return "".join(signs)


@pytest.mark.parametrize("name", ["Bērziņš", "Ķēniņš", "Čačs", "Ūdrītis", "Žubīte", "Ozoliņš"])
@pytest.mark.parametrize("encoding", ["cp1252", "cp1257"])
def test_utf_8_that_was_read_as_something_else_is_told_with_what_it_was(name, encoding):
    reason = refused(misread(name, encoding))
    assert reason.code == "cell-garbled"
    assert reason.facts["meant"] == name


@pytest.mark.parametrize("name", ["Bērziņš", "Jürgen", "Łukasz", "O’Brien", "Иванов", "Åse", "Ō"])
def test_a_name_that_is_as_it_was_typed_is_let_be(name):
    refuse_doubtful(name)
    assert meant_by(name) == ""


def test_a_letter_of_another_alphabet_among_the_others_is_named():
    reason = refused("Zane \u0410nna")
    assert (reason.code, reason.facts["sign"]) == ("cell-two-alphabets", "\u0410")
    assert refused("\u0418\u0432\u0430\u043do\u0432").facts["sign"] == "o"


def test_two_words_of_two_alphabets_are_no_fault():
    refuse_doubtful("Ivanovs Иванов")


@pytest.mark.parametrize("cell", ["#REF!", '-"-', "Bê\ufffd"])
def test_every_text_column_refuses_what_is_doubtful(cell):
    with pytest.raises(Unreadable):
        readers.text(40)(cell)
