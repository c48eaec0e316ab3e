"""How the log names deeds about residents and rooms, and what they are about."""

from __future__ import annotations

from openblock.i18n import _


def lived_words() -> dict[str, str]:
    """Every deed about residents and rooms, by the name the rights know it by."""
    return {**_resident_words(), **_room_words()}


def lived_kinds() -> dict[str, str]:
    """What such a deed can be about."""
    return {
        "assignment": _("placement"),
        "bed": _("bed"),
        "building": _("building"),
        "closure": _("closure"),
        "floor": _("floor"),
        "hold": _("hold"),
        "prison": _("prison"),
        "resident": _("resident"),
        "resident-list": _("list of residents"),
        "room": _("room"),
        "rule": _("rule"),
        "search": _("search"),
        "section": _("section"),
    }


def _resident_words() -> dict[str, str]:
    return {
        "residents.admit_resident": _("admitted a resident"),
        "residents.readmit_resident": _("admitted a resident again"),
        "residents.change_resident": _("changed a resident"),
        "residents.change_stay": _("changed a stay"),
        "residents.cancel_arrival": _("cancelled an arrival"),
        "residents.release_resident": _("released a resident"),
        "residents.withdraw_release": _("withdrew a planned release"),
        "residents.save_prison": _("saved a prison"),
        "residents.open_keep_apart": _("opened a keep-apart pair"),
        "residents.change_keep_apart": _("changed a keep-apart pair"),
        "residents.close_keep_apart": _("closed a keep-apart pair"),
        "residents.save_alert": _("saved an alert mark"),
        "residents.remove_alert": _("removed an alert mark"),
        "residents.add_note": _("wrote a note"),
        "residents.set_photo": _("changed a photograph"),
        "residents.erase_resident": _("erased a resident"),
        "residents.import_residents": _("imported residents"),
        "residents.restore_rows": _("took back: residents"),
    }


def _room_words() -> dict[str, str]:
    return {
        "rooms.place_resident": _("placed a resident"),
        "rooms.swap_residents": _("swapped two residents"),
        "rooms.vacate_bed": _("took a bed from a resident"),
        "rooms.change_assignment": _("changed a placement"),
        "rooms.cancel_assignment": _("cancelled a planned placement"),
        "rooms.close_space": _("closed a room or bed"),
        "rooms.change_closure": _("changed a closure"),
        "rooms.open_space": _("opened a room or bed again"),
        "rooms.hold_bed": _("held a bed"),
        "rooms.end_hold": _("freed a held bed"),
        "rooms.save_building": _("saved a building"),
        "rooms.save_floor": _("saved a floor"),
        "rooms.save_section": _("saved a section"),
        "rooms.save_room": _("saved a room"),
        "rooms.move_walls": _("changed a floor plan"),
        "rooms.remove_space": _("took out a room or building"),
        "rooms.import_rooms": _("imported rooms"),
        "rooms.restore_rows": _("took back: placement"),
        "rooms.restore_house": _("took back: rooms"),
    }
