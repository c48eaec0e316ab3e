"""The picker of one person, the search from anywhere, and the photograph that is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from openblock.errors import KnownError
from openblock.features.accounts.queries import log_rows
from openblock.features.residents.ui import search_source
from openblock.features.residents.ui.person_picker import FoundModel, PersonPicker
from openblock.features.residents.ui.portrait import LARGEST, photo_of, small_jpeg
from openblock.storage.log import LogFilter
from tests.factories import with_house, with_placement, with_resident
from tests.features.residents.ui.screen import NOW, card_of
from tests.rig import settle


@pytest.fixture
def picker(qtbot, desk):
    """A picker in a window, with another field to leave it for."""
    over = QWidget()
    qtbot.addWidget(over)
    column = QVBoxLayout(over)
    made = PersonPicker(desk)
    other = QLineEdit()
    column.addWidget(made)
    column.addWidget(other)
    with qtbot.waitExposed(over):
        over.show()
    over.activateWindow()
    made.setFocus()
    made.other = other
    yield made
    over.close()


def offered(picker) -> list[str]:
    return [each.name for each in picker.offered.found]


def test_a_few_letters_and_enter_pick_somebody(qtbot, ids, picker):
    qtbot.keyClicks(picker, "rudz")
    qtbot.waitUntil(lambda: offered(picker) == ["Rudzītis Aigars"])
    qtbot.waitUntil(picker.popup.isVisible)
    qtbot.keyClick(picker.popup, Qt.Key.Key_Return)
    assert picker.value() == ids["Rudzītis"]
    assert picker.text() == "Rudzītis Aigars"
    assert picker.unread() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_one_marked_among_several_is_taken_by_a_key(key, qtbot, store, ids, picker):
    with_resident(store, "Ābols", "Otrs")
    qtbot.keyClicks(picker, "abols")
    qtbot.waitUntil(picker.popup.isVisible)
    assert len(offered(picker)) == 2
    qtbot.keyClick(picker.popup, Qt.Key.Key_Down)
    marked = picker.popup.currentIndex().data()
    qtbot.keyClick(picker, key)
    assert picker.text() == marked == offered(picker)[1]
    assert picker.value() is not None
    assert not picker.popup.isVisible()


def test_of_several_enter_takes_the_one_that_is_marked(qtbot, store, ids, picker):
    other = with_resident(store, "Ābols", "Aivars")
    qtbot.keyClicks(picker, "abols")
    qtbot.waitUntil(lambda: len(offered(picker)) == 2)
    qtbot.waitUntil(picker.popup.isVisible)
    qtbot.keyClick(picker.popup, Qt.Key.Key_Return)
    assert picker.value() == other
    assert picker.text() == "Ābols Aivars"


def test_of_several_a_click_takes_the_one_that_is_meant(qtbot, store, ids, picker):
    with_resident(store, "Ābols", "Aivars")
    qtbot.keyClicks(picker, "abols")
    qtbot.waitUntil(picker.popup.isVisible)
    second = picker.popup.visualRect(picker.popup.model().index(1, 0)).center()
    qtbot.mouseClick(picker.popup.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert picker.value() == ids["Ābols"]


def test_one_who_alone_can_be_meant_is_taken_on_leaving(qtbot, ids, picker):
    qtbot.keyClicks(picker, "abols")
    picker.other.setFocus()
    settle()
    assert picker.value() == ids["Ābols"]


def test_several_who_can_be_meant_are_not_guessed_among(qtbot, store, ids, picker):
    with_resident(store, "Ābols", "Otrs")
    qtbot.keyClicks(picker, "abols")
    picker.other.setFocus()
    settle()
    assert picker.value() is None
    assert "pick a name" in picker.unread()


def test_typing_on_takes_the_choice_back(qtbot, ids, picker):
    picker.set_value(ids["Ābols"])
    assert picker.text() == "Ābols Zigurds"
    qtbot.keyClicks(picker, "x")
    assert picker.value() is None
    picker.set_value(999)
    assert (picker.value(), picker.text(), picker.unread()) == (None, "", "")


def test_whoever_cannot_be_meant_is_not_offered(qtbot, ids, picker):
    picker.set_value(ids["Rudzītis"])
    picker.exclude((ids["Rudzītis"],))
    assert picker.value() is None
    qtbot.keyClicks(picker, "rudz")
    picker.other.setFocus()
    settle()
    assert offered(picker) == []
    assert picker.value() is None


def test_those_who_are_not_inside_say_where_they_are(qtbot, ids, picker):
    qtbot.keyClicks(picker, "bite")
    qtbot.waitUntil(lambda: offered(picker) == ["Bite Raitis"])
    assert picker.offered.index(0).data() == "Bite Raitis · left"
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(picker.offered, mode)
    assert FoundModel().rowCount() == 0


def test_names_seen_while_picking_are_in_the_log(qtbot, store, ids, picker):
    qtbot.keyClicks(picker, "rudz")
    qtbot.waitUntil(lambda: bool(offered(picker)))
    rows = store.read(log_rows, LogFilter(subject=("resident-list", "picker")))
    assert [row.operation for row in rows] == ["consult"]


# The search from anywhere


def test_the_search_finds_a_resident_with_the_bed(desk, store, ids):
    house = with_house(store)
    with_placement(store, ids["Rudzītis"], house.beds["102 A"], NOW)
    source = search_source()
    (hit,) = source.find(desk, "rudzits")
    assert (hit.title, hit.detail) == ("Rudzītis Aigars", "102 A")
    assert (hit.tab, dict(hit.place)) == ("residents", {"resident_id": ids["Rudzītis"]})
    assert source.consults
    assert source.title() == "Residents"


@pytest.mark.parametrize(
    ("typed", "detail"), [("abols", "no bed"), ("zarins", "expected"), ("bite", "left")]
)
def test_the_search_says_where_somebody_is(typed, detail, desk, ids):
    (hit,) = search_source().find(desk, typed)
    assert hit.detail == detail


def test_a_hit_opens_the_card_with_the_keyboard_on_it(desk, ids, show_tab):
    tab = show_tab()
    (hit,) = search_source().find(desk, "bite")
    tab.go_to(hit.place)
    tab.focus_first()
    assert tab.card.shown.row.surname == "Bite"
    assert tab.card.timeline.hasFocus()
    assert tab.place() == {"resident_id": ids["Bite"]}


# Photographs


def picture(path, size, kind=b"png", text="") -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    for place in range(0, min(size), 3):
        image.setPixelColor(place, place, Qt.GlobalColor.yellow)
    writer = QImageWriter(str(path), kind)
    if text:
        writer.setText("Comment", text)
    assert writer.write(image)


def test_a_picture_is_made_small_and_keeps_nothing_else(tmp_path):
    path = tmp_path / "from-camera.png"
    picture(path, (1200, 900), text="56.79 N, 23.94 E")
    jpeg = photo_of(path)
    kept = QImage.fromData(jpeg)
    assert (kept.width(), kept.height()) == (300, 225)
    assert len(jpeg) <= LARGEST
    assert jpeg.startswith(b"\xff\xd8\xff")
    assert b"56.79" not in jpeg
    assert b"Exif" not in jpeg


def test_a_small_picture_is_not_blown_up(tmp_path):
    path = tmp_path / "small.bmp"
    picture(path, (90, 120), b"bmp")
    kept = QImage.fromData(photo_of(path))
    assert (kept.width(), kept.height()) == (90, 120)


def test_noise_that_hardly_shrinks_still_fits(qapp):
    import random

    invented = random.Random(7)
    noise = QImage(invented.randbytes(600 * 800 * 4), 600, 800, QImage.Format.Format_RGB32)
    assert len(small_jpeg(noise)) <= LARGEST


@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("content", [b"", b"not a picture", b"\xff\xd8\xff\xe0 cut short"])
def test_what_is_no_picture_is_refused_in_words(content, tmp_path, desk, store, ids, show_tab):
    path = tmp_path / "virus.jpg"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="photo-not-a-picture"):
        photo_of(path)
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    refusals = []
    desk.refused.connect(refusals.append)
    tab.openings.keep_photo(tab.card.shown, path)
    assert [each.code for each in refusals] == ["photo-not-a-picture"]
    assert card_of(store, ids["Ābols"]).photo is None


def test_a_picture_chosen_is_on_the_card_at_once(tmp_path, store, ids, show_tab):
    path = tmp_path / "face.png"
    picture(path, (300, 400))
    tab = show_tab()
    tab.open_card(ids["Ābols"])
    tab.openings.keep_photo(tab.card.shown, path)
    assert card_of(store, ids["Ābols"]).photo is not None
    assert tab.card.heading.portrait.toolTip() == "Photograph of Ābols Zigurds"


def test_what_is_clear_in_a_picture_becomes_white(qapp):
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    buffer = QBuffer()
    buffer.setData(small_jpeg(image))
    assert buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    assert QImage.fromData(buffer.data()).pixelColor(5, 5).lightness() > 250
