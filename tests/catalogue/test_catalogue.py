"""The catalogues hold every word of the code, whole, and compiled as they stand."""

from __future__ import annotations

import ast
import unicodedata

import pytest
from babel.messages.catalog import Catalog

from tests.catalogue import words

STALE = "run: python -m tests.catalogue update"
CUT_SHORT = ("ned.", "plān.")


def real_messages(language):
    return [each for each in words.catalogue(language) if each.id]


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_catalogue_holds_exactly_the_words_of_the_code(language):
    wanted, held = words.keys(words.in_the_code()), words.keys(words.catalogue(language))
    assert (sorted(map(str, wanted - held)), sorted(map(str, held - wanted))) == ([], []), STALE


def test_no_word_hides_where_the_extraction_does_not_look():
    """As inside the braces of an f-string, which are read only by Python 3.12 and later."""
    seen = {message for _context, message in words.keys(words.in_the_code())}
    hidden = [
        f"{path.relative_to(words.ROOT)}:{call.lineno}: {call.args[place].value}"
        for path in sorted(words.HOUSE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for place in {"_": [0], "p_": [1]}.get(call.func.id, ())
        if isinstance(call.args[place], ast.Constant) and call.args[place].value not in seen
    ]
    assert hidden == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_message_is_translated_in_every_form(language):
    forms = words.catalogue(language).num_plurals
    missing = [
        words.key(each)
        for each in real_messages(language)
        if not all(words.strings(each))
        or each.fuzzy
        or (each.pluralizable and len(words.strings(each)) != forms)
    ]
    assert missing == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_translation_names_the_same_placeholders(language):
    wrong = [
        (words.key(each), text)
        for each in real_messages(language)
        for text in words.strings(each)
        if text
        and words.placeholders(text)
        != words.placeholders(each.id[-1] if each.pluralizable else each.id)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_translation_ends_as_its_message_does(language):
    def edge(text):
        stripped = text.rstrip()
        mark = stripped[-1:] if stripped[-1:] in {":", "…", "."} else ""
        return text[: len(text) - len(text.lstrip())], mark, text[len(stripped) :]

    def ends_alike(text, message):
        # A date in Latvian has a full stop of its own, and so has a word cut short.
        dated = text.endswith("}") and message.endswith("}.")
        cut_short = text.endswith(CUT_SHORT) and edge(text[:-1]) == edge(message)
        return dated or cut_short or edge(text) == edge(message)

    wrong = [
        (words.key(each), text)
        for each in real_messages(language)
        for text in words.strings(each)
        if text and not ends_alike(text, each.id[-1] if each.pluralizable else each.id)
    ]
    assert wrong == []


def test_latvian_is_written_in_latin_letters():
    foreign = [
        text
        for each in real_messages("lv")
        for text in words.strings(each)
        for letter in text
        if letter.isalpha() and not unicodedata.name(letter).startswith("LATIN")
    ]
    assert foreign == []


def test_latvian_counts_in_its_three_forms():
    assert words.catalogue("lv").num_plurals == Catalog(locale="lv").num_plurals == 3


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_compiled_catalogue_is_the_catalogue_compiled(language):
    held = words.place(language, "mo").read_bytes()
    assert held == words.as_mo(words.catalogue(language)), STALE


def test_messages_are_found_in_all_three_spellings(tmp_path, monkeypatch):
    monkeypatch.setattr(words, "HOUSE", tmp_path)
    text = 'def f(n):\n    return _("a"), p_("month", "May"), n_("one", "{number} many", n)\n'
    (tmp_path / "x.py").write_text(text, encoding="utf-8")
    assert words.keys(words.in_the_code()) == {
        (None, "a"),
        ("month", "May"),
        (None, ("one", "{number} many")),
    }
