"""The invented courses and trainees of the demonstration, and how far each of them has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Learner:
    """One invented trainee: ``behind`` shifts confirmed, ``ahead`` planned, and what is special.

    ``every`` is how many days lie between two shifts, ``since`` how many days ago the first was
    wanted. ``waits`` of the past shifts wait to be confirmed; ``lacks`` names clearance items.
    """

    surname: str
    given_name: str
    group: str
    since: int = 40
    every: int = 5
    behind: int = 0
    ahead: int = 0
    waits: int = 0
    missed: int = 0
    lacks: tuple[str, ...] = ()
    left: int | None = None


# The first course ends so soon that what lacks is warned of (TR-14).
FIRST_ENDS = 12

FIRST_COURSE: tuple[Learner, ...] = (
    Learner("Ābeltiņa", "Šarlote", "A", since=46, every=4, behind=9, ahead=2),
    Learner("Gaigals", "Žanis", "A", since=44, every=7, behind=5, ahead=2),
    Learner("Kauliņzieds", "Niks", "A", since=42, every=8, behind=4, ahead=2, waits=1),
    Learner("Pērkone", "Madara", "A", since=40, every=8, behind=4, ahead=3),
    Learner("Siliņkalns", "Emīls", "B", since=38, every=9, behind=3, ahead=2, missed=1),
    Learner("Zarenieks", "Ģirts", "B", since=36, every=9, behind=2, ahead=2, waits=2),
    Learner("Ķeizare", "Elza", "B", since=30, every=14, behind=2),
    Learner("Ūdrasle", "Marta", "B", lacks=("briefing",)),
)
SECOND_COURSE: tuple[Learner, ...] = (
    Learner("Bērzaine", "Līva", "", since=11, every=6, behind=2, ahead=2),
    Learner("Čakstiņš", "Rihards", "", since=10, every=6, behind=1, ahead=2, waits=1),
    Learner("Dadzis-Ozolkalnietis", "Maksimilians Kristiāns", "", since=9, behind=1, ahead=2),
    Learner("Īvāne", "Ūna", "", since=2, ahead=2),
    Learner("O’Nīls", "Patriks", "", lacks=("confidentiality", "work_safety")),
    Learner("Vētra", "Jēkabs", "", since=12, behind=1, left=4),
)
