"""The faces: every letter comes from a font that has it."""

from __future__ import annotations

import pytest

from openblock.printing.fonts import Face, missing, runs, width
from openblock.resources import resource

LATVIAN = "āčēģīķļņōŗšūž ĀČĒĢĪĶĻŅŌŖŠŪŽ „“”‘’ – — · × € 0123456789 08:30"


@pytest.mark.parametrize("face", Face)
def test_every_face_has_every_latvian_letter(face):
    assert missing(LATVIAN, face) == frozenset()


@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
def test_latvian_comes_from_one_font(face):
    assert [run.font for run in runs("Ņikitina-Čakstiņa Ē.", face)] == [face.value[0]]


@pytest.mark.parametrize("sign", ["\N{MINUS SIGN}", "■", "→", "▲"])
def test_a_sign_that_one_font_lacks_comes_from_the_other(sign):
    drawn = runs(f"a{sign}b", Face.REGULAR)
    assert [(run.font, run.text) for run in drawn] == [
        ("NotoSans-Regular", "a"),
        ("DejaVuSans", sign),
        ("NotoSans-Regular", "b"),
    ]


def test_a_letter_no_font_has_is_noted_by_its_code_point():
    assert "".join(run.text for run in runs("Li 李", Face.REGULAR)) == "Li [U+674E]"
    assert missing("Li 李") == {"李"}


def test_decomposed_letters_are_composed():
    assert runs("Be\N{COMBINING MACRON}rzin\N{COMBINING CEDILLA}s\N{COMBINING CARON}", Face.BOLD)[
        0
    ].text.startswith("Bērz")


def test_line_ends_and_tabs_become_spaces_and_invisible_characters_go():
    assert runs("a\tb\nc\N{ZERO WIDTH SPACE}\N{RIGHT-TO-LEFT OVERRIDE}d", Face.REGULAR)[0].text == (
        "a b cd"
    )


def test_a_no_break_space_stays():
    assert runs("4\N{NO-BREAK SPACE}343", Face.REGULAR)[0].text == "4\N{NO-BREAK SPACE}343"


def test_empty_text_has_no_runs_and_no_width():
    assert runs("", Face.REGULAR) == ()
    assert width("", Face.REGULAR, 9) == 0


def test_width_grows_with_size_and_figures_are_equally_wide():
    assert width("24", Face.BOLD, 10) == pytest.approx(2 * width("24", Face.BOLD, 5))
    assert len({width(figure, Face.REGULAR, 10) for figure in "0123456789"}) == 1


def test_width_is_what_reportlab_will_draw():
    from openblock.printing.fonts import font

    words = "Ņikitina-Čakstiņa Ē."
    assert width(words, Face.BOLD, 12) == pytest.approx(
        font("NotoSans-Bold").stringWidth(words, 12)
    )


def test_each_font_travels_with_its_licence():
    folder = resource("fonts")
    for face in Face:
        for name in face.value:
            family = name.partition("-")[0].removesuffix("Mono")
            assert (folder / f"{name}.ttf").exists()
            assert (folder / f"{family}-LICENSE.txt").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("face", [Face.REGULAR, Face.BOLD])
def test_every_word_of_the_catalogues_can_be_printed(face):
    from tests.catalogue import words

    catalogues = [words.in_the_code(), *(words.catalogue(each) for each in words.LANGUAGES)]
    unprintable = {
        said: missing(said, face)
        for catalogue in catalogues
        for message in catalogue
        if message.id
        for said in (*words.strings(message), *(each for each in words.key(message)[1:] if each))
        if isinstance(said, str) and missing(said, face)
    }
    assert unprintable == {}


def test_a_sign_the_text_of_a_pdf_cannot_carry_is_written_as_its_code_point():
    assert "".join(run.text for run in runs("A\N{GRINNING FACE}", Face.REGULAR)) == "A[U+1F600]"
