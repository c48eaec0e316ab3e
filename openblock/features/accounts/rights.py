"""Which role may run which command and query (SEC-01): data, closed to what is not in it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What a person is at this workstation; one account has one role."""

    DUTY_OFFICER = "duty_officer"
    SENIOR_OFFICER = "senior_officer"
    PRACTICE_COORDINATOR = "practice_coordinator"
    PROGRAMME_COORDINATOR = "programme_coordinator"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    TRAINEE = "trainee"


# Nobody is signed in yet: the programme itself asks whose key slot was opened.
DOOR = "door"

EVERYONE = frozenset(Role)
STAFF = EVERYONE - {Role.TRAINEE}
PLANNERS = frozenset({Role.SENIOR_OFFICER, Role.ADMINISTRATOR})
OVERSEERS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
CARERS = frozenset({Role.DUTY_OFFICER, Role.SENIOR_OFFICER, Role.ADMINISTRATOR})
BOOKERS = CARERS | {Role.PROGRAMME_COORDINATOR}
COORDINATORS = frozenset({Role.PRACTICE_COORDINATOR, Role.SENIOR_OFFICER, Role.ADMINISTRATOR})
MENTORS = COORDINATORS | {Role.DUTY_OFFICER}
TRAINEES = frozenset({Role.TRAINEE})
AT_THE_DOOR = frozenset({DOOR})
FIRST_START = frozenset({DOOR, Role.ADMINISTRATOR})

