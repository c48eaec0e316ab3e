"""A sheet that is ready to be made: what it is, whose data it shows, how its bytes come about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from openblock.printing.sheet import Imprint


@dataclass(frozen=True, slots=True)
class ReadySheet:
    """What the window and the command line both need to log a sheet, and then to make it.

    ``key`` names the sheet in the log, ``number`` is what it is found by, ``file_name`` has no
    folder and no ``.pdf``; ``subjects`` are written ``"resident:5"``, ``details`` are plain values
    for the log. ``make`` takes an imprint whose version it replaces by ``version``.
    ``recipient`` is who receives it unless somebody else is named; "" is the notice board.
    """

    key: str
    title: str
    number: str
    file_name: str
    version: str
    make: Callable[[Imprint], bytes]
    subjects: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    recipient: str = ""
