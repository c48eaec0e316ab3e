"""Fields of forms: label, editor, and the problem beside it while typing."""

from __future__ import annotations

from openblock.ui.forms.editors import (
    Choice,
    DayEdit,
    DegreesEdit,
    Editor,
    NumberEdit,
    TextEdit,
    TimeEdit,
    YesNo,
)
from openblock.ui.forms.form import Field, Form, labelled
from openblock.ui.forms.reading import read_day, read_degrees, read_minute

__all__ = [
    "Choice",
    "DayEdit",
    "DegreesEdit",
    "Editor",
    "Field",
    "Form",
    "NumberEdit",
    "TextEdit",
    "TimeEdit",
    "YesNo",
    "labelled",
    "read_day",
    "read_degrees",
    "read_minute",
]
