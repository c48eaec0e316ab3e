"""The palette: one named colour per use, in three themes, readable at 4.5:1 in each."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

THEMES = ("light", "dark", "night")

_TABLE = """
window      E9ECEF 14181C 0E0B09
chrome      F3F5F7 1A1F24 14110E
surface     FFFFFF 20262C 191512
alt         F7F8FA 252C33 1F1A16
grid        E3E7EB 303840 2A241E
line        CDD4DB 414B55 3D342B
strong      8995A1 75828F 6F6152
text        18222D E5EAEE CDBBA5
text2       465362 B6C0CA A8977F
text3       5F6C7A 98A4B0 978670
accent      1B5A8A 7FB6E3 C98F4E
onaccent    FFFFFF 0E2030 1A120A
soft        E1ECF6 213A50 33261A
today       FFF6DC 3A3220 2B2113
todayline   976000 E0B04E C98F4E
ontoday     FFFFFF 1F1804 1A120A
hatch       DDE2E7 333C45 2C251F
bad         A8231B F08A80 DB7A63
badsoft     FBE6E3 47241F 3A1D16
warn        7A4B00 E5B65C CBA050
warnsoft    FDEFCF 40331A 33280F
ok          1D6638 82C79A 93A971
oksoft      E0F1E5 1F3A29 222A17
vio         65388A C6A3E6 B592AE
viosoft     EFE6F6 372A46 2E222C
chip.24     D6E6F4 264A69 382C20
onchip.24   123F63 D5E8F8 D9BF9C
chip.D      FBEBC4 4F4120 3B3216
onchip.D    5E3B00 F3DEA6 D6BC73
chip.N      33475E 0E1318 0A0807
onchip.N    FFFFFF B9CBE0 B39D84
chip.A      D9EEDF 21422F 232C18
onchip.A    15512B B4E0C3 A9BE86
chip.S      F3DDE6 4A2636 371B20
onchip.S    7A1F4A F2B8D0 D99AA0
chip.M      E9E0F3 3A2D4C 2F232E
onchip.M    54307A D9C2F0 C3A3BC
chip.other  DCEBEA 1F4443 252A24
onchip.other 1B4746 B5DEDB AEB79B
"""

TOKENS: dict[str, tuple[str, str, str]] = {
    name: ("#" + light, "#" + dark, "#" + night)
    for name, light, dark, night in (row.split() for row in _TABLE.strip().splitlines())
}

_chosen = ["light"]


def choose(name: str) -> None:
    """Let :func:`token` answer for theme ``name`` from now on; ValueError for an unknown one."""
    if name not in THEMES:
        raise ValueError(name)
    _chosen[0] = name


def chosen() -> str:
    """The theme that is on."""
    return _chosen[0]


@cache
def _colour(theme: str, name: str) -> QColor:
    return QColor(TOKENS[name][THEMES.index(theme)])


def token(name: str) -> QColor:
    """The colour called ``name`` in the theme that is on; KeyError for an unknown name."""
    return _colour(_chosen[0], name)
