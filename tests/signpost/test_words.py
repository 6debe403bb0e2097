"""A contact reads well in every sentence it stands in, whichever wording is taken."""

from __future__ import annotations

import re

import pytest

from signpost import words
from signpost.answer import Signpost
from signpost.conversation import Knowledge

SIGNPOST = Signpost.load()
SAID = [(topic.name, words.fill(variation.text, SIGNPOST.directory)) for topic in SIGNPOST.topics.values() for variation in topic.words]
SAID += [(fact.id, words.fill(fact.statement, SIGNPOST.directory)) for fact in SIGNPOST.facts]


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("Call [[emergency-999]].", "Call 999."),
        ("Ring [[childline]].", "Ring Childline on 0800 1111."),
        ("the police on [[police-101]]", "the police on 101"),
        ("text [[shout]] at any hour", "text Shout on "),
        ("the council where the child lives ([[council-finder-govuk]])", "the council where the child lives (gov.uk/"),
        ("tell the [[ceop]]", "tell the CEOP Safety Centre (ceop.police.uk/"),
        ("type {word}", "type weather"),
    ],
)
def test_a_contact_is_said_as_its_place_in_the_sentence_asks(wording: str, said: str) -> None:
    assert words.fill(wording, SIGNPOST.directory).startswith(said)


def test_no_rendered_wording_stumbles_over_a_contact() -> None:
    stumble = re.compile(
        r"\((?!England|Wales|LADO|Source)[^()]*\([^()]*\)"  # brackets in brackets
        r"|\b(\w+) \1\b(?<!had had)"  # a word twice
        r"|\btext \w+ by text\b|\bthe The\b|\bon on\b|\(\)|\[\[|\]\]|\{word\}|  "
        r"|\bcouncil \(The council|(?<![Tt]he )\bCEOP Safety|(?<![Tt]he )\bACT Early support|(?<![Tt]he )\bNSPCC Whistleblowing",
    )
    assert [(where, text) for where, text in SAID if stumble.search(text)] == []


def test_every_sentence_begins_with_a_capital() -> None:
    assert [
        (where, text) for where, text in SAID if re.search(r"(?:^|[.?] )[a-z]", re.sub(r"\S+\.\S+", "", text).replace("{fact} ", ""))
    ] == []


def test_words_for_two_people_who_are_feared_lead_to_neither() -> None:
    knowledge = Knowledge(audience="professional", suspects=("police", "safeguarding_lead"))
    said = SIGNPOST.text("sexual_assault", knowledge)
    assert "101" not in said and "your designated safeguarding lead" not in said and "999" in said


def test_the_words_for_the_one_feared_last_are_taken() -> None:
    knowledge = Knowledge(audience="child", suspects=("coach", "parent"))
    assert "club" in SIGNPOST.text("being_hurt", knowledge)
