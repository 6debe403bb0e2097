"""Sourced figures and statements, and the one that a question asks for.

Each file in `facts/` is one statement with its period and source; none is ever computed or joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from signpost.text import plain
from signpost.words import mentioned

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "facts"

_REQUIRED = ("id", "topic", "about", "statement", "source_name")
_ENOUGH = 1.0
"""A fact is given only where at least one of its own words stands in the question."""


class FactError(ValueError):
    """A fact file is not fit for use; the message names it and says what to do."""


@dataclass(frozen=True)
class Fact:
    """One statement. `about` are words that a question for it would hold."""

    id: str
    topic: str
    about: tuple[str, ...]
    statement: str
    source_name: str
    source_url: str | None = None
    period: str | None = None
    area: str | None = None

    @property
    def contact(self) -> str | None:
        """The id of the contact that the statement speaks of first, if it speaks of one."""
        return next(iter(mentioned(self.statement)), None)


@cache
def load(path: Path = DEFAULT_PATH) -> tuple[Fact, ...]:
    """All facts, by id.

    Raises:
        FactError: a field is missing or the id is not the file's name.
    """
    return tuple(_read(file) for file in sorted(path.glob("*.yml")))


def _read(file: Path) -> Fact:
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    missing = [key for key in _REQUIRED if not content.get(key)]
    if missing or content["id"] != file.stem:
        raise FactError(f"{file}: needs {', '.join(missing) or 'an id that is the name of the file'}.")
    return Fact(
        id=content["id"],
        topic=content["topic"],
        about=tuple(plain(str(term)) for term in content["about"]),
        statement=" ".join(content["statement"].split()),
        source_name=content["source_name"],
        source_url=content.get("source_url"),
        period=content.get("period"),
        area=content.get("area"),
    )


def answering(question: str, topic: str, facts: Iterable[Fact], shown: Sequence[str] = ()) -> Fact | None:
    """The fact that fits a question best, or None where none does.

    Args:
        question: what was typed.
        topic: the topic that it was understood as; only its facts are looked at.
        facts: all facts.
        shown: ids of the contacts of the answer before, which "what happens then?" is about.
    """
    text = f" {re.sub(r'[^a-z0-9]+', ' ', plain(question))} "
    scored = [(_score(fact, text, shown), fact.id, fact) for fact in facts if fact.topic == topic]
    best = max(scored, default=None, key=lambda item: item[0])
    return best[2] if best and best[0] >= _ENOUGH else None


def _score(fact: Fact, text: str, shown: Sequence[str]) -> float:
    """Words in common, longer terms counting more; the contact just shown breaks a silence."""
    hits = [term for term in fact.about if f" {term} " in text]
    score = float(sum(len(term.split()) for term in hits))
    if fact.contact in shown:
        score += _ENOUGH + 0.5 / (1 + list(shown).index(fact.contact)) if fact.contact else 0.0
    return score
