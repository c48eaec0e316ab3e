"""How the demonstration's residents came, moved and left: every deed done as if on its own day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from openblock import clock
from openblock.demonstration.people import PEOPLE, Person
from openblock.features.residents.commands import (
    AddNote,
    AdmitResident,
    CloseKeepApart,
    OpenKeepApart,
    ReleaseResident,
    SaveAlert,
    add_note,
    admit_resident,
    close_keep_apart,
    open_keep_apart,
    release_resident,
    save_alert,
)
from openblock.features.residents.queries import pairs_open, people, prisons
from openblock.features.residents.rules.content import AlertContent, ResidentContent, StayContent
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    Why,
    close_space,
    hold_bed,
    place_resident,
)
from openblock.features.rooms.queries import house
from openblock.features.rooms.rules.content import (
    ClosureContent,
    ClosureReason,
    HoldContent,
    PlacementReason,
)
from openblock.storage.store import Store

MORNING, NOON, AFTERNOON, EVENING = 10 * 60, 12 * 60 + 30, 16 * 60 + 40, 18 * 60
_YEARS = 365
WOMENS_PRISON = "Iļģuciema cietums"
YOUNG_PEOPLES = "Cēsu Audzināšanas iestāde nepilngadīgajiem"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done at an instant; deeds are done in the order of time."""

    at: datetime
    what: str
    person: Person | None = None
    bed: str = ""


