"""The card: whose it is, what to mind, what can be done, and what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from openblock.features.accounts.queries import log_rows
from openblock.features.accounts.rights import may
from openblock.features.residents.commands import (
    AddNote,
    OpenKeepApart,
    SaveAlert,
    SetPhoto,
    add_note,
    open_keep_apart,
    save_alert,
    set_photo,
)
from openblock.features.residents.queries import Event
from openblock.features.residents.rules.content import AlertContent
from openblock.features.residents.ui import tab_spec
from openblock.features.residents.ui.card import MARKS, NOTES, OVERVIEW
from openblock.features.residents.ui.code_line import MASK
from openblock.features.residents.ui.heading import birth_words, tags_of
from openblock.features.residents.ui.timeline import AHEAD_ROLE, TimelineModel, moment_of
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from tests.factories import with_house, with_placement, with_resident
from tests.features.residents.ui.screen import NOW, card_of, visible_words
from tests.rig import settle

TODAY = date(2026, 11, 22)
_BOOKED = {"area": "Field", "start": NOW, "end": NOW, "purpose": ""}
GIVEN = {"place": lambda *_a: None, "swap": lambda *_a: None, "sheets": lambda *_a: ()}


def tags(store, resident_id, room="") -> list[str]:
    return [tag.words for tag in tags_of(card_of(store, resident_id), room, TODAY)]


def buttons(tab) -> list[str]:
    settle()
    return visible_words([*tab.card.bar.buttons.values()])


def test_a_card_says_whose_it_is_and_what_to_mind(store, ids):
    rudzitis = ids["Rudzītis"]
    store.run(open_keep_apart, OpenKeepApart(rudzitis, ids["Bite"], "section", "draudi darbā"))
    for text, last in (("alerģija pret riekstiem", None), ("beigusies", date(2026, 11, 21))):
        mark = AlertContent("health", text, date(2026, 11, 1), last)
        store.run(save_alert, SaveAlert(rudzitis, None, 0, mark))
    assert tags(store, rudzitis, "105 A") == [
        "105 A",
        "lower bed",
        "keep apart: Bite Raitis",
        "Health: alerģija pret riekstiem",
    ]
    assert birth_words(date(1975, 11, 16), TODAY) == "b. 16/11/1975, 51 years old"
    assert birth_words(None, TODAY) == "birth date not known"


def test_the_last_day_of_a_mark_still_shows_it(store, ids):
    mark = AlertContent("escape", "vakar meklēts", date(2026, 11, 20), TODAY)
    store.run(save_alert, SaveAlert(ids["Ābols"], None, 0, mark))
    card = card_of(store, ids["Ābols"])
    assert any("Escape" in tag.words for tag in tags_of(card, "1 A", TODAY))
    after = tags_of(card, "1 A", TODAY + timedelta(days=1))
    assert not any("Escape" in tag.words for tag in after)


def test_who_is_here_without_a_bed_is_marked(store, ids):
    assert tags(store, ids["Ābols"]) == ["no bed"]
    assert tags(store, ids["Zariņš"]) == ["E expected"]
    assert tags(store, ids["Bite"]) == ["L left"]


def test_the_code_is_masked_until_asked_for_and_the_log_knows(qtbot, store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Rudzītis"])
    line = tab.card.heading.code
    assert line.words.text() == MASK
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert line.words.text() == "161175-19997"
    look = store.read(log_rows, LogFilter(subject=("resident", str(ids["Rudzītis"]))))
    assert {row.purpose for row in look if row.operation == "consult"} == {
        "duty",
        "duty: personal code",
    }
    line.timer.setInterval(1)
    line.timer.start()
    qtbot.waitUntil(lambda: line.words.text() == MASK)


def test_the_code_goes_with_the_card_and_with_the_tab(ids, show_tab):
    tab = show_tab()
    line = tab.card.heading.code
    for leave in (lambda: tab.open_card(ids["Ābols"]), tab.hide):
        tab.open_card(ids["Rudzītis"])
        line.toggle()
        assert line.is_shown
        leave()
        assert not line.is_shown
        assert "161175" not in line.words.text()


def test_a_card_without_a_code_has_nothing_to_show(ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    line = tab.card.heading.code
    assert line.words.text() == "none"
    assert line.button.isHidden()
    line.toggle()
    assert not line.is_shown


def test_a_role_that_may_not_see_codes_is_not_offered_them(store_as, ids, show_tab, desk):
    other = Desk(store_as("duty_officer"), may=desk._may)  # noqa: SLF001
    tab = show_tab(other)
    tab.open_card(ids["Rudzītis"])
    assert tab.card.heading.code.button.isHidden()
    tab.card.heading.code.toggle()
    assert tab.card.heading.code.words.text() == MASK
    other.close()


def test_what_can_be_done_fits_the_person(store, ids, show_tab):
    house = with_house(store)
    with_placement(store, ids["Ābols"], house.beds["101 A"], NOW)
    tab = show_tab(**GIVEN)
    tab.open_card(ids["Ābols"])
    assert buttons(tab) == [
        *("Move…", "Swap…", "Release…", "Note", "Change…", "Print…", "More"),
    ]
    tab.open_card(ids["Rudzītis"])
    assert buttons(tab)[:2] == ["Place…", "Release…"]
    tab.open_card(ids["Zariņš"])
    assert buttons(tab)[:2] == ["Place…", "Cancel the arrival…"]
    tab.open_card(ids["Bite"])
    assert buttons(tab)[:2] == ["Readmit…", "Note"]
    assert "Erase after retention…" in [each.text() for each in tab.card.bar.menu.actions()]


def test_nothing_of_another_feature_is_offered_where_nothing_is_given(ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    assert buttons(tab) == ["Release…", "Note", "Change…", "More"]
    assert tab.sheets() == ()


def test_keys_reach_what_rooms_give(qtbot, store, ids, show_tab):
    house = with_house(store)
    with_placement(store, ids["Ābols"], house.beds["101 A"], NOW)
    asked = []
    tab = show_tab(
        place=lambda _desk, number, _over: asked.append(("place", number)),
        swap=lambda _desk, number, _over: asked.append(("swap", number)),
    )
    tab.open_card(ids["Ābols"])
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(tab, Qt.Key.Key_M, control)
    qtbot.keyClick(tab, Qt.Key.Key_J, control)
    assert asked == [("place", ids["Ābols"]), ("swap", ids["Ābols"])]


def test_a_key_that_fits_nobody_now_says_so(qtbot, desk, ids, show_tab):
    tab = show_tab()
    said = []
    desk.said.connect(said.append)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(tab, Qt.Key.Key_R, control)
    tab.open_card(ids["Bite"])
    qtbot.keyClick(tab, Qt.Key.Key_R, control)
    assert said == [
        "Choose somebody in the list first.",
        "This cannot be done for Bite Raitis now.",
    ]


def test_a_trainee_never_sees_the_tab():
    assert not may("trainee", tab_spec().operation)
    assert may("duty_officer", tab_spec().operation)


def test_an_auditor_reads_and_changes_nothing(store_as, store, ids, show_tab, desk):
    store.run(add_note, AddNote(ids["Ābols"], "fact", "Atgriezās laikā."))
    other = Desk(store_as("auditor"), may=desk._may)  # noqa: SLF001
    tab = show_tab(other, **GIVEN)
    tab.open_card(ids["Ābols"])
    assert buttons(tab) == ["Print…"]
    assert tab.card.notes.writing.isHidden()
    assert not tab.card.sections.isTabVisible(NOTES)
    assert tab.page.admit_button.isHidden()
    other.close()


def test_the_timeline_stands_the_latest_first_and_marks_what_lies_ahead(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Rudzītis"])
    model = tab.card.timeline.entries
    assert [event.kind for event in model.shown] == ["sentence-end", "admitted"]
    assert [model.index(n).data(AHEAD_ROLE) for n in range(2)] == [True, False]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("planned, ")
    assert model.index(1).data() == "05/01/2026 11:00: Admitted from Tālais cietums"


def test_the_timeline_can_be_narrowed_to_one_kind(store, ids, show_tab):
    store.run(add_note, AddNote(ids["Ābols"], "fact", "Atgriezās laikā."))
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    QAbstractItemModelTester(
        tab.card.timeline.entries, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    tab.card.narrow.set_value("notes")
    assert [event.kind for event in tab.card.timeline.entries.shown] == ["note-fact"]
    tab.card.narrow.set_value("")
    assert tab.card.timeline.entries.rowCount() == 3
    settle()


def test_a_moment_of_another_year_is_a_whole_date():
    this_year, last_year = Event(NOW, "admitted"), Event(NOW - timedelta(days=400), "admitted")
    assert moment_of(this_year, NOW) == "22 Nov 04:52"
    assert moment_of(last_year, NOW) == "18/10/2025"
    assert moment_of(replace(this_year, kind="sentence-end"), NOW) == "22 Nov"
    assert TimelineModel().data(TimelineModel().index(0)) is None


def test_another_person_begins_on_the_overview_and_the_same_stays_where_it_is(ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.card.open_section(MARKS)
    tab.refresh()
    assert tab.card.sections.currentIndex() == MARKS
    tab.open_card(ids["Žagars"])
    assert tab.card.sections.currentIndex() == OVERVIEW


def test_a_photograph_is_shown_and_taken_away_again(store, ids, show_tab, desk):
    from PySide6.QtGui import QImage

    from openblock.features.residents.ui.portrait import small_jpeg

    picture = QImage(900, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGray)
    store.run(set_photo, SetPhoto(ids["Ābols"], small_jpeg(picture)))
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    assert tab.card.heading.portrait.accessibleName() == "Photograph of Ābols Zigurds"
    tab.do("no-photo")
    assert card_of(store, ids["Ābols"]).photo is None
    assert tab.card.heading.portrait.accessibleName() == "No photograph of Ābols Zigurds"
    desk.undo()
    assert card_of(store, ids["Ābols"]).photo is not None


def test_long_names_and_signs_of_markup_stay_within_the_card(store, show_tab):
    number = with_resident(store, "Ķ" * 90, "O'Braiens-Šmits")
    tab = show_tab()
    tab.open_card(number)
    settle()
    assert tab.card.heading.width() <= tab.card.width()
    assert tab.card.heading.name.wordWrap()


def test_an_entry_that_another_tab_can_show_leads_there_and_no_other_does(
    qtbot, store, ids, show_tab
):
    tab = show_tab()
    tab.go_to({"resident_id": ids["Ābols"]})
    booked = Event(NOW, "booked", _BOOKED, 7, "grounds", {"booking_id": 7})
    entries = tab.card.timeline.entries
    entries.show_events((booked, Event(NOW - timedelta(days=1), "admitted")), NOW)
    with qtbot.waitSignal(tab.desk.tab_wanted) as wanted:
        tab.card.timeline.activated.emit(entries.index(0))
    assert wanted.args == ["grounds", {"booking_id": 7}]
    with qtbot.assertNotEmitted(tab.desk.tab_wanted):
        tab.card.timeline.activated.emit(entries.index(1))
