"""Every sentence that a frightened person may be shown is short, kind and honest; bad lines prove that the check can see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import mean

import pytest

from signpost import facts, topics
from signpost.directory import Directory
from tests.project.wording_rules import NEVER, Ease, faults, plain, sentences, too_hard

WORDS, WORDS_FOR_A_CHILD = Ease(average=20, longest=33, hard=0.06), Ease(average=20, longest=28, hard=0.06)
CARD, FACT = Ease(average=22, longest=22, hard=0.13), Ease(average=45, longest=45, hard=0.1)
AVERAGE_OF_ALL = 13
"""Words in a sentence, over all wordings: single long ones may stand, a habit of them may not."""

KNOWN = frozenset(
    {"safeguarding", "designated", "emergency", "emergencies", "somebody", "anybody", "everybody", "confidential", "anonymous"}
    | {"information", "investigate", "interpreter", "professional", "cambridgeshire", "peterborough"}
)
"""Long words for which there is no shorter one that says the same."""

TOPICS, DIRECTORY, FACTS = topics.load(), Directory.load(), facts.load()


def wordings() -> Iterator[tuple[str, str, Ease]]:
    for topic in TOPICS.values():
        for variation in topic.words:
            ease = WORDS_FOR_A_CHILD if variation.when.get("audience") == "child" else WORDS
            yield f"{topic.name} {dict(variation.when)}", variation.text, ease


def cards() -> Iterator[tuple[str, str]]:
    for service in DIRECTORY.services:
        for offer in service.offers:
            yield service.id, offer.why
        for channel in service.channels:
            yield from ((service.id, text) for text in [channel.description, channel.cost, *channel.steps] if text)
        yield service.id, service.description
        yield service.id, service.eligibility_description


@cache
def shown() -> list[tuple[str, str, Ease]]:
    """Everything: where it stands, what it says, and how hard it may be."""
    told = [*wordings(), *((id, text, CARD) for id, text in dict.fromkeys(cards())), *((f.id, f.statement, FACT) for f in FACTS)]
    return told + [(topic.name, topic.title, CARD) for topic in TOPICS.values()]


@pytest.mark.parametrize("fault", NEVER)
def test_nothing_that_is_shown(fault: str) -> None:
    buttons = {topic.title for topic in TOPICS.values()}  # what the person says, questions too
    assert [(where, text) for where, text, _ in shown() if fault in faults(text) and text not in buttons] == []


def test_everything_that_is_shown_is_easy_to_read() -> None:
    hard = {(where, text): why for where, text, ease in shown() if (why := too_hard(text, ease, KNOWN))}
    assert hard == {}


def test_sentences_are_short_on_the_whole() -> None:
    assert mean(len(sentence.split()) for _, text, _ in wordings() for sentence in sentences(text)) <= AVERAGE_OF_ALL


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        ("asks why", "Why did you go to his house?"),
        ("asks why", "Do you know why he did it, and why didn't you leave?"),
        ("lays blame", "It is partly your fault."),
        ("lays blame", "You should have told somebody sooner."),
        ("lays blame", "Sending the picture was a silly thing to do."),
        ("promises secrecy", "I will not tell anyone."),
        ("promises secrecy", "We keep this between us."),
        ("promises secrecy", "Childline is completely confidential."),
        ("promises secrecy", "Nobody will ever find out."),
        ("claims to feel", "I understand how hard this is."),
        ("claims to feel", "I know how you feel."),
        ("gives a verdict", "This is abuse, and you are being groomed."),
        ("gives a verdict", "What he did is rape."),
        ("gives a verdict", "He is a paedophile."),
        ("gives a verdict", "That is not serious."),
        ("leads back home", "You could tell your mum or dad."),
        ("leads back home", "Talk to your parents about it."),
        ("leads back home", "Ask a parent to help you."),
        ("shouts", "Well done!"),
        ("asks for a name or details", "What is your name?"),
        ("asks for a name or details", "Tell me what happened."),
        ("asks for a name or details", "Please describe what he did."),
        ("asks for a name or details", "Share your postcode and school."),
    ],
)
def test_the_check_sees_what_is_wrong(fault: str, line: str) -> None:
    assert fault in faults(f"You did the right thing by asking. {line}")


@pytest.mark.parametrize(
    "line",
    [
        "It is not your fault, and none of this is your fault.",
        "You have nothing to be ashamed of.",
        "Do not promise to keep it secret.",
        "You do not have to give your real name.",
        "It is safer not to speak to the family first.",
        "If there is an adult outside your home you feel safe with, you could tell them too.",
        "Tell me in your own words what is on your mind.",
        "If you are being used, you are not in trouble.",
        "Tell the council where the child lives.",
    ],
)
def test_the_check_lets_good_words_through(line: str) -> None:
    assert faults(line) == []


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ("If you want to tell us about it then you can do that " + "and then more of that " * 5 + "at any hour.", "words in one sentence"),
        ("The organisation facilitates multidisciplinary safeguarding interventions proportionately.", "long words"),
    ],
)
def test_the_check_sees_what_is_hard_to_read(line: str, because: str) -> None:
    assert any(because in why for why in too_hard(line, WORDS_FOR_A_CHILD, KNOWN))


def test_a_contact_counts_as_one_word() -> None:
    assert plain("Call [[emergency-999]] now. {fact}") == "Call Name now. Name"
