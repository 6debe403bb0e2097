"""What people say between turns, answered in the light of what was said before."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from signpost import topics
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.follow_up import NO_ANSWER, Reply

SIGNPOST = Signpost.load()
NOW = datetime(2026, 11, 21, 20, 0, tzinfo=timezone.utc)
TOLD = Knowledge(
    audience="child", suspects=("parent",), topic="being_hurt", told=("being_hurt",), shown=("emergency-999", "childline"), disclosed=True
)


def reply(words: str, understood: str, before: Knowledge = TOLD, chance: float = 0.3, **others: float) -> Reply:
    """What is answered to words that the model takes for `understood` with `chance`."""
    ranking = [{"name": name, "confidence": likely} for name, likely in others.items()]
    heard = {"intent": {"name": understood, "confidence": chance}, "intent_ranking": ranking}
    return SIGNPOST.reply(words, heard, before.hear(words, SIGNPOST.directory))


@pytest.mark.parametrize(
    "words", ["and then?", "what now", "go on", "so what do i do", "who can i tell", "what was that number again", "idk what to do"]
)
def test_a_question_what_to_do_is_answered_about_what_was_told(words: str) -> None:
    assert reply(words, "no_match").topic == "being_hurt"


@pytest.mark.parametrize(
    "words",
    [
        "nobody answered",
        "i rang and no one picked up",
        "still nobody",
        "its shut",
        "im on hold",
        "i couldnt get through",
        "they didnt answer",
    ],
)
def test_nobody_answering_is_answered_with_lines_that_do(words: str) -> None:
    given = reply(words, "out_of_scope")
    assert given == Reply("what_happens", given.also, NO_ANSWER)
    text = SIGNPOST.text(given, TOLD, words)
    assert "try again" in text and "Shout" in text and "999" in text


@pytest.mark.parametrize("words", ["what if he finds out", "hell find out i told", "what if they hear me"])
def test_the_fear_that_somebody_finds_out_is_answered(words: str) -> None:
    assert reply(words, "being_hurt").about == "finds_out"


@pytest.mark.parametrize("words", ["will i be in trouble", "will i get arrested", "am i going to get done"])
def test_the_fear_of_being_in_trouble_is_answered_without_a_promise(words: str) -> None:
    given = reply(words, "law")
    assert given.about == "in_trouble"
    assert "not in trouble for asking" in SIGNPOST.text(given, TOLD, words)


@pytest.mark.parametrize("words", ["mum wont believe me", "nobody will believe me", "they dont believe me"])
def test_the_fear_of_not_being_believed_is_answered(words: str) -> None:
    assert reply(words, "friend_worry").about == "not_believed"


@pytest.mark.parametrize("words", ["will they tell my mum", "do they ring my school", "will she know it was me", "can i keep it to myself"])
def test_who_will_know_is_a_question_of_privacy(words: str) -> None:
    assert reply(words, "self_harm").topic == "privacy"


@pytest.mark.parametrize(
    "words", ["no it's my teacher", "its my uncle", "my brother. hes 19", "hes a police officer", "it was friday", "weve moved house since"]
)
def test_a_fragment_is_about_what_was_told_before(words: str) -> None:
    assert reply(words, "nude_images").topic == "being_hurt"


@pytest.mark.parametrize("words", ["ok", "yes", "no", "k", "idk", "hmm"])
def test_ok_is_no_yes_and_no_no(words: str) -> None:
    given = reply(words, topics.ACKNOWLEDGE, chance=0.9)
    text = SIGNPOST.text(given, TOLD, words)
    assert given.topic == topics.ACKNOWLEDGE and "Childline" in text and "safe" not in text and "glad" not in text


@pytest.mark.parametrize(
    "words", ["forget it", "im fine really", "it was a joke", "jk", "nvm nothing happened", "i made it up", "doesnt matter"]
)
def test_taking_it_back_is_accepted_and_help_stays(words: str) -> None:
    given = reply(words, "being_hurt")
    assert given.topic == "denial"
    message = SIGNPOST.message(given, TOLD, NOW)
    assert {"emergency-999", "childline"} <= {card["id"] for card in message["cards"]}


@pytest.mark.parametrize("words", ["thats not what i meant", "you misunderstood", "no not that", "still wrong", "ugh you dont get it"])
def test_a_correction_offers_other_topics_and_keeps_the_help(words: str) -> None:
    given = reply(words, "denial")
    assert given.topic == topics.CORRECTION
    message = SIGNPOST.message(given, TOLD, NOW)
    assert "childline" in {card["id"] for card in message["cards"]}
    assert len([button for button in message["buttons"] if button["id"].startswith("topic:")]) >= 5


def test_danger_that_was_found_is_never_reinterpreted() -> None:
    assert reply("nobody answered and hes got a knife", topics.DANGER, chance=1.0) == Reply(topics.DANGER)


def test_a_button_means_what_it_says() -> None:
    assert reply("/figures", "figures", chance=1.0) == Reply("figures")


def test_a_clear_new_subject_is_followed() -> None:
    assert reply("someone shared a nude of me at school", "nude_images", chance=0.9).topic == "nude_images"


def test_the_graver_of_two_things_leads_and_the_other_is_not_lost() -> None:
    given = reply("im getting bullied and i dont want to be alive", "bullying", Knowledge(audience="child"), chance=0.9)
    assert given == Reply("self_harm", "bullying")
    message = SIGNPOST.message(given, Knowledge(audience="child"), NOW)
    assert "topic:bullying" in [button["id"] for button in message["buttons"]]


def test_a_second_thing_that_is_likely_too_brings_its_first_contact_and_a_button() -> None:
    given = reply("my husband hits me and now hes started on our son", "report_abuse", Knowledge(), chance=0.5, domestic_abuse=0.4)
    assert given == Reply("report_abuse", "domestic_abuse")
    message = SIGNPOST.message(given, Knowledge(audience="adult"), NOW)
    assert "national-domestic-abuse-helpline" in {card["id"] for card in message["cards"]}
    assert "topic:domestic_abuse" in [button["id"] for button in message["buttons"]]


@pytest.mark.parametrize(
    ("words", "topic"),
    [("im a TA at his school", "professional_concern"), ("sorry should have said im her nan", "report_abuse"), ("im 12", "being_hurt")],
)
def test_saying_who_is_asking_turns_the_same_matter_to_them(words: str, topic: str) -> None:
    unknown = Knowledge(topic="being_hurt", told=("being_hurt",), disclosed=True)
    assert reply(words, "staff_concern", unknown).topic == topic


def test_asking_for_a_friend_becomes_the_writers_own() -> None:
    worried = Knowledge(topic="friend_worry", told=("friend_worry",), disclosed=True)
    assert reply("ok its me", "denial", worried, chance=0.6).topic == "being_hurt"


def test_the_help_for_every_matter_told_stays_in_sight() -> None:
    told = Knowledge(audience="adult", topic="online_safety", told=("report_abuse", "own_thoughts"), disclosed=True)
    shown = [service.id for service, _ in SIGNPOST.contacts("online_safety", told, NOW)]
    assert {"emergency-999", "nspcc-helpline", "stop-it-now"} <= set(shown)
    assert len(shown) <= 5


def test_the_conversation_keeps_at_most_three_matters_and_the_latest_first() -> None:
    knowledge = Knowledge()
    for name in ("bullying", "grooming", "figures", "self_harm", "being_hurt", "greet"):
        knowledge = knowledge.answered(SIGNPOST.topics[name], ("childline",))
    assert knowledge.told == ("being_hurt", "self_harm", "grooming")
    assert knowledge.topic == "being_hurt" and knowledge.disclosed


def test_what_is_known_survives_the_way_to_rasa_and_back_and_nothing_else_does() -> None:
    known = Knowledge("child", ("parent", "police"), "cambridgeshire", "cy", "pl", "law", ("being_hurt",), ("childline",), True, True)
    assert Knowledge.from_dict(known.to_dict()) == known
    assert (
        Knowledge.from_dict({"audience": "wizard", "suspects": ["elf", 3], "told": "x", "speaks": "tlh", "watched": "yes"}) == Knowledge()
    )


def test_a_turn_that_was_overtaken_still_leaves_its_help_in_sight() -> None:
    latest = Knowledge(told=("online_safety",)).joined(Knowledge(told=("being_hurt",), disclosed=True))
    assert latest.told == ("online_safety", "being_hurt") and latest.disclosed


def test_a_contact_that_a_question_names_is_shown() -> None:
    for words, contact in (
        ("is 101 free from a mobile", "police-101"),
        ("when does ceop get back to me", "ceop"),
        ("is stop it now anonymous", "stop-it-now"),
    ):
        given = reply(words, "what_happens", Knowledge(), chance=0.9)
        assert contact in {service.id for service, _ in SIGNPOST.contacts(given, Knowledge(), NOW)}


def test_an_everyday_word_names_no_contact() -> None:
    assert reply("will they shout if i tell", "what_happens", Knowledge(), chance=0.9).named == ()


def test_a_police_line_is_not_shown_by_name_to_somebody_who_fears_an_officer() -> None:
    afraid = Knowledge(audience="adult", suspects=("police",))
    given = reply("is 101 free", "what_happens", afraid, chance=0.9)
    assert "police-101" not in {service.id for service, _ in SIGNPOST.contacts(given, afraid, NOW)}


def test_somebody_who_is_hurt_by_a_partner_as_an_adult_gets_the_line_for_that() -> None:
    told = Knowledge(audience="unknown", topic="being_hurt", told=("being_hurt",), disclosed=True)
    assert reply("I was beaten up by my husband", "being_hurt", told, chance=0.5).topic == "domestic_abuse"


def test_a_joke_that_is_followed_by_the_truth_is_no_joke() -> None:
    assert reply("jk he actually hits me", "denial", chance=0.9).topic == "being_hurt"
    assert reply("i made it up he never hits me", "denial", chance=0.9).topic == "denial"
