"""What the programme says when the computer lacks something for it."""

from __future__ import annotations

import socket

import pytest

from openblock import needs

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def test_nothing_is_missing_where_the_tests_run():
    assert needs.missing_packages() == ()
    assert needs.package_trouble() == ""
    assert needs.missing_libraries(OFFSCREEN) == ()
    assert needs.window_trouble(OFFSCREEN) == ""


def test_a_missing_package_is_named_as_pip_knows_it(monkeypatch):
    monkeypatch.setitem(needs.PACKAGES, "sqlcipher9.dbapi2", "sqlcipher9")
    assert needs.missing_packages() == ("sqlcipher9",)
    assert "sqlcipher9" in needs.package_trouble()
    assert "pip install ." in needs.package_trouble()


def test_a_missing_library_is_named_as_debian_knows_it(monkeypatch):
    monkeypatch.setitem(needs._WINDOW_LIBRARIES, "libnowhere.so.9", "libnowhere9")  # noqa: SLF001
    assert needs.missing_libraries(OFFSCREEN) == ("libnowhere9",)
    assert "apt-get install --no-install-recommends libnowhere9" in needs.window_trouble(OFFSCREEN)


def test_libraries_are_asked_for_on_linux_only(monkeypatch):
    monkeypatch.setattr(needs.sys, "platform", "win32")
    assert needs.missing_libraries({}) == ()
    assert needs.has_screen({})


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":4711"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_without_a_screen_the_way_to_print_is_shown(environment):
    assert not needs.has_screen(environment)
    assert "print roster --month" in needs.window_trouble(environment)


@pytest.mark.parametrize(
    "environment",
    [OFFSCREEN, {"QT_QPA_PLATFORM": "vnc:size=800x600"}, {"WAYLAND_DISPLAY": "wayland-0"}],
)
def test_what_needs_no_x_display_is_not_asked_for_one(environment):
    assert needs.has_screen(environment)


def test_a_display_that_answers_is_a_screen(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(needs, "_X_PORT", server.getsockname()[1] - 7)
        assert needs.has_screen({"DISPLAY": "127.0.0.1:7.0"})


def test_the_way_to_print_names_what_was_started(monkeypatch):
    monkeypatch.setattr(needs.sys, "argv", ["/somewhere/main.py"])
    assert "python main.py print" in needs.window_trouble({})
    monkeypatch.setattr(needs.sys, "argv", ["/usr/bin/openblock"])
    assert "  openblock print" in needs.window_trouble({})
