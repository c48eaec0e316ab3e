"""Reads of practice: the grid, the offers of mentors, one trainee, what waits."""

from openblock.features.shadowing.queries.card import own_practice, trainee_card
from openblock.features.shadowing.queries.courses import classes, courses, items
from openblock.features.shadowing.queries.grid import practice_grid
from openblock.features.shadowing.queries.joining import SHADOWING
from openblock.features.shadowing.queries.limits import practice_limits
from openblock.features.shadowing.queries.lists import TRAINEES_LIST, remembered_columns
from openblock.features.shadowing.queries.matrix import matrix
from openblock.features.shadowing.queries.offers import mentor_offers
from openblock.features.shadowing.queries.rows import (
    AddendumRow,
    ClassRow,
    Confirming,
    CourseRow,
    FoundTrainee,
    Hours,
    ItemRow,
    Learning,
    Matrix,
    MatrixRow,
    MentorDuty,
    MentorLine,
    MentorOffer,
    MentorOffers,
    PracticeGrid,
    Reason,
    Settled,
    ShadowingRow,
    SituationRow,
    ToConfirm,
    TraineeCard,
    TraineeLine,
    TraineeRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.queries.trainees import find_trainees, trainees
from openblock.features.shadowing.queries.waiting import (
    confirming,
    to_confirm,
    to_replan,
    waiting_number,
)
from openblock.features.shadowing.queries.wishing import Planner, plan_risks

__all__ = [
    "SHADOWING",
    "TRAINEES_LIST",
    "AddendumRow",
    "ClassRow",
    "Confirming",
    "CourseRow",
    "FoundTrainee",
    "Hours",
    "ItemRow",
    "Learning",
    "Matrix",
    "MatrixRow",
    "MentorDuty",
    "MentorLine",
    "MentorOffer",
    "MentorOffers",
    "Planner",
    "PracticeGrid",
    "Reason",
    "Settled",
    "ShadowingRow",
    "SituationRow",
    "ToConfirm",
    "TraineeCard",
    "TraineeLine",
    "TraineeRow",
    "UnavailabilityRow",
    "classes",
    "confirming",
    "courses",
    "find_trainees",
    "items",
    "matrix",
    "mentor_offers",
    "own_practice",
    "plan_risks",
    "practice_grid",
    "practice_limits",
    "remembered_columns",
    "to_confirm",
    "to_replan",
    "trainee_card",
    "trainees",
    "waiting_number",
]
