"""Icons are our own, all readable, and follow the theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from openblock.resources import resource
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import apply, token

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    apply(qapp)
    image = pixmap(name, "text", 24).toImage()
    drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert 10 < drawn < 500


def test_an_icon_takes_the_colour_of_the_theme_that_is_on(qapp: QApplication) -> None:
    made = icon("close", "text")
    seen = []
    for theme in ("light", "night"):
        apply(qapp, theme)
        image = made.pixmap(QSize(48, 48)).toImage()
        middle = image.pixelColor(image.width() // 2, image.height() // 2)
        seen.append(middle.name())
        assert middle == token("text")
    assert seen[0] != seen[1]
    apply(qapp)


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    apply(qapp)
    made = icon("close", "text")
    plain = made.pixmap(QSize(48, 48)).toImage()
    faint = made.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert plain != faint


def test_an_unknown_icon_is_a_bug_that_shows_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
