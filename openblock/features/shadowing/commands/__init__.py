"""What may be done to practice; every one of it can be undone."""

from openblock.features.shadowing.commands.cells import change_practice
from openblock.features.shadowing.commands.courses import remove_course, save_course, save_item
from openblock.features.shadowing.commands.importing import import_trainees
from openblock.features.shadowing.commands.ledger import (
    RestorePractice,
    RestoreSettling,
    RowChange,
    restore_practice,
    restore_settling,
)
from openblock.features.shadowing.commands.planning import cancel_shadowing, plan_shadowing
from openblock.features.shadowing.commands.requests import (
    AddAddendum,
    CancelShadowing,
    ChangePractice,
    ConfirmShadowing,
    ImportTrainees,
    LinkTrainee,
    MissShadowing,
    PlanShadowing,
    PracticeEdit,
    RemoveClass,
    RemoveCourse,
    RemoveTrainee,
    RemoveUnavailability,
    SaveClasses,
    SaveCourse,
    SaveItem,
    SaveTrainee,
    SaveUnavailability,
    TickClearance,
)
from openblock.features.shadowing.commands.settling import (
    add_addendum,
    confirm_shadowing,
    miss_shadowing,
)
from openblock.features.shadowing.commands.start import StartPractice, start_practice
from openblock.features.shadowing.commands.timetable import (
    remove_class,
    remove_unavailability,
    save_classes,
    save_unavailability,
)
from openblock.features.shadowing.commands.trainees import (
    link_trainee,
    remove_trainee,
    save_trainee,
    tick_clearance,
)

__all__ = [
    "AddAddendum",
    "CancelShadowing",
    "ChangePractice",
    "ConfirmShadowing",
    "ImportTrainees",
    "LinkTrainee",
    "MissShadowing",
    "PlanShadowing",
    "PracticeEdit",
    "RemoveClass",
    "RemoveCourse",
    "RemoveTrainee",
    "RemoveUnavailability",
    "RestorePractice",
    "RestoreSettling",
    "RowChange",
    "SaveClasses",
    "SaveCourse",
    "SaveItem",
    "SaveTrainee",
    "SaveUnavailability",
    "StartPractice",
    "TickClearance",
    "add_addendum",
    "cancel_shadowing",
    "change_practice",
    "confirm_shadowing",
    "import_trainees",
    "link_trainee",
    "miss_shadowing",
    "plan_shadowing",
    "remove_class",
    "remove_course",
    "remove_trainee",
    "remove_unavailability",
    "restore_practice",
    "restore_settling",
    "save_classes",
    "save_course",
    "save_item",
    "save_trainee",
    "save_unavailability",
    "start_practice",
    "tick_clearance",
]
