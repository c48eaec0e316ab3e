"""What the window and every sheet say of the block itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """Name and kind of unit.

    ``demonstration`` is the notice the window shows when the people are invented, ``remark`` what
    every sheet says in its foot then.
    """

    name: str = ""
    unit_kind: str = ""
    demonstration: str = ""
    remark: str = ""
