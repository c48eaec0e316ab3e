"""Keep-apart pairs, alert marks and the erasure, from the card and from the list of all."""

from __future__ import annotations

from datetime import date, timedelta

from openblock import clock
from openblock.features.residents.commands import (
    OpenKeepApart,
    open_keep_apart,
)
from openblock.features.residents.queries import pairs_open
from tests.features.residents.ui.screen import NOW, card_of, dialog_of, focus, problems, typed
from tests.rig import settle

WHY = "komisija tā lēma"


def test_a_pair_is_opened_by_typing_a_few_letters(qtbot, store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.do("apart")
    form = dialog_of(tab)
    picker = form.form.fields["second_id"].editor
    qtbot.keyClicks(picker, "rudz")
    form.form.fields["reason"].set_value("draudi")
    picker.editingFinished.emit()
    assert picker.value() == ids["Rudzītis"]
    form.accept()
    settle()
    (pair,) = store.read(pairs_open, ids["Ābols"])
    assert (pair.second_name, pair.level, pair.reason) == ("Rudzītis Aigars", "room", "draudi")
    assert "keep apart: Rudzītis Aigars" in [tag.tag.words for tag in tab.card.heading.tags]


def test_a_pair_is_changed_closed_and_opened_again_with_its_history(store, ids, show_tab):
    pair = OpenKeepApart(ids["Ābols"], ids["Bite"], "room", WHY)
    store.run(open_keep_apart, pair)
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    entries = tab.card.pairs
    entries.table.choose(entries.model.rows[0].pair_id)
    entries.look()
    assert [each.isEnabled() for each in entries.buttons] == [True, True, False, True]
    entries.do(0)
    typed(dialog_of(tab), level="building").accept()
    settle()
    assert entries.model.rows[0].level == "building"
    entries.do(1)
    typed(dialog_of(tab), reason="samierinājušies").accept()
    settle()
    entries.table.choose(entries.model.rows[0].pair_id)
    entries.do(2)
    typed(dialog_of(tab), reason="atkal strīds").accept()
    settle()
    assert [each.is_open for each in store.read(pairs_open, ids["Ābols"])] == [True, False]


def test_all_pairs_stand_in_one_list_beside_the_register(qtbot, store, ids, show_tab):
    store.run(open_keep_apart, OpenKeepApart(ids["Ābols"], ids["Bite"], "room", WHY))
    tab = show_tab()
    tab.page.pairs_action.trigger()
    assert tab.page.shows_pairs
    assert tab.pairs.nothing.isHidden()
    assert tab.pairs.entries.model.index(0, 0).data() == "Ābols Zigurds – Bite Raitis"
    assert focus() is tab.pairs.entries.table
    tab.pairs.back_button.click()
    assert not tab.page.shows_pairs


def test_a_mark_is_set_changed_and_taken_out(store, ids, desk, show_tab):
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.do("mark")
    typed(dialog_of(tab), text="alerģija").accept()
    settle()
    alerts = tab.card.alerts
    alerts.table.choose(alerts.model.rows[0].alert_id)
    alerts.do(0)
    form = typed(dialog_of(tab), last_day=date(2026, 11, 1))
    form.accept()
    assert problems(form) == ["last_day"]
    typed(form, last_day=date(2026, 12, 1)).accept()
    settle()
    assert card_of(store, ids["Ābols"]).alerts[0].content.last_day == date(2026, 12, 1)
    alerts.do(2)
    settle()
    assert card_of(store, ids["Ābols"]).alerts == ()
    desk.undo()
    assert len(card_of(store, ids["Ābols"]).alerts) == 1


def test_erasing_too_early_is_refused_in_the_form(store, ids, show_tab):
    tab = show_tab()
    tab.open_card(ids["Bite"])
    tab.do("erase")
    form = typed(dialog_of(tab), reason="tiesību aizsardzība")
    form.accept()
    assert form.isVisible()
    assert form.trouble.text()
    form.reject()
    with clock.standing_at(NOW + timedelta(days=11 * 366)):
        tab.open_card(ids["Bite"])
        tab.do("erase")
        typed(dialog_of(tab), reason="tiesību aizsardzība").accept()
        settle()
        assert tab.card.shown.row.surname != "Bite"
        assert list(tab.card.bar.buttons) == []