# One line per group of people: whoever reads this table reads the whole answer.
_TABLE: tuple[tuple[frozenset[str], str], ...] = (
    # Before anyone is signed in; set_up itself refuses a file that has an account.
    (AT_THE_DOOR, "accounts.account_of_slot accounts.administrators"),
    (FIRST_START, "accounts.set_up"),
    # One's own account, the block's settings, what was half typed.
    (
        EVERYONE,
        "accounts.own_account accounts.settings accounts.own_draft",
    ),
    (EVERYONE, "accounts.save_draft accounts.discard_draft"),
    (EVERYONE, "accounts.change_language accounts.change_preferences"),
    (EVERYONE, "accounts.note_password_changed"),
    # Other people's accounts and the log of who did and saw what.
    (OVERSEERS, "accounts.accounts accounts.setting_rows"),
    (OVERSEERS, "accounts.log_rows accounts.log_choices"),
    (ADMINISTRATORS, "accounts.add_account accounts.change_role"),
    (ADMINISTRATORS, "accounts.rename_account accounts.deactivate_account"),
    (ADMINISTRATORS, "accounts.reactivate_account accounts.note_password_given"),
    (ADMINISTRATORS, "accounts.note_recovery_key_renewed accounts.change_setting"),
    # The file itself; whoever works here may make it safer, few may put another in its place.
    (STAFF, "storage.back_up storage.check"),
    (PLANNERS, "storage.restore"),
    # The people of the block's staff.
    (STAFF, "staff.officers staff.officer_card staff.find_officers"),
    (PLANNERS, "staff.add_officer staff.change_officer"),
    (PLANNERS, "staff.import_officers staff.restore_officers staff.remembered_mapping"),
    (STAFF, "staff.own_officer staff.officer_account"),
    (ADMINISTRATORS, "staff.link_officer"),
    # The residents: staff reads them, whoever is on duty writes; codes and pairs are for few.
    (STAFF, "residents.residents residents.people residents.find_residents residents.wheres"),
    (STAFF, "residents.resident_card residents.open_matters residents.prisons"),
    (STAFF, "residents.earlier_count"),
    (STAFF, "residents.pairs_between residents.pairs_of residents.pairs_open"),
    (STAFF - {Role.AUDITOR}, "residents.read_notes"),
    (PLANNERS, "residents.personal_code residents.resident_extract"),
    (CARERS, "residents.admit_resident residents.readmit_resident residents.change_resident"),
    (CARERS, "residents.change_stay residents.cancel_arrival residents.release_resident"),
    (CARERS, "residents.withdraw_release"),
    (CARERS, "residents.save_alert residents.remove_alert residents.add_note"),
    (CARERS, "residents.set_photo residents.restore_rows"),
    (PLANNERS, "residents.import_residents residents.known_people residents.remembered_columns"),
    (PLANNERS, "residents.personal_codes"),
    (STAFF, "residents.listed_residents"),
    (PLANNERS, "residents.open_keep_apart residents.change_keep_apart"),
    (PLANNERS, "residents.close_keep_apart"),
    (ADMINISTRATORS, "residents.erase_resident residents.save_prison"),
    # The rooms: staff sees who sleeps where, whoever is on duty places people, few build.
    (STAFF, "rooms.house rooms.find_rooms rooms.occupancy rooms.placed_at rooms.bed_of"),
    (STAFF, "rooms.board rooms.upcoming rooms.find_beds rooms.roll_at"),
    (STAFF, "rooms.together_at"),
    (STAFF, "rooms.risks_of_placing rooms.risks_of_swapping rooms.who_slept"),
    (STAFF, "rooms.room_history rooms.resident_placements rooms.occupancy_by_day"),
    (STAFF, "rooms.assignment rooms.closure rooms.hold"),
    (CARERS, "rooms.place_resident rooms.swap_residents rooms.vacate_bed"),
    (CARERS, "rooms.change_assignment rooms.cancel_assignment rooms.restore_rows"),
    (CARERS, "rooms.hold_bed rooms.end_hold"),
    (CARERS, "rooms.close_space rooms.change_closure rooms.open_space"),
    (ADMINISTRATORS, "rooms.save_building rooms.save_floor rooms.save_section rooms.save_room"),
    (ADMINISTRATORS, "rooms.move_walls rooms.remove_space rooms.restore_house"),
    (ADMINISTRATORS, "rooms.import_rooms rooms.remembered_columns"),
    # The duty roster: everyone reads it, whoever plans writes it.
    (EVERYONE, "roster.roster roster.month_roster roster.on_duty roster.templates"),
    (EVERYONE, "roster.cycle_preview roster.team_cycles roster.minimums"),
    (EVERYONE, "roster.calendar_days roster.own_days roster.limits"),
    # The library's holidays are put at hand by whoever signs in first; nobody decides anything.
    (EVERYONE, "roster.stale_years roster.refresh_calendar"),
    (PLANNERS, "roster.change_cells roster.restore_cells roster.lay_cycle"),
    (PLANNERS, "roster.restore_cycle roster.accept_problem roster.withdraw_acceptance"),
    (PLANNERS, "roster.restore_acceptance"),
    (PLANNERS, "roster.save_template roster.retire_template roster.restore_template"),
    (PLANNERS, "roster.save_minimum roster.remove_minimum roster.restore_minimum"),
    (PLANNERS, "roster.save_calendar_day roster.remove_calendar_day"),
    (PLANNERS, "roster.restore_calendar_day"),
    (ADMINISTRATORS, "roster.change_limits roster.start_roster"),
    # Who is away, and why: planners read the kind, everybody else what a wall copy would say.
    (EVERYONE, "roster.absence_letters roster.posts"),
    (PLANNERS | {Role.AUDITOR}, "roster.absence_card"),
    (PLANNERS, "roster.absence_preview roster.save_absence roster.remove_absence"),
    (PLANNERS, "roster.substitutes roster.open_duty roster.publish_preview"),
    (PLANNERS, "roster.put_in_substitute roster.swap_duties roster.approve_exchange"),
    (PLANNERS, "roster.publish_month roster.close_month roster.add_addendum"),
    (PLANNERS, "roster.save_call_out roster.remove_call_out"),
    (PLANNERS, "roster.restore_living roster.withdraw_publication"),
    # An exchange is asked for and agreed to by the officers themselves (the command looks whose).
    (STAFF, "roster.exchanges roster.open_exchanges roster.waiting_exchanges roster.swap_offers"),
    (CARERS, "roster.ask_exchange roster.agree_exchange roster.decline_exchange"),
    (CARERS, "roster.withdraw_exchange roster.restore_exchange"),
    # Versions stand on the wall; the figures of working time are the staff's own matter.
    (EVERYONE, "roster.month_state roster.versions roster.version_roster roster.comparison"),
    (STAFF, "roster.working_time roster.fairness roster.own_shifts roster.call_outs"),
    (PLANNERS | {Role.AUDITOR}, "roster.time_sheet"),
    (PLANNERS, "roster.save_post roster.remove_post roster.save_absence_code"),
    # Practice: staff sees it, coordinators plan it, a mentor confirms the own trainees' hours
    # (the command looks whose), a trainee sees the own practice and nobody else's (TR-15).
    (STAFF, "shadowing.practice_grid shadowing.courses shadowing.items shadowing.trainees"),
    (STAFF, "shadowing.find_trainees shadowing.trainee_card shadowing.practice_limits"),
    (STAFF, "shadowing.mentor_offers shadowing.plan_risks shadowing.to_replan"),
    (STAFF, "shadowing.waiting_number"),
    (STAFF, "shadowing.to_confirm shadowing.confirming shadowing.matrix shadowing.classes"),
    (TRAINEES, "shadowing.own_practice"),
    (COORDINATORS, "shadowing.save_course shadowing.remove_course shadowing.save_item"),
    (COORDINATORS, "shadowing.save_trainee shadowing.remove_trainee shadowing.tick_clearance"),
    (COORDINATORS, "shadowing.import_trainees shadowing.remembered_columns"),
    (COORDINATORS, "shadowing.save_classes shadowing.remove_class"),
    (COORDINATORS, "shadowing.save_unavailability shadowing.remove_unavailability"),
    (COORDINATORS, "shadowing.plan_shadowing shadowing.change_practice"),
    (COORDINATORS, "shadowing.cancel_shadowing shadowing.restore_practice"),
    (MENTORS, "shadowing.confirm_shadowing shadowing.miss_shadowing shadowing.add_addendum"),
    (MENTORS, "shadowing.restore_settling"),
    (ADMINISTRATORS, "shadowing.link_trainee shadowing.start_practice"),
    # The grounds: staff sees who uses what, whoever is on duty books and ticks, planners decide.
    (STAFF, "grounds.areas grounds.find_areas grounds.week grounds.grounds_now"),
    (STAFF, "grounds.booking_card grounds.supervisor_offers grounds.risks_of_booking"),
    (STAFF, "grounds.free_areas grounds.free_times grounds.series_preview"),
    (STAFF, "grounds.earlier_groups grounds.closure_hits grounds.mending_number"),
    (STAFF, "grounds.fair_use grounds.resident_bookings grounds.grounds_limits"),
    (BOOKERS, "grounds.book_area grounds.book_series grounds.cancel_booking"),
    (BOOKERS, "grounds.name_supervisor"),
    (CARERS, "grounds.start_booking grounds.finish_booking grounds.no_show"),
    (CARERS, "grounds.close_area grounds.open_area"),
    # Whoever may do something may take it back; the step carries which right that was.
    (BOOKERS, "grounds.restore_bookings"),
    (PLANNERS, "grounds.restore_areas"),
    (PLANNERS, "grounds.approve_booking"),
    (ADMINISTRATORS, "grounds.save_area grounds.remove_area grounds.move_on_plan"),
    (PLANNERS, "grounds.save_area_day grounds.remove_area_day"),
    # Who is on one shift, with the trainees beside them.
    (STAFF, "today.shift_list"),
)


def _by_operation() -> dict[str, frozenset[str]]:
    rights: dict[str, frozenset[str]] = {}
    for roles, operations in _TABLE:
        for operation in operations.split():
            if operation in rights:
                raise ValueError(operation)
            rights[operation] = roles
    return rights


RIGHTS: Mapping[str, frozenset[str]] = MappingProxyType(_by_operation())


def may(role: str, operation: str) -> bool:
    """Whether ``role`` may run ``operation`` (``roster.change_cells``); no for anything unknown."""
    return role in RIGHTS.get(operation, frozenset())
