"""Every sheet ``openblock print`` makes, by its name."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.cli.grounds import GROUNDS
from openblock.cli.practice import PRACTICE
from openblock.cli.roster import ROSTER
from openblock.cli.sheets import SHEETS, SheetChoice

#: Every sheet but the month's roster, which was there first.
EVERY_SHEET: Mapping[str, SheetChoice] = {**SHEETS, **PRACTICE, **GROUNDS, **ROSTER}
