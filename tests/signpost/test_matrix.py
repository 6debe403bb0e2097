"""Every reader with every worry, on every topic: nobody is sent back to the person they fear."""

from __future__ import annotations

import itertools
import re
from datetime import datetime, timezone

import pytest

from signpost import people, routing, words
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES

SIGNPOST = Signpost.load()
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=timezone.utc)  # at night, when most lines are closed
ABOUT = (None, "no_answer", "finds_out", "in_trouble", "not_believed")
ADVISED_AGAINST = re.compile(r"\b(?:not|nobody|before anybody|best not|safer not)(?: \w+){0,2} (?:tell|talks?|speaks?|ask|face)\b[^.;,]*")
SOME_FACT = "A statement."

#: who is the worry -> advice that would lead back to them
UNSAFE = {
    "parent": r"\b(?:tell|talk to|speak to|ask) (?:your|a|the|an?other) (?:mum|dad|mother|father|parent|step|carer|famil)|\bparent or carer\b|\byour mum or dad\b",
    "sibling": r"\b(?:tell|talk to|speak to|ask) (?:your|a|the) (?:brother|sister|famil)",
    "relative": r"\b(?:tell|talk to|speak to|ask) (?:your|a|the) (?:uncle|aunt|grand|cousin|relative|famil)",
    "partner": r"\b(?:tell|talk to|speak to|ask) (?:your|the) (?:partner|boyfriend|girlfriend|husband|wife)|\bcouples?\b",
    "teacher": r"\b(?:tell|talk to|speak to|ask|show) (?:your|a|the) (?:teacher|form tutor|school)\b",
    "coach": r"\b(?:tell|talk to|speak to|ask) (?:your|the|a) (?:coach|club)\b(?!'s)",
    "safeguarding_lead": r"\b(?:tell|ask|see|speak to|talk to|go to) (?:your|the|a) (?:designated )?safeguarding lead\b|\byour designated safeguarding lead (?:comes|knows|or|and|can)\b",
    "police": r"\b(?:tell|ring|call|go to|report (?:it )?to|speak to) the police\b|\bthe police (?:are )?on\b|\bpolice are on\b",
    "faith_leader": r"\b(?:tell|talk to|speak to|ask) (?:your|a|the) (?:priest|vicar|imam|faith leader|church|mosque)",
    "child": r"\b(?:talk to|speak to|face|confront) (?:the|that) (?:other )?(?:child|boy|girl|pupil|bully)",
    "stranger_online": r"\b(?:answer|reply to|meet) (?:him|her|them|the person) (?:and|to)\b",
    "self": r"\b(?:monster|disgusting|paedophile|pervert)\b",
}  # fmt: skip

ALL = tuple(itertools.product(sorted(SIGNPOST.topics), AUDIENCES, people.SUSPECTS))


def knowing(audience: str, *suspects: str, watched: bool = False) -> Knowledge:
    return Knowledge(audience=audience, suspects=suspects, watched=watched)


def texts(topic: str, knowledge: Knowledge) -> list[str]:
    """Every wording that this reader could be given on a topic."""
    abouts = ABOUT if any("about" in variation.when for variation in SIGNPOST.topics[topic].words) else (None,)
    said = [words.say(SIGNPOST.topics[topic], knowledge, SIGNPOST.directory, fact, about) for fact in (None, SOME_FACT) for about in abouts]
    return [*dict.fromkeys(said)]


def leads_back(text: str, suspect: str) -> bool:
    return bool(re.search(UNSAFE[suspect], ADVISED_AGAINST.sub("", text.lower())))


def test_every_kind_of_worry_has_its_unsafe_advice_listed_here() -> None:
    assert set(UNSAFE) == set(people.SUSPECTS)


@pytest.mark.parametrize("suspect", people.SUSPECTS)
def test_no_words_lead_back_to_the_one_who_is_the_worry(suspect: str) -> None:
    unsafe = [
        (topic, audience, text)
        for topic, audience, feared in ALL
        if feared == suspect
        for text in texts(topic, knowing(audience, suspect))
        if leads_back(text, suspect)
    ]
    assert unsafe == []


