"""Whether a given name stands where the surname belongs, judged by names people really bear."""

from __future__ import annotations

from collections.abc import Collection

# The commonest given names in Latvia, without case and diacritics; a list of the block adds its
# own. Surnames that are given names too (Alberts, Valters) are no fault while the other cell holds
# a given name as well.
_NAMES = """
adolfs agita agnese agris aigars aija aiga ainars aivars aldis aleksandra aleksandrs aleksejs
aleksandr alina alise alona alvis ance anatolijs andra andrejs andris anete anita anna antra
antons armands arnis arnolds arturs artjoms arvids astrida atis austra baiba beate biruta
boriss brigita daiga daina dainis dace dagnija daniels dans darja davids denis deniss diana
dmitrijs dzidra dzintars dzintra edgars edite eduards edvins egils egita egons eizens elina
elita elza elvis emils eriks ernests evelina evija evita felikss fjodors gatis genadijs
georgijs gints gunars gunta guntars guntis gustavs harijs helena henriks igors ieva ilga ilgvars
ilmars ilona ilze imants inara indra ineta inese inga ingars ingrida ingus inguna inta ints ira
irena irina iveta ivars ivans ivo jana janis jekabs jekaterina jelena jevgenijs jolanta julija
jurijs juris kaspars katrina kintija kirils klavs konstantins kristaps kristers kristina
kristine krists laima laimonis laine laila larisa lasma lauma laura lauris leonids liene liga
ligita lilita linda lidija ludmila madara maija maikls mairis maksims mara marcis mareks
margarita marija marika marina maris marta martins mihails mikelis mikus modris monta natalija
nauris nikita nikolajs nils normunds oksana olegs olga oskars pavels peteris petrs raimonds
raivis raivo ralfs ramona renars renate ricards rihards rinalds rita ritvars roberts rolands
romans ronalds rudolfs ruslans rasma santa sandis sandra sanita sarmite sergejs signe sigita
silva silvija sintija skaidrite solvita stanislavs svetlana tamara tatjana tomass
toms uldis una ugis vadims valdis valentina valentins valerijs vallija vasilijs velta
vera viesturs vija viktorija viktors vilis vilnis vineta vita vitalijs vitolds vladimirs
vladislavs zaiga zane zanda zanete zenta zigmunds zigrida zinaida zita zanis
"""
COMMON = frozenset(_NAMES.split())


def are_swapped(surname: str, given_name: str, borne: Collection[str] = frozenset()) -> bool:
    """Whether the surname is a given name, and what stands as given name is none.

    All of them folded, without case and diacritics; ``borne`` are given names of this block.
    """

    def known(name: str) -> bool:
        first = name.replace("-", " ").split(" ")[0]
        return first in COMMON or first in borne

    return bool(surname and given_name) and known(surname) and not known(given_name)
