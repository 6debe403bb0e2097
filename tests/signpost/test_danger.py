"""The danger check: recall first, and quiet where nobody is in danger. All sentences are made for this file."""

from __future__ import annotations

import time

import pytest

from signpost.danger import find

DANGER = [
    "he is hitting my sister right now",
    "dad is strangling mum in the hall",
    "my stepdad has got a knife in the kitchen",
    "someone is trying to break in and im on my own",
    "shes taken all her tablets",
    "ive swallowed a load of pills",
    "im on the bridge and i want to jump",
    "the baby isnt breathing",
    "i shook the baby and now hes floppy",
    "theres a toddler alone in the street in the dark with nobody",
    "my daughter just got into a strangers car",
    "hes locked me in the bathroom and i cant get out",
    "hes here",
    "cant talk",
    "help",
    "he's coming upstairs",
    "hes got me by the throat",
    "I'm being forced to have sex and I'm only 12 years old",
    "next door is screaming and the kids are begging him to stop",
    "heishittingme",
    "please call the police",
    "she is bleeding and wont wake up",
    "a man is following me home",
    "my little brother has gone missing",
    "knife. brother. now",
]

CALM = [
    "my phone died",
    "this homework is killing me",
    "my mum is going to kill me if i fail maths lol",
    "i keep dying at the last boss in the game",
    "liverpool got hammered last night",
    "we watched a film where a man is stabbed",
    "im starving whats for tea",
    "how do i kill a process on linux",
    "our striker is on fire this season",
    "what happens if you call 999",
    "I want to report that a child is being abused",
    "he used to beat my mum when i was little",
    "is it normal that i feel sad all the time",
    "nobody is in danger, i just want advice",
    "how many children are hurt every year",
    "i died laughing",
    "the weather is killing the tomatoes",
    "thank you, bye",
]


@pytest.mark.parametrize("message", DANGER)
def test_danger_is_found(message: str) -> None:
    assert find(message)


@pytest.mark.parametrize("message", CALM)
def test_ordinary_speech_sets_nothing_off(message: str) -> None:
    assert find(message) is None


@pytest.mark.parametrize("message", DANGER[:6])
@pytest.mark.parametrize(
    "disguise",
    [
        str.upper,
        lambda text: text.replace("i", "і").replace("e", "е"),
        lambda text: "\u200b".join(text),
        lambda text: text + "!!!! 😭😭😭",
        lambda text: text.replace(" ", "   "),
        lambda text: text.replace("a", "á"),
    ],
)
def test_no_trick_of_the_keyboard_hides_danger(message: str, disguise) -> None:  # type: ignore[no-untyped-def]
    assert find(disguise(message))


@pytest.mark.parametrize("part", ["he is ", "help ", "my ", "!? ", "i will ", "he has a ", "left the baby ", "locked me ", "a", "knife "])
def test_the_longest_message_takes_no_time(part: str) -> None:
    """A pattern that backtracks without end would stop the gateway for everybody."""
    began = time.perf_counter()
    find((part * 5_000)[:5_000])
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "message",
    [
        "he is hitting my sister right now cos of something on the news",
        "dad is beating my brother for homework",
        "hes hitting me and he took my teddy",
        "he stabbed her in the back by the door",
        "dad is strangling me because i was on fortnite",
        "he is hitting me cos i broke his dragon",
        "my son is choking on my popcorn",
        "my dad is hitting me cos i walked past the film he's watching",
    ],
)
def test_a_film_or_a_toy_in_the_room_takes_no_danger_away(message: str) -> None:
    assert find(message)
