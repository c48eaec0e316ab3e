"""The frame: head and foot of every page, whole whatever the names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from openblock.printing.fonts import Face, width
from openblock.printing.page import Frame, Heading, centred
from openblock.printing.sheet import Imprint
from openblock.printing.style import A3_WALL, A4_HANDED, A4_WALL, MM

IMPRINT = Imprint(
    block="Olaines cietums · Atklātā cietuma korpuss",
    sheet_number="DG-2026-11-A4",
    version="3. versija",
    printed_by="Cīrulis K.",
    printed_at=datetime(2026, 11, 24, 6, 41, tzinfo=UTC),
    audit_number=48213,
    audit_head="7c41e09a52d8ffee00",
    remark="PARAUGS · izdomāti dati",
)
HEADING = Heading("Dežūru grafiks", "2026. gada novembris", "3. versija", "publicēta 20.11.2026.")
LONG = "Ieslodzījuma vietu pārvaldes ļoti garš nosaukums " * 6


def page_of(frame, pages=1):
    leaves = [frame.leaf() for _page in range(pages)]
    frame.close(leaves)
    return leaves[-1]


def words_of(leaf):
    return [each.words for each in leaf.texts]


def overlaps(leaf):
    """Pairs of strings of one baseline that run into each other."""
    found = []
    for one in leaf.texts:
        end = one.x + width(one.words, one.face, one.size)
        found += [
            (one.words, other.words)
            for other in leaf.texts
            if other is not one
            and abs(one.baseline - other.baseline) < 2
            and one.x <= other.x < end - 0.01
        ]
    return found


@pytest.mark.parametrize("style", [A3_WALL, A4_WALL, A4_HANDED])
def test_every_page_says_whose_it_is_and_which_one(style):
    leaf = page_of(Frame(style, HEADING, IMPRINT), pages=5)
    said = words_of(leaf)
    assert IMPRINT.block in said
    assert {"Dežūru grafiks", "2026. gada novembris", "3. versija"} <= set(said)
    assert "Sheet No. DG-2026-11-A4" in said
    assert "Page 5 of 5" in said
    assert "3. versija · Printed by Cīrulis K., 24/11/2026 08:41" in said
    assert "Audit record No. 48\N{NO-BREAK SPACE}213 · chain head 7c41 e09a 52d8" in said
    assert "PARAUGS · izdomāti dati" in said
    assert overlaps(leaf) == []


@pytest.mark.parametrize("style", [A3_WALL, A4_WALL, A4_HANDED])
def test_long_names_wrap_and_nothing_is_lost_or_run_over(style):
    imprint = replace(IMPRINT, block=LONG, printed_by=LONG, version=LONG, remark=LONG)
    frame = Frame(style, replace(HEADING, fact=LONG, detail=LONG), imprint)
    leaf = page_of(frame)
    assert "".join(words_of(leaf)).replace(" ", "").count(LONG.replace(" ", "")) == 6
    assert overlaps(leaf) == []
    assert all(each.size >= 7 for each in leaf.texts)
    for each in leaf.texts:
        assert each.x >= style.left - 0.01
        assert each.x + width(each.words, each.face, each.size) <= style.right_edge + 0.01
        assert 0 < each.baseline < style.height - style.bottom
    assert frame.body_top < frame.body_bottom


def test_a_longer_head_leaves_less_room_below():
    plain = Frame(A4_WALL, HEADING, IMPRINT)
    long = Frame(A4_WALL, HEADING, replace(IMPRINT, block=LONG * 2))
    assert long.body_top > plain.body_top


def test_the_body_keeps_two_millimetres_from_the_footer():
    frame = Frame(A4_WALL, HEADING, IMPRINT)
    rules = sorted(y for lines in page_of(frame).lines.values() for _x, y, _x2, _y2 in lines)
    assert rules[0] < frame.body_top
    assert rules[-1] - frame.body_bottom == pytest.approx(2 * MM)


def test_a_long_period_makes_the_title_smaller_and_keeps_it_off_the_date():
    leaf = page_of(
        Frame(A4_WALL, replace(HEADING, period="no 2026. gada 1. janvāra " * 5), IMPRINT)
    )
    title = next(each for each in leaf.texts if each.words == HEADING.title)
    assert title.size < A4_WALL.title
    assert overlaps(leaf) == []


def test_a_sheet_without_version_and_remark_has_no_empty_dot():
    leaf = page_of(Frame(A4_WALL, Heading("T", "p"), replace(IMPRINT, version="", remark="")))
    assert "Printed by Cīrulis K., 24/11/2026 08:41" in words_of(leaf)


def test_capitals_are_centred_between_two_heights():
    baseline = centred(10, 30, 10)
    assert (baseline + baseline - 0.714 * 10) / 2 == pytest.approx(20)
    assert Face.REGULAR in Face
