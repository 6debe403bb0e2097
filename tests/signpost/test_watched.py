"""Somebody who is being watched gets short neutral lines, and a word that brings the help back."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from signpost import watched
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.follow_up import Reply

SIGNPOST = Signpost.load()
NOW = datetime(2026, 11, 21, 20, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    "message",
    [
        "hes watching me",
        "cant type",
        "my mum reads my messages",
        "she is looking",
        "he can see my screen",
        "gtg mum coming",
        "shh",
        "dad is behind me",
        "i cant talk hes here",
        "my husband checks my phone",
    ],
)
def test_it_is_noticed_that_somebody_may_be_reading_along(message: str) -> None:
    assert watched.now(message, before=False)


@pytest.mark.parametrize(
    "message",
    [
        "i cant talk to my mum about it",
        "i cant speak english well",
        "i was watching a film",
        "a girl told me she cant speak because her dad is there",
        "how do i check my sons phone",
        "nobody sees me",
    ],
)
def test_other_sentences_with_such_words_are_not_taken_for_it(message: str) -> None:
    assert not watched.now(message, before=False)


def test_it_holds_until_the_person_says_that_it_is_over() -> None:
    assert watched.now("ok", before=True)
    assert not watched.now("im alone now", before=True)
    assert not watched.now("hes gone to work", before=True)


@pytest.mark.parametrize("message", ["weather", "Weather", "WEATHER?", " weather. "])
def test_the_neutral_word_alone_brings_the_help_back(message: str) -> None:
    knowledge = Knowledge(audience="child", topic="online_safety", told=("being_hurt",), disclosed=True, watched=True)
    assert SIGNPOST.reply(message, {"intent": {"name": "out_of_scope", "confidence": 0.99}}, knowledge) == Reply("being_hurt")
    shown = SIGNPOST.message("being_hurt", knowledge, NOW)
    assert {"emergency-999", "childline"} <= {card["id"] for card in shown["cards"]}
    assert "999" in shown["text"] and "hurt" not in shown["text"]


def test_a_question_about_the_weather_is_no_call_for_help() -> None:
    assert not watched.calls_back("what is the weather like tomorrow")


def test_the_word_is_told_before_it_is_needed() -> None:
    for topic, knowledge in (("greet", Knowledge()), ("access_needs", Knowledge()), ("danger_now", Knowledge(watched=True))):
        assert f"type {watched.NEUTRAL_WORD}" in SIGNPOST.text(topic, knowledge).lower()


def test_somebody_who_is_watched_gets_few_choices_and_none_that_tells() -> None:
    buttons = SIGNPOST.message("being_hurt", Knowledge(watched=True), NOW)["buttons"]
    assert [button["id"] for button in buttons] == ["topic:danger_now", "audience:child", "topic:access_needs"]
