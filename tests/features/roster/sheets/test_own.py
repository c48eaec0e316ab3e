"""One officer's own month before it is drawn."""

from dataclasses import replace

from openblock.features.roster.rules.absence import DEFAULT_LETTERS
from openblock.features.roster.sheets.own import own_number, own_of
from tests.features.roster.own_months import own_month


def test_every_day_stands_there_with_what_is_on_it():
    sheet = own_of(own_month(), DEFAULT_LETTERS)
    assert len(sheet.days) == 30
    first, second, third = sheet.days[0], sheet.days[1], sheet.days[2]
    assert (first.letter, first.times, first.where, first.minutes) == (
        "24",
        "09:00–09:00",
        "Postenis 1",
        24 * 60,
    )
    assert (second.letter, second.where, second.changed) == ("S", "sickness", True)
    assert (third.letter, third.where) == ("B", "kept free")


def test_who_may_not_know_why_is_told_nothing_but_away():
    own = own_month()
    day, content, changed = own.days[1]
    masked = (day, replace(content, absence="X"), changed)
    sheet = own_of(replace(own, days=(own.days[0], masked, *own.days[2:])), DEFAULT_LETTERS)
    assert (sheet.days[1].letter, sheet.days[1].where) == ("X", "away")


def test_the_sums_are_those_of_the_account_with_their_signs():
    sums = dict(own_of(own_month(), DEFAULT_LETTERS).sums)
    assert sums["Hours of the month"] == "183 h"
    assert sums["Norm"] == "160 h (1 working day away)"
    assert sums["Over the norm"] == "+23 h"
    assert sums["Over the norm in the period so far"] == "−7.5 h"
    assert "Corrected by addenda" not in sums


def test_a_corrected_month_says_by_how_much():
    own = own_month()
    corrected = replace(own, sum=replace(own.sum, corrected=-90))
    sums = dict(own_of(corrected, DEFAULT_LETTERS).sums)
    assert sums["Corrected by addenda"] == "−1.5 h"
    assert sums["Over the norm"] == "+21.5 h"


def test_the_number_names_nobody_but_by_number():
    assert own_number(own_month()) == "DM-2026-11-1"
