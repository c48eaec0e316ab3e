"""What changed since a version: for the wall without health, for duty whole."""

from openblock.features.roster.queries.rows import Comparison
from openblock.features.roster.rules.absence import DEFAULT_LETTERS
from openblock.features.roster.rules.versions import NOTHING
from openblock.features.roster.sheets.changes import changes_number, changes_of
from tests.features.roster.living_rosters import MONTH, content, difference, duty, on

NAMES = {1: "Žagars E.", 2: "Eglītis J."}


def comparison() -> Comparison:
    sick = content(absence="sick")
    return Comparison(
        MONTH,
        3,
        5,
        (
            difference(1, on(9), content(duty(1, on(9))), sick, 4, "gripa"),
            difference(1, on(10), NOTHING, sick, 4, "gripa"),
            difference(1, on(11), NOTHING, sick, 4, "gripa"),
            difference(2, on(9), NOTHING, content(duty(2, on(9))), 4, "gripa kolēģim"),
            difference(2, on(13), content(duty(2, on(13))), NOTHING, 5, "samainījās"),
        ),
    )


def test_a_wall_copy_has_x_and_no_reason_at_all_for_reasons_tell_what_x_hides():
    sheet = changes_of(comparison(), NAMES, DEFAULT_LETTERS, for_wall=True)
    assert [(each.days, each.name, each.before, each.after) for each in sheet.lines] == [
        ("9 Nov", "Eglītis J.", "–", "24"),
        ("9 Nov", "Žagars E.", "24", "X"),
        ("10 Nov–11 Nov", "Žagars E.", "–", "X"),
        ("13 Nov", "Eglītis J.", "24", "–"),
    ]
    assert not any(each.reason for each in sheet.lines)
    assert not sheet.with_reasons
    assert "gripa" not in repr(sheet)


def test_a_duty_copy_tells_the_kind_and_the_reason():
    sheet = changes_of(comparison(), {}, DEFAULT_LETTERS, for_wall=False)
    zagars = [each for each in sheet.lines if each.name == "Žagars Edvīns"]
    assert [(each.after, each.reason) for each in zagars] == [("S", "gripa"), ("S", "gripa")]
    assert zagars[0].made == "Kārlis Cīrulis, 20/11/2026 07:55"


def test_the_sheet_says_which_versions_and_how_many_days_differ():
    sheet = changes_of(comparison(), NAMES, DEFAULT_LETTERS, for_wall=True)
    assert (sheet.since, sheet.counted) == ("version 3 – version 5", "5 changed days")
    assert changes_number(comparison()) == "DI-2026-11-3-5"
