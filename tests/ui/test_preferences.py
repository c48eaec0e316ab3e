"""What is remembered per officer, in a file that names nobody."""

from __future__ import annotations

from PySide6.QtCore import QByteArray

from openblock.ui.preferences import WORKSTATION, Preferences, default_path


def test_values_come_back_with_their_types_after_a_restart(tmp_path):
    path = tmp_path / "window.ini"
    kept = Preferences(path, WORKSTATION).of(7)
    values = {"zoom": 150, "widths": [10, 20], "tab": "roster", "on": True, "nothing": None}
    for key, value in values.items():
        kept.remember(key, value)
    kept.flush()
    again = Preferences(path, WORKSTATION).of(7)
    assert {key: again.prefer(key, "?") for key in values} == values


def test_each_officer_has_their_own(tmp_path):
    workstation = Preferences(tmp_path / "window.ini", WORKSTATION)
    workstation.of(1).remember("zoom", 150)
    assert workstation.of(2).prefer("zoom", 100) == 100
    assert workstation.prefer("zoom", 100) == 100


def test_a_value_nobody_can_read_counts_as_absent(tmp_path):
    path = tmp_path / "window.ini"
    path.write_text("[account-1]\nzoom={{{\n")
    assert Preferences(path, WORKSTATION).of(1).prefer("zoom", 100) == 100


def test_a_state_of_qt_comes_back_byte_for_byte(tmp_path):
    kept = Preferences(tmp_path / "window.ini", WORKSTATION)
    kept.remember_bytes("geometry", QByteArray(b"\x00\xff\x01"))
    assert kept.prefer_bytes("geometry").data() == b"\x00\xff\x01"
    assert kept.prefer_bytes("other").isEmpty()


def test_the_file_lies_in_the_user_s_own_configuration():
    assert default_path().name == "window.ini"
