"""News for the message bar."""

from __future__ import annotations

import pytest

from openblock.ui.notice import Action, Notice


def test_a_notice_cannot_be_changed_once_it_is_shown():
    notice = Notice("news", "Something new.", (Action("Do it", print),))
    with pytest.raises(AttributeError):
        notice.sentence = "Something else."
