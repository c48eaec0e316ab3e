"""The invented residents of the demonstration: who they are, where they sleep, since when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person: born in ``born`` (year, month, day), here for ``days`` so far.

    ``bed`` is where they sleep now, ``beds`` where they slept before it, each (bed, days ago).
    ``left`` is how many days ago they left, nothing for who is here.
    """

    surname: str
    given_name: str
    born: tuple[int, int, int]
    days: int
    bed: str = ""
    beds: tuple[tuple[str, int], ...] = ()
    needs: tuple[str, ...] = ()
    left: int | None = None
    code: str = ""
    sex: str = "male"


def _woman(
    surname: str, given_name: str, born: tuple[int, int, int], days: int, bed: str
) -> Person:
    return Person(surname, given_name, born, days, bed, sex="female")


# The two personal codes are the examples under which the check digit is known everywhere; no
# other number is written here, for it might be somebody's.
PEOPLE: tuple[Person, ...] = (
    Person("Ābelkoks", "Zigurds", (1984, 3, 9), 96, "101 A"),
    Person("Bērzlapa", "Andrejs", (1991, 7, 21), 88, "101 B", (("104 A", 88), ("101 B", 60))),
    Person("Cīrulnieks", "Otto", (1978, 1, 30), 95, "102 A"),
    Person("Čiekurs", "Ādolfs", (1969, 11, 2), 71, "102 B", needs=("lower_bed",)),
    Person("Dižozols", "Mareks", (1995, 5, 14), 80, "103 A", (("105 B", 80), ("103 A", 45))),
    Person("Ērkšķis", "Rolands", (1988, 9, 27), 64, "103 B"),
    Person("Fazāns", "Igors", (1990, 2, 11), 90, "105 A"),
    Person("Gaismiņš", "Guntis", (1982, 12, 5), 52, "105 B", (("106 B", 52), ("105 B", 43))),
    Person("Ģīlis", "Vilnis", (1973, 6, 18), 47, "106 A"),
    Person("Hercs", "Henrijs", (1999, 4, 3), 41, "106 B", needs=("non_smoking",)),
    Person("Irbulis", "Ralfs", (1986, 8, 8), 93, "107 A"),
    Person("Īkstiņš", "Elmārs", (1993, 10, 19), 38, "107 B"),
    Person("Jūrnieks", "Ivo", (1980, 5, 25), 76, "108 A", (("109 A", 76), ("108 A", 30))),
    Person("Kaijaks", "Imants", (1976, 3, 16), 83, "108 B"),
    Person("Ķirsons", "Roberts", (1997, 1, 7), 29, "109 A"),
    Person("Lazdukalns", "Dainis", (1989, 7, 12), 61, "109 B"),
    Person("Ļipiņš", "Sergejs", (1971, 9, 4), 57, "110 A", (("112 B", 57), ("110 A", 46))),
    Person("Mežābelis", "Artis", (1994, 11, 23), 24, "110 B"),
    Person("Niedrājs", "Kristaps", (1985, 2, 28), 91, "111 A"),
    Person("Ņiprais", "Modris", (1992, 6, 6), 19, "111 B"),
    Person("Ozolzīle", "Pēteris", (1979, 4, 22), 68, "112 A"),
    Person("Pūpols", "Kaspars", (1975, 11, 16), 45, "112 B", code="161175-19997"),
    Person("Rasiņš", "Viesturs", (1987, 12, 13), 85, "201 A"),
    Person("Skujiņš", "Deniss", (1983, 10, 10), 73, "202 A", (("204 B", 73), ("202 A", 26))),
    Person("Šķēršļojs", "Aigars", (1996, 3, 31), 50, "202 B"),
    Person("Tīreļnieks", "Uldis", (1968, 7, 7), 94, "203 A", needs=("accessible",)),
    Person("Ūsiņsils", "Zigfrīds", (1981, 5, 5), 33, "203 B"),
    Person("Vaivariņš", "Ēriks", (1990, 9, 15), 79, "204 A"),
    Person("Zaķpēda", "Ivars", (1977, 2, 2), 44, "204 B", (("206 B", 44), ("204 B", 12))),
    Person("Zvirbulis", "Aleksis", (2000, 12, 29), 13, "205 A"),
    Person("Žagariņš", "Toms", (1984, 6, 17), 66, "205 B", code="328673-00679"),
    Person("Aizupietis", "Jānis", (1972, 1, 20), 87, "206 A"),
    Person("Brūklenājs", "Māris", (1993, 4, 9), 11, "206 B"),
    Person("Celmlauzis-Ozolkalnietis", "Maksimilians", (1986, 10, 2), 36, "207 A"),
    Person("O’Brien", "Patrick", (1991, 3, 17), 22, "207 B"),
    Person("Dūmiņš", "Kārlis", (1974, 8, 26), 69, "208 A"),
    _woman("Auzāja", "Līga", (1985, 6, 24), 82, "209 A"),
    _woman("Bitīte", "Ņina", (1992, 2, 14), 54, "209 B"),
    _woman("Dzērvene", "Šarlote", (1979, 11, 11), 37, "210 A"),
    _woman("Ķimele", "Žanna", (1996, 9, 30), 28, "210 B"),
    _woman("Mārsile", "Ūna", (1988, 5, 1), 75, "211 A"),
    _woman("Zīlīte", "Ērika", (1970, 12, 19), 15, "211 B"),
    _woman("Sēņmeža", "Valda", (1998, 8, 1), 16, "212 B"),
    # Came yesterday afternoon and has no bed yet.
    Person("Vēlziemis", "Rūdolfs", (1994, 1, 15), 1, needs=("non_smoking",)),
    # Were here, and left.
    Person("Lūsītis", "Ainārs", (1982, 7, 3), 60, "", (("104 A", 60),), left=31),
    Person("Kalvāns", "Edgars", (1976, 4, 28), 85, "", (("208 B", 85),), left=18),
    Person("Gulbītis", "Raitis", (1990, 10, 8), 70, "", (("104 B", 70),), left=9),
    Person("Stērste", "Vizma", (1981, 3, 5), 65, "", (("212 A", 65),), left=5, sex="female"),
    Person("Pīlādzis", "Normunds", (1969, 9, 9), 92, "", (("103 B", 92),), left=66),
    Person("Vītols-Upmalis", "Gatis", (1995, 12, 1), 58, "", (("205 A", 58),), left=14),
)
