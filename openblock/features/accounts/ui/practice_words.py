"""How the log names deeds about trainees and their practice, and what they are about."""

from __future__ import annotations

from openblock.i18n import _


def practice_words() -> dict[str, str]:
    """Every deed about practice, by the name the rights know it by."""
    return {
        "shadowing.start_practice": _("set up the lists of practice"),
        "shadowing.save_course": _("saved a course"),
        "shadowing.remove_course": _("took out a course"),
        "shadowing.save_item": _("saved an entry of a practice list"),
        "shadowing.save_trainee": _("saved a trainee"),
        "shadowing.remove_trainee": _("took out a trainee"),
        "shadowing.link_trainee": _("gave a trainee an account"),
        "shadowing.tick_clearance": _("ticked a clearance item"),
        "shadowing.import_trainees": _("imported trainees"),
        "shadowing.save_classes": _("saved classes"),
        "shadowing.remove_class": _("took out a class"),
        "shadowing.save_unavailability": _("noted when a trainee cannot come"),
        "shadowing.remove_unavailability": _("took back that a trainee cannot come"),
        "shadowing.plan_shadowing": _("planned a practice shift"),
        "shadowing.change_practice": _("changed the practice grid"),
        "shadowing.cancel_shadowing": _("cancelled a practice shift"),
        "shadowing.confirm_shadowing": _("confirmed practice hours"),
        "shadowing.miss_shadowing": _("noted that a trainee did not come"),
        "shadowing.add_addendum": _("added to confirmed practice"),
        "shadowing.restore_practice": _("took back: practice"),
        "shadowing.restore_settling": _("took back: confirmation"),
    }


def practice_kinds() -> dict[str, str]:
    """What such a deed can be about."""
    return {
        "class": _("class"),
        "course": _("course"),
        "practice": _("wall sheet of practice"),
        "practice-item": _("entry of a practice list"),
        "shadowing": _("practice shift"),
        "shift": _("list of the shift"),
        "trainee": _("trainee"),
    }
