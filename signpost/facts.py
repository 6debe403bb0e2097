"""Sourced figures and statements, and the one that a question asks for.

Each file in `facts/` is one statement with its period and source; none is ever computed or joined.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from signpost.directory import EMERGENCY
from signpost.text import plain
from signpost.words import mentioned

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "facts"

_REQUIRED = ("id", "topic", "about", "statement", "source_name")

_ENOUGH = 2.0
"""A fact is given only where so much of its own words stands in the question (see `_weights`)."""

_JUST_SHOWN = 1.6
"""What it counts that a fact is about the first contact of the answer before: "is it free?"."""

_ANOTHER = 1.2
"""What it counts against a fact that it is about another contact than those just given."""

_NAMED = 2.0
"""What it counts that a question names the contact."""

_TOGETHER = {"what_happens": ("what_happens", "privacy"), "privacy": ("privacy", "what_happens")}
"""Topics that people do not tell apart: "does it show on the bill" is either."""

_SAME = {
    "cambs": "cambridgeshire", "cambridge": "cambridgeshire", "sex": "sexual", "kid": "child", "children": "child", "call": "ring",
    "phone": "ring", "phoning": "ring", "dial": "ring", "telephone": "ring", "rang": "ring", "parent": "mum", "dad": "mum", "mam": "mum",
    "mother": "mum", "father": "mum", "charge": "cost", "money": "cost", "pay": "cost", "price": "cost", "secret": "private",
    "confidential": "private", "privacy": "private", "confidentiality": "private", "illegal": "law", "legal": "law", "crime": "law",
    "offence": "offence", "babie": "baby", "infant": "baby", "queue": "wait", "busy": "wait", "hold": "wait", "teenager": "teen",
    "anonymously": "anonymous", "anon": "anonymous", "evidence": "proof", "prove": "proof", "jail": "prison", "sentence": "prison",
    "rise": "increase", "rose": "increase", "higher": "increase", "up": "increase", "groomed": "grooming", "groomer": "grooming", "cop": "police", "officer": "police", "shut": "closed", "hour": "open",
}  # fmt: skip
_ANY_CONTACT = frozenset(["helpline", "finder", "govuk", "stop", "it", "now", "report", "remove", "online", "safety"])
"""Parts of the ids of contacts that name none."""

_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a an the is it its are was were be been do does did i im me my you your u they them he she his her this that "
        "to of for in on at with and or if so there have has had will would can could how what when who which about any "
        "some s t re ll ve not get got go ",
    )
)
"""Words that tell no question from another."""


_IN_A_PLACE = re.compile(
    r"\b(?:in|for|across|near) (?:the )?(?!england|uk|total|general|all|year|last|this|my|a |our|me|please|figures|what)([a-z]+)"
)
"""The place that a question is about; a figure of another place does not answer it."""


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

    @cached_property
    def terms(self) -> tuple[frozenset[str], ...]:
        """The words of each term of `about`, as `_tokens` has them."""
        return tuple(frozenset(tokens) for term in self.about if (tokens := _tokens(term)))

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The terms of `about` that are more than a word, as `_plain` has them."""
        return tuple(_plain(term) for term in self.about if " " in term)

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
        topic: the topic that it was understood as; facts of other kinds are not looked at.
        facts: all facts.
        shown: ids of the contacts of the answer before, which "what happens then?" is about.
    """
    candidates = [fact for fact in facts if fact.topic in _TOGETHER.get(topic, (topic,))]
    weights, asked = _weights(candidates), f" {_plain(question)} "
    tokens = frozenset(_tokens(question))
    named = {fact.contact for fact in candidates if fact.contact and _names(asked, fact.contact)}
    given = [id for id in shown if id != EMERGENCY] or list(shown)
    elsewhere = any(_stem(place) not in weights for place in _IN_A_PLACE.findall(asked))
    scored = [
        (_score(fact, tokens, asked, weights) + _about_contact(fact, named, given), fact.topic == topic, fact)
        for fact in candidates
        if fact.area is None or not elsewhere
    ]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best and best[0] >= _ENOUGH else None


def _score(fact: Fact, tokens: frozenset[str], asked: str, weights: dict[str, float]) -> float:
    """The words in common, rare ones counting more, and whole phrases of the question."""
    hits = [term for term in fact.terms if term <= tokens]
    phrases = sum(f" {phrase} " in asked for phrase in fact.phrases)
    return sum(weights[token] for token in frozenset().union(*hits)) + phrases


def _about_contact(fact: Fact, named: set[str], given: Sequence[str]) -> float:
    """What it counts that the fact is about the contact that is named, or was just given, or about another one."""
    if fact.contact is None or fact.contact in named:
        return _NAMED if fact.contact else 0.0
    if named or not given:
        return 0.0
    return _JUST_SHOWN / (1 + given.index(fact.contact)) if fact.contact in given[:2] else -_ANOTHER


def _weights(facts: Sequence[Fact]) -> dict[str, float]:
    """How much each word tells one fact from another: 0 if all have it, more the fewer do."""
    having = Counter(token for fact in facts for token in frozenset().union(*fact.terms))
    return {token: math.log(1 + len(facts) / (1 + count)) for token, count in having.items()}


def _names(asked: str, contact: str) -> bool:
    """Whether a question names a contact by a word or number of its id, or by the whole of it."""
    parts = contact.split("-")
    return f" {' '.join(parts)} " in asked or any(f" {part} " in asked for part in parts if part not in _ANY_CONTACT)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", plain(text).replace("'", "")))


def _tokens(text: str) -> list[str]:
    """The telling words of a text: without endings, one word for those that mean the same."""
    return [_stem(word) for word in _plain(text).split() if word not in _EMPTY]


def _stem(word: str) -> str:
    bare = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    return _SAME.get(bare, _SAME.get(word, bare))
