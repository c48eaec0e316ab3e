"""The words of every refusal: one file per feature, each with ``WORDS``: code → sentence maker."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.i18n import _

Wording = Callable[[Mapping[str, object]], str]


@cache
def wordings() -> Mapping[str, Wording]:
    """Every code that has words; two features giving one code words is a bug (ValueError)."""
    found: dict[str, Wording] = {}
    for module in pkgutil.iter_modules(__path__):
        words_of: Mapping[str, Wording] = getattr(
            importlib.import_module(f"{__name__}.{module.name}"), "WORDS", {}
        )
        twice = found.keys() & words_of.keys()
        if twice:
            raise ValueError(f"two wordings for {sorted(twice)}")
        found.update(words_of)
    return found


def words(trouble: Problem | KnownError) -> str:
    """One or more whole sentences for a refusal or a problem: what is wrong and the way out.

    A broken rule gives the sentences of all its problems. A code without words still gives
    something that can be read out over the telephone.
    """
    return " ".join(sentences(trouble))


def sentences(trouble: Problem | KnownError) -> tuple[str, ...]:
    """As :func:`words`, one sentence or group of sentences for each problem, in order."""
    if isinstance(trouble, RuleBroken):
        return tuple(_sentence(each.code, each.facts) for each in trouble.problems)
    return (_sentence(trouble.code, trouble.facts),)


def has_words(code: str) -> bool:
    """Whether somebody has written words for ``code``: asked by the tests for every code."""
    return code in wordings() or code == "rule-broken"


def _sentence(code: str, facts: Mapping[str, object]) -> str:
    wording = wordings().get(code)
    if wording is None:
        return _without_words(code, facts)
    try:
        return wording(facts)
    except (KeyError, TypeError, ValueError, AttributeError):
        # A fact left out must not hide the refusal behind a crash; the tests ask for every fact.
        return _without_words(code, facts)


def _without_words(code: str, facts: Mapping[str, object]) -> str:
    said = ", ".join(f"{name}: {value}" for name, value in facts.items())
    return _("This was refused ({code}). {facts}").format(code=code, facts=said).strip()
