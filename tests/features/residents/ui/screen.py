"""What the tests of the residents' screens look at: the moment, the open form, the people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QApplication, QWidget

from openblock import clock
from openblock.features.residents.queries import ResidentCard, resident_card
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.storage.store import Store
from tests.factories import with_officer, with_prison, with_resident

NOW = clock.at(date(2026, 11, 22), 4 * 60 + 52)


def dialog_of(over: QWidget) -> ReasonedDialog:
    """The form that is open over the tab."""
    (shown,) = [each for each in over.findChildren(ReasonedDialog) if each.isVisible()]
    return shown


def typed(dialog: ReasonedDialog, **values: object) -> ReasonedDialog:
    """The same form with ``values`` in its fields."""
    dialog.form.fill(dict(values))
    return dialog


def card_of(store: Store, resident_id: int) -> ResidentCard:
    card = store.read(resident_card, resident_id, clock.now())
    assert card is not None
    return card


def problems(dialog: ReasonedDialog) -> list[str]:
    """The fields beside which something is said."""
    return [name for name, field in dialog.form.fields.items() if field.problem()]


def shown_names(tab) -> list[str]:
    return [line.row.surname for line in tab.register.shown()]


def a_block(store: Store) -> dict[str, int]:
    """Four who are here, one who comes on Tuesday, one who left; their numbers by surname."""
    officer = with_officer(store, "17", "Strautiņa", given_name="Dace")
    prison = with_prison(store)
    sentence = {"sentence_start": date(2022, 2, 2), "sentence_end": date(2027, 6, 17)}
    return {
        "Žagars": with_resident(store, "Žagars", "Ivo"),
        "Ābols": with_resident(store, "Ābols", "Zigurds", sentence_end=date(2026, 12, 3)),
        "Čakāns": with_resident(store, "Čakāns", "Ādolfs", sentence_end=date(2026, 11, 20)),
        "Rudzītis": with_resident(
            store,
            *("Rudzītis", "Aigars"),
            personal_code="161175-19997",
            birth_date=date(1975, 11, 16),
            needs=("lower_bed",),
            contact_officer_id=officer,
            admitted_from_id=prison,
            **sentence,
        ),
        "Zariņš": with_resident(
            store, "Zariņš", "Edgars", admitted=clock.at(date(2026, 11, 24), 600)
        ),
        "Bite": with_resident(
            store,
            *("Bite", "Raitis"),
            discharged=clock.at(date(2026, 10, 1), 600),
            discharge_kind="released",
        ),
    }


def visible_words(widgets: Sequence[QWidget]) -> list[str]:
    """What the buttons that can be seen say."""
    return [each.text() for each in widgets if not each.isHidden()]


def focus() -> QWidget | None:
    return QApplication.focusWidget()
