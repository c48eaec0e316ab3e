"""What goes back is judged by the house and the people as they are by now."""

from __future__ import annotations

from openblock.clock import standing_at
from openblock.features.rooms.commands import (
    EndHold,
    OpenSpace,
    VacateBed,
    end_hold,
    open_space,
    vacate_bed,
)
from openblock.features.rooms.queries.single import closure, hold
from tests.features.rooms.living import WHY, refused
from tests.features.rooms.placings import DAY, HOUR, NOW


def back(block, done):
    """One step back; the step forth again."""
    return block.back(done.undo)


def test_room_02_undo_of_a_move_is_refused_in_words_when_the_old_bed_is_taken(block):
    done = block.place(block.bob, "102 B")
    block.place(block.dan, "101 A")
    assert refused(back, block, done) == ["bed-taken"]


def test_room_02_undo_of_leaving_is_refused_when_the_person_has_another_bed(block):
    done = block.run(vacate_bed, VacateBed(block.bob, NOW, WHY))
    block.place(block.bob, "102 B", NOW + DAY)
    assert refused(back, block, done) == ["resident-has-bed"]


def test_room_04_undo_of_a_move_is_refused_when_the_old_bed_is_closed(block):
    done = block.place(block.bob, "102 B")
    block.close("bed", block.beds["101 A"], NOW + DAY)
    assert refused(back, block, done) == ["bed-closed"]


def test_room_04_undo_of_opening_is_refused_while_somebody_sleeps_there(block):
    number = block.close("bed", block.beds["101 B"], NOW - DAY).value
    version = block.store.read(closure, number).version
    done = block.run(open_space, OpenSpace(number, version, NOW))
    block.place(block.dan, "101 B", NOW + DAY)
    assert refused(back, block, done) == ["closure-occupied"]


def test_room_15_undo_of_letting_go_is_refused_while_the_bed_is_held_again(block):
    number = block.hold("101 B").value
    version = block.store.read(hold, number).version
    done = block.run(end_hold, EndHold(number, version, NOW + HOUR))
    block.hold("101 B", block.dan, NOW + HOUR)
    assert refused(back, block, done) == ["held-already"]


def test_kap_03_undo_does_not_bring_a_pair_together(block):
    done = block.place(block.bob, "102 B")
    block.place(block.dan, "101 B")
    block.apart(block.bob, block.dan)
    assert refused(back, block, done) == ["apart-in-room"]


def test_kap_05_a_pair_that_shared_the_room_when_it_was_done_does_again(block):
    """The room was shared when the pair was entered; a mistaken move is taken back all the same."""
    block.place(block.dan, "101 B")
    block.apart(block.bob, block.dan)
    back(block, block.place(block.bob, "102 B"))
    assert block.sleeping()[block.bob] == "101 A"


def test_what_is_over_is_put_back_without_a_question_about_now(block):
    done = block.place(block.dan, "101 B", NOW - DAY, NOW - HOUR)
    forth = back(block, done)
    block.apart(block.bob, block.dan)
    with standing_at(NOW + HOUR):
        block.back(forth)
    assert block.sleeping(NOW - 2 * HOUR)[block.dan] == "101 B"
