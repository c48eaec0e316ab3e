"""Only one's own duties that have not begun can be asked about."""

from __future__ import annotations

from openblock import clock
from openblock.features.roster.ui.exchange_asking import ExchangeAsking
from tests.features.roster.ui.living import desk_as, lay, on


def test_own_duties_to_come_are_offered_in_order_and_no_others(qtbot, block):
    cells = [(block.berzins, day) for day in (20, 22, 24, 28)]
    lay(block.store, *cells, (block.kalns, 25))
    with clock.standing_at(clock.at(on(22), 541)):
        asking = ExchangeAsking(desk_as(block.store, block.berzins))
    qtbot.addWidget(asking)
    assert [asking.duties.itemText(each) for each in range(asking.duties.count())] == [
        "24, 24 Nov 09:00–09:00",
        "24, 28 Nov 09:00–09:00",
    ]
    asking.duties.set_value(on(28))
    with qtbot.waitSignal(asking.asked) as heard:
        asking.substitute_button.click()
    assert heard.args == ["substitute", block.berzins, on(28)]
