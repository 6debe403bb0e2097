"""Who is asking and who is the worry, read from sentences that people could have typed."""

from __future__ import annotations

import pytest

from signpost.people import audience_of, suspects_of

ASKING = {
    "child": [
        "im 12 and i dont know what to do",
        "I'm fifteen and nobody listens",
        "14f and scared",
        "my stepdad pushes me about",
        "my mum hits me when shes had a drink",
        "im in year 9 and theres this lad",
        "girls in my class laugh at me and took my bag",
        "my foster mum shouts at me all night",
        "my form tutor keeps me back on my own",
        "a lad in my year keeps hitting me",
        "im 17 and i help coach the under 8s",
        "im only 11 and hes my brother",
    ],
    "adult": [
        "my son came home with bruises",
        "our little girl says grandad scares her",
        "i live next door and hear the baby crying",
        "the toddler downstairs is left on her own",
        "my friend's little boy told me something",
        "I want to report a man who is hurting a child",
        "my niece doesn't want to go home",
        "im her nan and im worried sick",
        "my husband hits me",
        "the family over the road never feed those kids",
        "I'm 46 and I think my sister leaves the children alone",
        "weve got two kids at home",
        "i think the lady opposite hits her little boy",
    ],
    "professional": [
        "one of my pupils told me something at lunch",
        "I'm a teaching assistant at a primary school",
        "im a midwife and i have a concern",
        "a child in my class has marks on her arms",
        "I run a football club for under 10s",
        "i foster two boys",
        "our dsl is off sick, who do i tell",
        "a colleague worries me",
        "I work in a nursery and a parent frightened me",
        "a pupil has disclosed to me today",
        "i teach year 5",
        "im a school secretary",
    ],
    "survivor": [
        "it happened to me 30 years ago",
        "i was abused in care in the seventies",
        "a priest did it when i was a boy",
        "I'm 52 and it happened when I was six",
        "I am an adult survivor",
        "when i was a girl my uncle used to come in",
    ],
    "unknown": [
        "it happened to me when i was little",
        "a child is being hit",
        "someone is hurting a kid and i dont know who to tell",
        "hello",
        "he comes in at night",
        "how many children are abused",
        "what happens if i ring",
        "i was molested as a kid",
    ],
}  # fmt: skip

WORRY = {
    ("parent",): [
        "my dad hurts me",
        "my mum hits me when shes drunk",
        "its my stepdad he comes in my room",
        "i'm scared of my father",
        "my mums boyfriend locks me in",
        "mam throws things at me",
        "no it's my dad",
    ],
    ("sibling",): ["my big brother makes me do things", "my brother. hes 19", "it was my stepbrother"],
    ("relative",): ["my uncle hurts me", "i dont like being alone with my grandad", "my cousin did something to me"],
    ("partner",): ["my bf grabs my arm", "I was beaten by my husband", "its my ex", "i found pictures on my husbands laptop"],
    ("teacher",): ["its a teacher", "my teacher texts me every night", "no it's my teacher", "my maths teacher touches my back"],
    ("coach",): ["my coach wants pics", "my lads swimming teacher keeps messaging him", "it's about the scout leader"],
    ("safeguarding_lead",): [
        "the colleague is our safeguarding lead",
        "i told our dsl twice and she has done nothing",
        "im worried about the safeguarding lead",
    ],
    ("police",): ["hes a police officer", "my sisters partner is police", "im scared of a policeman"],
    ("faith_leader",): [
        "it was a priest, back in the 80s",
        "the vicar has been taking a boy home alone",
        "the man who teaches us quran hits us",
    ],
    ("child",): ["a lad in my year keeps hitting me", "my son is 13 and he punches me"],
    ("stranger_online",): ["someone on snap sent me nudes", "this guy on roblox keeps asking for pics"],
    ("self",): ["i get thoughts about children", "im scared of what i might do", "i might hurt the baby"],
    (): [
        "i told my mum and she was kind",
        "my mum said to ring you",
        "i want to talk about my feelings",
        "my teacher told me about this page",
        "can i talk to you instead of my mum",
        "how many children are abused",
        "my dad has gone to work",
        "will they tell my mum",
        "im a teacher, what do i write down",
        "im 17 and i help coach the under 8s",
        "my brother is the best",
        "i told my nan about it",
        "mum wont believe me",
        "my nan took me shopping",
    ],
}


@pytest.mark.parametrize(("message", "audience"), [(message, audience) for audience, messages in ASKING.items() for message in messages])
def test_it_is_read_who_is_asking(message: str, audience: str) -> None:
    assert audience_of(message) == audience


@pytest.mark.parametrize(("message", "worry"), [(message, worry) for worry, messages in WORRY.items() for message in messages])
def test_it_is_read_who_is_the_worry(message: str, worry: tuple[str, ...]) -> None:
    assert suspects_of(message) == worry


def test_a_father_who_is_in_the_police_is_both() -> None:
    assert set(suspects_of("my dad hits me and hes a police officer")) == {"parent", "police"}


def test_an_uncle_who_turns_out_to_be_the_mothers_boyfriend_is_no_uncle() -> None:
    assert suspects_of("well not my real uncle its my mums bf") == ("parent",)


@pytest.mark.parametrize(
    ("before", "message", "after"),
    [
        ("unknown", "im 12", "child"),
        ("child", "im 19 tho", "adult"),
        ("adult", "im 14 btw, hes my sisters baby", "child"),
        ("child", "sorry should have said im her nan", "adult"),
        ("survivor", "my daughter is at his house now", "adult"),
        ("survivor", "im 43 and ive never told anyone", "survivor"),
        ("professional", "the boy's mother rang me", "professional"),
        ("child", "ok", "child"),
        ("child", "what happens if i ring", "child"),
    ],
)
def test_later_words_correct_earlier_ones(before: str, message: str, after: str) -> None:
    assert audience_of(message, before) == after