def test_where_two_people_are_the_worry_no_words_lead_back_to_either() -> None:
    unsafe = [
        (topic, audience, pair, text)
        for topic, audience in itertools.product(sorted(SIGNPOST.topics), AUDIENCES)
        for pair in itertools.permutations(("police", "safeguarding_lead", "parent", "teacher", "self"), 2)
        for text in texts(topic, knowing(audience, *pair))
        if any(leads_back(text, suspect) for suspect in pair)
    ]
    assert unsafe == []


def test_no_card_leads_back_to_the_police_where_an_officer_is_the_worry() -> None:
    shown = {
        service.id
        for topic, audience, suspect in ALL
        if suspect == "police"
        for service, _ in SIGNPOST.contacts(topic, knowing(audience, "police"), NOW)
    }
    assert not {id for id in shown if "101" in id or "police" in id}


def test_no_fact_leads_back_to_the_police_where_an_officer_is_the_worry() -> None:
    said = SIGNPOST.text("what_happens", knowing("adult", "police"), "what happens if i ring 101")
    assert "101" not in said


def test_a_survivor_is_told_nothing_about_childline_unless_it_is_asked_about() -> None:
    survivor = Knowledge(audience="survivor", told=("adult_survivor",), shown=("napac", "samaritans"))
    assert "Childline" not in SIGNPOST.text("what_happens", survivor, "who answers the phone there")
    assert "Childline" in SIGNPOST.text("what_happens", survivor, "what happens when my son rings childline")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_whoever_asks_and_whoever_is_the_worry_there_is_somebody_to_ring_in_words_and_cards(audience: str) -> None:
    lost = []
    for topic, suspect in itertools.product(sorted(SIGNPOST.topics), (None, *people.SUSPECTS)):
        knowledge = knowing(audience, *([suspect] if suspect else []))
        chosen = SIGNPOST.contacts(topic, knowledge, NOW)
        counted = [service for service, _ in chosen if service.id != routing.EMERGENCY]
        if not counted or len(counted) > routing.AT_MOST or not any(service.always_open for service, _ in chosen):
            lost.append((topic, suspect, [service.id for service in counted]))
        lost += [(topic, suspect, text) for text in texts(topic, knowledge) if not re.search(r"\d{3}", text)]
    assert lost == []


@pytest.mark.parametrize("suspect", people.SUSPECTS)
def test_a_child_always_has_childline_first_and_a_survivor_never_has_it(suspect: str) -> None:
    for topic in SIGNPOST.topics:
        first = [service.id for service, _ in SIGNPOST.contacts(topic, knowing("child", suspect), NOW) if service.id != routing.EMERGENCY]
        assert first[0] == "childline", topic
        assert "childline" not in {service.id for service, _ in SIGNPOST.contacts(topic, knowing("survivor", suspect), NOW)}, topic


def test_a_professional_worried_about_the_safeguarding_lead_hears_of_the_head_the_council_and_the_whistleblowing_line() -> None:
    text = SIGNPOST.text("staff_concern", knowing("professional", "safeguarding_lead"))
    assert all(said in text for said in ("head", "council", "LADO", "Whistleblowing"))


def test_where_danger_is_a_real_possibility_999_stands_at_the_beginning() -> None:
    late = [
        (topic.name, dict(variation.when))
        for topic in SIGNPOST.topics.values()
        if topic.grave or topic.name in ("need_to_talk", "bullying", "parent_support", "abuse_image_seen")
        for variation in topic.words
        if "999" not in words.fill(variation.text, SIGNPOST.directory)[:160]
    ]
    assert late == []


def test_in_an_emergency_999_stands_in_the_first_sentence() -> None:
    for audience, suspect, watched in itertools.product(AUDIENCES, (None, *people.SUSPECTS), (False, True)):
        text = SIGNPOST.text("danger_now", knowing(audience, *([suspect] if suspect else []), watched=watched))
        assert "999" in text.split(". ")[0]


def test_somebody_who_is_watched_reads_nothing_that_gives_them_away() -> None:
    telling = re.compile(r"abus|hurt|rape|sexual|violen|police|danger", re.IGNORECASE)
    for topic, audience in itertools.product((t for t in SIGNPOST.topics.values() if t.grave), AUDIENCES):
        text = SIGNPOST.text(topic.name, knowing(audience, watched=True))
        assert not telling.search(text), text
        assert "999" in text and "55" in text and "weather" in text