class Living:
    """Does the deeds of the invented people, the clock standing at each one's time."""

    def __init__(self, store: Store, day: date, officers: tuple[int, ...]) -> None:
        self._store = store
        self._day = day
        self._officers = officers
        self._numbers: dict[Person, int] = {}
        self._prisons = {row.name: row.prison_id for row in store.read(prisons, day)}
        self._beds = _bed_numbers(store)

    def happen(self) -> None:
        """Everything up to ``day``, and what is planned for the days after it."""
        for deed in sorted(self._deeds(), key=lambda each: (each.at, each.what)):
            with clock.standing_at(deed.at):
                self._do(deed)
        with clock.standing_at(self._ago(1, EVENING)):
            self._marks()
            self._plans()

    def _deeds(self) -> Iterator[Deed]:
        for person in PEOPLE:
            came = self._ago(person.days, NOON)
            yield Deed(came, "1 came", person)
            stops = person.beds or (((person.bed, person.days),) if person.bed else ())
            for bed, days in stops:
                at = came if days == person.days else self._ago(days, MORNING)
                yield Deed(at, "2 bed", person, bed)
            if person.left is not None:
                yield Deed(self._ago(person.left, MORNING), "0 left", person)
        yield Deed(self._ago(6, MORNING), "3 closed")

    def _do(self, deed: Deed) -> None:
        if deed.person is None:
            self._close(deed.at)
        elif deed.what == "1 came":
            self._numbers[deed.person] = self._admit(deed.person, deed.at)
        elif deed.what == "2 bed":
            self._place(deed.person, deed.bed, deed.at)
        else:
            self._release(deed.person, deed.at)

    def _admit(self, person: Person, at: datetime) -> int:
        turn = len(self._numbers)
        content = ResidentContent(
            person.surname,
            person.given_name,
            person.code,
            date(*person.born),
            person.sex,
            person.needs,
            self._officers[turn % len(self._officers)],
        )
        start = self._day - timedelta(days=person.days + 200 + 37 * (turn % 11))
        stay = StayContent(
            at,
            admitted_from_id=self._prison_of(person, turn),
            sentence_start=start,
            sentence_end=start + timedelta(days=2 * _YEARS + 61 * (turn % 17)),
        )
        return int(self._store.run(admit_resident, AdmitResident(content, stay)).value)

    def _prison_of(self, person: Person, turn: int) -> int:
        """Women come from the women's prison, men from one of the others for the grown."""
        if person.sex == "female":
            return self._prisons[WOMENS_PRISON]
        others = [
            number
            for name, number in self._prisons.items()
            if name not in {WOMENS_PRISON, YOUNG_PEOPLES}
        ]
        return others[turn % len(others)]

    def _place(self, person: Person, bed: str, at: datetime) -> None:
        number = self._numbers[person]
        first = person.beds[:1] in ((), ((bed, person.days),)) or at == self._ago(person.days, NOON)
        reason = PlacementReason.ADMISSION if first else PlacementReason.COMMISSION
        decision = "" if first else f"{number}/{at.year}"
        why = Why(reason, decision_number=decision, decision_date=None if first else at.date())
        self._store.run(place_resident, PlaceResident(number, self._beds[bed], at, why))

    def _release(self, person: Person, at: datetime) -> None:
        number = self._numbers[person]
        version = self._store.read(people, [number], at)[number].version
        kind = "conditional" if (person.left or 0) % 2 else "released"
        self._store.run(release_resident, ReleaseResident(number, version, at, kind))

    def _close(self, at: datetime) -> None:
        room = next(
            room.room_id
            for building in self._store.read(house)
            for floor in building.floors
            for room in floor.rooms
            if room.code == "104"
        )
        content = ClosureContent(
            "room",
            room,
            ClosureReason.REPAIR,
            at,
            self._day - timedelta(days=1),
            "santehnikas remonts",
        )
        self._store.run(close_space, CloseSpace(content))

    def _marks(self) -> None:
        """Keep-apart pairs, alert marks and notes; the first pair already shares a room."""
        pairs = (
            ("Dižozols", "Ērkšķis", "room", "konflikts 2024. gadā, lieta 14/2026"),
            ("Rasiņš", "Vaivariņš", "section", "liecinieks un apsūdzētais vienā lietā"),
            ("Auzāja", "Mārsile", "room", "abpusējs iesniegums"),
            ("Hercs", "Fazāns", "room", "draudi, dienesta ziņojums 7/2026"),
        )
        for first, second, level, reason in pairs:
            request = OpenKeepApart(self._of(first), self._of(second), level, reason)
            self._store.run(open_keep_apart, request)
        over = next(
            pair
            for pair in self._store.read(pairs_open)
            if pair.other(self._of("Hercs"))[0] == self._of("Fazāns")
        )
        closing = CloseKeepApart(over.pair_id, over.version, "izlīguši, kontaktpersonas atzinums")
        self._store.run(close_keep_apart, closing)
        today = self._day
        for surname, kind, text, days in (
            ("Dižozols", "conflict", "strīdi telpā", 20),
            ("Tīreļnieks", "health", "ratiņkrēsls", 60),
            ("Brūklenājs", "health", "alerģija pret bišu indi", 120),
        ):
            content = AlertContent(kind, text, today - timedelta(days=5), today + timedelta(days))
            self._store.run(save_alert, SaveAlert(self._of(surname), None, 0, content))
        for surname, kind, text in (
            ("Dižozols", "fact", "Pārrunas par strīdu ar istabas biedru; lūdz citu telpu."),
            ("Dižozols", "assessment", "Darbā uzticams, telpā viegli aizkaitināms."),
            ("Pūpols", "fact", "Saņēmis atļauju strādāt siltumnīcā."),
        ):
            self._store.run(add_note, AddNote(self._of(surname), kind, text))

    def _plans(self) -> None:
        """A planned arrival with its bed held, two planned moves, and a planned release."""
        soon = self._ahead(2, NOON)
        content = ResidentContent("Atvasars", "Niklāvs", "", date(1987, 7, 19), "male")
        stay = StayContent(soon, admitted_from_id=self._prison_of(PEOPLE[0], 0))
        number = self._store.run(admit_resident, AdmitResident(content, stay)).value
        held = HoldContent(self._beds["208 B"], self._ago(1, AFTERNOON), soon, number)
        self._store.run(hold_bed, HoldBed(held))
        moving = self._of("Ķimele")
        why = Why(PlacementReason.REQUEST, "lūdz vienvietīgu", f"41/{self._day.year}", self._day)
        at = self._ahead(1, MORNING)
        self._store.run(place_resident, PlaceResident(moving, self._beds["212 A"], at, why))
        leaving = self._of("Kaijaks")
        version = self._store.read(people, [leaving], clock.now())[leaving].version
        request = ReleaseResident(leaving, version, self._ahead(5, MORNING), "released")
        self._store.run(release_resident, request)

    def _of(self, surname: str) -> int:
        return next(number for person, number in self._numbers.items() if person.surname == surname)

    def _ago(self, days: int, minute: int) -> datetime:
        return clock.at(self._day - timedelta(days=days), minute)

    def _ahead(self, days: int, minute: int) -> datetime:
        return clock.at(self._day + timedelta(days=days), minute)


def _bed_numbers(store: Store) -> Mapping[str, int]:
    return {
        f"{room.code} {bed.label}": bed.bed_id
        for building in store.read(house)
        for floor in building.floors
        for room in floor.rooms
        for bed in room.beds
    }
