"""A topic is whole: to add one is to add one file, and these tests say what is still missing."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml

from signpost import examples, topics
from signpost.directory import AUDIENCES, Directory
from tests.project.tree import ROOT

TOPICS = topics.load()
EXAMPLES = Counter(topic for _, topic in examples.load())
DIRECTORY = Directory.load()
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
HELD_OUT = Counter(
    topic
    for file in (ROOT / "tests/evaluation/heldout").glob("*.yml")
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    for topic in case["topics"]
)
FEWEST_EXAMPLES, FEWEST_HELD_OUT = 50, 10

each_topic = pytest.mark.parametrize("name", TOPICS)


@cache
def content(name: str) -> dict[str, Any]:
    file = next((ROOT / "data").glob(f"*/{name}.yml"))
    loaded: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return loaded


@each_topic
def test_its_rule_says_the_words_and_then_shows_the_contacts(name: str) -> None:
    (rule,) = content(name)["rules"]
    assert rule["steps"] == [{"intent": name}, {"action": f"utter_{name}"}, {"action": "action_signpost"}]


@each_topic
def test_its_file_holds_nothing_of_another_topic(name: str) -> None:
    file = content(name)
    assert list(file["responses"]) == [f"utter_{name}"]
    assert {part["intent"] for part in file["nlu"]} == {name}


@each_topic
def test_it_has_enough_examples(name: str) -> None:
    assert EXAMPLES[name] >= FEWEST_EXAMPLES, f"data/*/{name}.yml needs {FEWEST_EXAMPLES} examples"


@each_topic
def test_it_is_measured_on_messages_that_it_has_not_learnt(name: str) -> None:
    assert HELD_OUT[name] >= FEWEST_HELD_OUT, f"tests/evaluation/heldout/ needs {FEWEST_HELD_OUT} messages whose topics hold {name}"


@each_topic
def test_its_words_fit_everybody_where_nothing_is_known(name: str) -> None:
    topic = TOPICS[name]
    assert topic.title.strip() and topic.urgency in topics.URGENCIES
    assert any(not variation.when and "[[" in variation.text for variation in topic.words)


@each_topic
@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_has_contacts_of_its_own_for_everybody_who_may_ask(name: str, audience: str) -> None:
    assert DIRECTORY.offers_for(name, audience), f"no service in directory/ offers itself for {name} to {audience}"


def test_the_domain_names_every_topic_and_nothing_else() -> None:
    assert sorted(DOMAIN["intents"]) == sorted(TOPICS)
    assert DOMAIN["actions"] == ["action_signpost"]


def test_no_topic_is_measured_that_does_not_exist() -> None:
    assert set(HELD_OUT) <= set(TOPICS)
