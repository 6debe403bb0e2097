"""The examples are many different people's words, and what measures the assistant is not what it learnt."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

import pytest
import yaml

from signpost import examples
from signpost.directory import Directory
from signpost.text import plain
from tests.project.test_no_hard_coded_contacts import LOOKS_LIKE_A_NUMBER, written
from tests.project.tree import ROOT, digits

Words = frozenset[str]

ALIKE = 0.7
"""Jaccard of their words, above which two examples say the same."""
MOST_ALIKE, MOST_ALIKE_ACROSS_TOPICS = 0.002, 0.0005
"""Share of all examples that may have such a twin in their own topic, and in another."""

MOST_OPENINGS, FEWEST_TO_MIND = 0.03, 5
"""Share of a topic's examples that may begin with the same three words, and the count up to which it does not matter."""

THE_SAME = 0.8
"""Jaccard above which a test's message counts as one that was learnt."""
SHORT = 3
"""Words up to which two people may well write the same ("hiya", "is it free"): no assistant may fail to know them."""
MOST_SHORT = 0.04
"""Share of the held-out messages that may be such."""

GRAPHIC = re.compile(
    r"\b(?:cum|cums|cumming|cock|pussy|penis|vagina|anus|semen|orgasm\w*|masturbat\w*|blow ?job|penetrat\w*|dildo|erection)\b"
)
"""People write such words; the examples teach the matter without them."""

EXAMPLES = examples.load()


def words(text: str) -> Words:
    return frozenset(re.findall(r"[a-z0-9']+", plain(text))) or frozenset({text})


def alike(some: Sequence[Words], others: Sequence[Words], above: float) -> list[tuple[int, int]]:
    """Index pairs (of `some`, of `others`) whose Jaccard is above `above`; where both are the same list, each pair once.

    Two sets that are so alike share one of their rarest words (prefix filtering, Chaudhuri et al. 2006),
    so that each is compared with few others only.
    """
    common = Counter(word for entry in others for word in entry)

    def rarest(entry: Words) -> list[str]:
        return sorted(entry, key=lambda word: (common[word], word))[: len(entry) - math.ceil(above * len(entry)) + 1]

    holding: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(others):
        for word in rarest(entry):
            holding[word].append(index)
    found = []
    for index, entry in enumerate(some):
        for other in {other for word in rarest(entry) for other in holding[word] if some is not others or other < index}:
            if len(entry & others[other]) > above * len(entry | others[other]):
                found.append((index, other))
    return found


@cache
def learnt() -> tuple[Words, ...]:
    return tuple(words(text) for text, _ in EXAMPLES)


@cache
def twins() -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    return tuple((EXAMPLES[a], EXAMPLES[b]) for a, b in alike(learnt(), learnt(), ALIKE))


def messages(folder: str) -> list[tuple[str, str]]:
    """(Message, file) of the held-out messages, or of what people say in the dialogues and the behavioural checks."""
    found = []
    for file in sorted((ROOT / "tests" / folder).glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            said = [turn["says"] for turn in entry.get("turns", ()) if "says" in turn]
            said += [*entry.get("messages", ()), *(message for pair in entry.get("pairs", ()) for message in pair)]
            found += [(text, file.stem) for text in ([entry["text"]] if "text" in entry else said)]
    return found


@cache
def seen_before(folder: str) -> tuple[tuple[str, str], ...]:
    """(Test's message, example) for all that were learnt."""
    tested = [text for text, _ in messages(folder)]
    return tuple((tested[a], EXAMPLES[b][0]) for a, b in alike([words(text) for text in tested], learnt(), THE_SAME))


def test_hardly_any_example_says_what_another_of_its_topic_says() -> None:
    within = [pair for pair in twins() if pair[0][1] == pair[1][1]]
    assert len(within) <= MOST_ALIKE * len(EXAMPLES), within


def test_hardly_any_example_stands_under_two_topics() -> None:
    across = [pair for pair in twins() if pair[0][1] != pair[1][1]]
    assert len(across) <= MOST_ALIKE_ACROSS_TOPICS * len(EXAMPLES), across


def test_no_example_stands_twice() -> None:
    counts = Counter(text.casefold() for text, _ in EXAMPLES)
    assert [text for text, count in counts.items() if count > 1] == []


def test_examples_of_a_topic_begin_in_many_ways() -> None:
    size = Counter(topic for _, topic in EXAMPLES)
    openings = Counter((topic, *plain(text).split()[:3]) for text, topic in EXAMPLES if len(plain(text).split()) > SHORT)
    assert {opening: count for opening, count in openings.items() if count > max(FEWEST_TO_MIND, MOST_OPENINGS * size[opening[0]])} == {}


def test_no_example_holds_a_phone_number() -> None:
    services = Directory.load().services
    known = written({digits(c.number) for s in services for c in s.channels if c.number and len(digits(c.number)) > 6})
    assert [text for text, _ in EXAMPLES if known.search(text) or LOOKS_LIKE_A_NUMBER.search(text)] == []


def test_no_example_is_graphic() -> None:
    assert [text for text, _ in EXAMPLES if GRAPHIC.search(plain(text))] == []


@pytest.mark.parametrize("folder", ["evaluation/heldout", "evaluation/sealed", "conversations/dialogues", "conversations/behaviour"])
def test_no_message_of_the_tests_was_learnt(folder: str) -> None:
    assert messages(folder)
    assert [pair for pair in seen_before(folder) if len(words(pair[0])) > SHORT] == []


def test_few_held_out_messages_are_words_that_everybody_writes() -> None:
    short = {text for text, _ in seen_before("evaluation/heldout") if len(words(text)) <= SHORT}
    assert len(short) <= MOST_SHORT * len(messages("evaluation/heldout")), short


def test_the_check_sees_a_twin_and_no_stranger() -> None:
    first = words("my stepdad shouts at me every night")
    assert alike([words("My stepdad SHOUTS at me, every night!!")], [words("hello you"), first], THE_SAME) == [(0, 1)]
    assert alike([words("my teacher shouts at us")], [first], ALIKE) == []
    both = [first, words("stepdad shouts at me every night")]
    assert alike(both, both, ALIKE) == [(1, 0)]
