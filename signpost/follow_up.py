"""A message in the light of what was said before it.

The classifier reads each message alone. A disclosure comes in pieces, though: "and then?", "no it's
my teacher", "nobody answered" mean little by themselves. Here the topic that was understood is kept,
or replaced by what the conversation makes likelier. Nothing here can overrule danger.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from signpost import people, watched
from signpost.conversation import Knowledge
from signpost.routing import Chosen
from signpost.text import plain
from signpost.topics import ACKNOWLEDGE, CORRECTION, DANGER, NO_MATCH, Topic

LANGUAGE = "language"
"""What a message in another language is answered about."""

NO_ANSWER = "no_answer"
"""What "nobody picks up" is answered about."""

_ABOUT_A_CHILD = ("being_hurt", "friend_worry", "report_abuse")
"""Topics that differ only in who is asking."""

_SURE = 0.5
"""How likely a topic must be to change the subject of a conversation."""

_LIKELY = 0.3
"""How likely one of the matters told before must be to be taken up again, and a grave topic in a
message of more than a few words to be believed."""

_SECOND = 0.14
"""How likely a second topic must be for its help to be shown beside the first."""

_CERTAIN = 0.8
"""The same, where the message names somebody to fear in a few words: "no, my uncle"."""

_FRAGMENT, _FEW_WORDS = 5, 12
"""Up to so many words are hardly a sentence, and up to so many may still be about what was said before."""

_NEVER_MISSED = ("self_harm", "danger_now")
"""Topics whose help is shown beside another at the smallest sign."""


@dataclass(frozen=True)
class Reply:
    """What to answer.

    Attributes:
        topic: the topic that the answer is about.
        also: a second topic that the message may be about too; its help is not left out.
        about: a follow-up question that has words of its own (`about:` in the wordings).
        named: the contacts that a question asks about by name or number.
    """

    topic: str
    also: str | None = None
    about: str | None = None
    named: tuple[Chosen, ...] = ()


@dataclass(frozen=True)
class _Question:
    """A follow-up question, its topic, and the words in which people ask it."""

    topic: str
    about: str | None
    words: re.Pattern[str]


_QUESTIONS_OF_FACT = ("what_happens", "privacy")
"""Two kinds of question about a contact, which the model may not tell apart."""

_FACTUAL = ("what_happens", "privacy", "law", "figures", "signs_of_abuse", "online_safety", "net_aware")
"""Questions, which are answered all the same."""

_ABOUT_BEFORE = (ACKNOWLEDGE, "denial", CORRECTION)
"""Small talk that is about what was said before."""

_QUESTIONS = tuple(
    _Question(topic, about, re.compile(words))
    for topic, about, words in (
        (
            "what_happens", NO_ANSWER,
            r"\b(?:no ?body|no ?one|noone|they|nspcc|childline|samaritans|council) (?:(?:is|are|was|were|has|have|even|ever|just) )*(?:(?:answer|pick)(?:s|ed|ing)?(?: up)?|didn'?t (?:answer|pick)|don'?t (?:answer|pick)|won'?t (?:answer|pick)|not answering|there)\b"
            r"|\b(?:no|didn'?t get an|without an) (?:answer|reply)\b|\bon hold\b|\b(?:line|phone|it)(?:'?s| is| was)? (?:busy|engaged|closed|shut|dead)\b|\b(?:it'?s|its|they'?re|all) (?:shut|closed|engaged)\b"
            r"|\b(?:couldn'?t|can'?t|cannot|didn'?t) get (?:through|anyone|an answer)\b|^still (?:nobody|no one|nothing|waiting|no answer)\b|\b(?:rings|rang|ringing) out\b|\banyone (?:even )?there\b",
        ),
        (
            "privacy", "finds_out",
            r"\b(?:what (?:if|happens if|happens when)|if|when|until|scared|frightened|worried|in case) (?:he|she|they|my \w+|mum|dad|mam) (?:\w+ )?(?:finds?|found|hears?|sees?|knows?)\b(?!.{0,12}\b(?:me|him|her) (?:dead|crying))|\b(?:he|she|they)(?:'?ll|ll| will| would) (?:\w+ )?(?:find out|know i)\b|\b(?:his|her|their) (?:mates|friends|colleagues) .{0,15}\b(?:see|find|tell)\b",
        ),
        (
            "what_happens", "in_trouble",
            r"\b(?:will|would|do|can|am|could) i (?:be |get |go |going to be |gonna be |going to get )*(?:in(?:to)? trouble|arrested|done|nicked|told off|expelled|excluded|locked up|to (?:prison|jail|court)|in prison|a (?:criminal )?record|lose my job|sacked)\b",
        ),
        (
            "what_happens", "not_believed",
            r"\b(?:no ?body|no ?one|noone|they|he|she|mum|mam|mom|dad|people|police|you) (?:\w+ )?(?:will|would|won'?t|wouldn'?t|wont|doesn'?t|don'?t|didn'?t|doesnt|dont|didnt)(?: ever)? believe\b",
        ),
        (
            "what_happens", None,
            r"^(?:is|are) (?:it|they|the (?:call|line|number)) (?:free|open|real|any good)\b|\b(?:how much|what) does it cost\b|\bwhat (?:happens|would happen) (?:if|when|after) i (?:ring|call|text|phone|message|report|tell)\b|\bwho (?:answers|will i (?:speak|talk) to|picks up)\b|\b(?:haven'?t|havent|don'?t have|no|need) (?:got )?(?:any )?proof\b|\bwhat if i'?m wrong\b",
        ),
        (
            "law", None,
            r"\b(?:is it|isn'?t it|am i|would it be|its|it'?s) (?:not )?too late\b|\btime limit\b",
        ),
        (
            "privacy", None,
            r"\b(?:will|would|do|does|can|could) (?:they|you|it|childline|she|he|someone|the \w+) (?:\w+ )?(?:tell|ring|call|inform|contact|trace|report|phone) (?:my|me\b|anyone|the|school|mum|dad|him|her|on me)\b(?!.{0,15}\bback)|\b(?:know|find out|see) (?:it was|that it was) me\b|\bkeep (?:it|this|that) (?:to myself|secret|quiet|between us)\b|\bkeep (?:her|his|their) secret\b",
        ),
    )
)  # fmt: skip

_AGAIN = re.compile(
    r"^(?:and |so |but |ok |then |well )*(?:then|and then|go on|what now|now what|what (?:do|should|can|shall) i do(?: (?:now|first|then|next|about it))?|what next|what happens now|who (?:can|do|should) i (?:tell|ring|call|talk to|ask)|who to|how|where do i start|idk what to do|i don'?t know what to do)[?.! ]*$"
    r"|\b(?:what|which)(?:'?s| is| was)? (?:that|the|ur|your) numbers?\b|\bnumbers? again\b|\bsay that again\b"
)
_IT_IS_ME = re.compile(
    r"^(?:ok|well|actually|tbh|so|and|yeah|yes|i mean|fine|alright|its?|it'?s|that'?s|thats|it is|, )*(?: )*(?:it'?s|its|it is|thats|that'?s) (?:actually |really |about )?me\b|^(?:i'?m|im) (?:the|that) (?:friend|one|girl|boy|child|kid)\b"
)
_SAME_HERE = re.compile(r"^(?:tbh |lol |honestly |ngl |yeah |and )*(?:same|same here|me too|same tbh|i feel the same|so do i)[.! ]*$")
_IT_IS_A_FRIEND = re.compile(r"\b(?:it'?s|its|it is|about) my (?:best )?(?:mate|friend|bestie|bff)\b")
_SAYS_SELF_HARM = re.compile(
    r"\b(?:cut|cuts|cutting|harm|harms|harming|hurt|hurts|hurting|kill|kills|killing|burn|burning) (?:myself|himself|herself|themselves)\b|\b(?:don'?t|do not|doesn'?t) (?:want|wanna) (?:to )?(?:be alive|live|be here|exist|wake up)\b"
    r"|\b(?:want|wants|wanna|wanted) (?:to )?(?:die|be dead)\b|\bsuicidal\b|\b(?:commit|committing|attempt\w*) suicide\b|\bself ?-?harm\w*|\bend (?:my|his|her) life\b"
)
_SAYS_HURT = re.compile(
    r"(?<!never )(?<!not )(?<!n't )(?<!nt )\b(?:hits?|hitting|hurts?|hurting|beats?|beating|kicks?|kicking|punch(?:es|ing)|touch(?:es|ing)|abus(?:es|ing)|raped|rapes) (?:me|us)\b"
)
_SAYS = (("self_harm", _SAYS_SELF_HARM), ("being_hurt", _SAYS_HURT))
"""Words that say a grave thing outright: it leads, or at least its help is there, whatever the model made of them."""

_AS_GRAVE = {"self_harm": (), "being_hurt": ("bullying", "parent_support", "adult_survivor", "another_country")}
"""Topics that such words belong to as well."""

_OF_OTHERS = re.compile(r"\b(?:he|she|they|him|her|them|his|their|hes|shes|theyre|he'?s|she'?s|they'?re)\b")
_OF_PEOPLE = re.compile(rf"{_OF_OTHERS.pattern}|\b(?:i|im|i'?m|me|my|we|us|you|u|it|its|it'?s|that|this|there)\b")
_OWN_AGE = re.compile(r"^(?:i'?m|im|i am) (?:only |just |nearly |actually )*\d{1,2}\b")
_DETAIL = re.compile(
    r"^(?:(?:he|she|they|it)(?:'?s|'?re| is| are| was)? )(?:(?:only|just|about|nearly|my \w+,? (?:he|she)'?s?) )*(?:\d{1,2}|in (?:year|yr|reception|nursery)\b.*|(?:my|a|an|the|our) [\w' ]+?)[.! ]*$"
    r"|^(?:it was |on |since |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night)?[.! ]*$|^(?:it'?s|its) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_TAKES_BACK = re.compile(
    r"^(?:(?:lol|haha|ok|oh|no|sorry|actually|just|nah|well) )*(?:forget (?:it|i (?:said|asked)|about it)|never ?mind|nvm|nm|doesn'?t matter|dont matter|it doesn'?t matter|i said it doesn'?t matter|(?:it was |was |it'?s |i'?m |im |only |just )*(?:a joke|joking|kidding|messing)|jk|(?:i )?made it up|i'?m (?:fine|ok|okay|alright)(?: really| now| tho| honestly)?|nothing happened|it'?s nothing)\b(?! (?:but|except))"
)
_MEANT_OTHERWISE = re.compile(
    r"\b(?:not what i (?:meant|asked|said|mean)|you (?:misunderst\w+|got (?:it|me|that) wrong|don'?t (?:get|understand)(?: it| me)?|dont (?:get|understand)(?: it| me)?)|that'?s (?:not it|wrong)|wrong answer|still wrong|i meant something else)\b|^(?:no,? )?not that\b|^no,? that'?s not\b"
)


def in_the_light(words: str, understood: str, likely: Mapping[str, float], before: Knowledge, topics: Mapping[str, Topic]) -> Reply:
    """What to answer to a message.

    Args:
        words: what was typed; empty where a button was pressed.
        understood: the topic as the message alone was understood.
        likely: how likely each topic is for the message alone; 1 for a topic that is certain.
        before: what the conversation knows, with what this message said of people already in it.
        topics: all topics.
    """
    found_by_the_danger_check = understood == DANGER and likely.get(DANGER, 1.0) >= 1.0
    if not words or found_by_the_danger_check:
        return Reply(understood)
    if watched.calls_back(words):
        return Reply(before.matter or ACKNOWLEDGE)
    if before.speaks:
        understandable = topics[understood].grave and likely.get(understood, 0.0) >= _SURE
        return Reply(understood if understandable else "access_needs", about=LANGUAGE)
    text = plain(words)
    plainly = _said_in_so_many_words(text, before)
    reply = plainly or _likeliest(text, understood, likely, before, topics)
    topic = for_the_reader(reply.topic, before.audience, people.writes_about_a_child(words))
    if topic == "being_hurt" and before.audience == "adult" and "partner" in before.suspects[:1]:
        topic = "domestic_abuse"
    also = None if plainly else _second(topic, understood, likely, topics)
    outright = next((grave for grave, said in _SAYS if said.search(text) and topic not in (grave, *_AS_GRAVE[grave])), None)
    if outright is None:
        return Reply(topic, also, reply.about)
    if topics[topic].grave or (topic in _FACTUAL and outright != "self_harm"):
        return Reply(topic, outright if outright in _NEVER_MISSED else also or outright, reply.about)
    return Reply(outright, topic if topics[topic].urgency == "support" else also)


def _said_in_so_many_words(text: str, before: Knowledge) -> Reply | None:
    """Short things that people say between turns, where the words leave no doubt."""
    few = text.count(" ") < _FEW_WORDS
    if few and _IT_IS_ME.search(text):
        return Reply("being_hurt" if before.matter in (None, "friend_worry", "report_abuse", "law", "signs_of_abuse") else before.matter)
    if before.topic is None or not few:
        return None
    if before.matter and _SAME_HERE.search(text):
        return Reply("being_hurt" if before.matter == "friend_worry" else before.matter)
    if before.matter in _ABOUT_A_CHILD and _IT_IS_A_FRIEND.search(text):
        return Reply("friend_worry")
    if _TAKES_BACK.search(text):
        return Reply("denial")
    if _MEANT_OTHERWISE.search(text):
        return Reply(CORRECTION)
    for question in _QUESTIONS:
        if question.words.search(text):
            return Reply(question.topic, about=question.about)
    if before.matter and (_AGAIN.search(text) or _DETAIL.search(text)):
        return Reply(before.matter)
    return None


def _likeliest(text: str, understood: str, likely: Mapping[str, float], before: Knowledge, topics: Mapping[str, Topic]) -> Reply:
    """The topic of a fragment: what it was understood as if that is sure, or else what was talked of."""
    if before.matter in _ABOUT_A_CHILD and people.audience_of(text) == "professional" and understood != DANGER:
        return Reply(before.matter)
    if before.topic is None or understood in (before.topic, DANGER) or text.count(" ") >= _FEW_WORDS:
        return Reply(understood)
    if before.matter and _says_only_who(text, likely.get(understood, 0.0), understood, before, likely, topics):
        return Reply(before.matter)
    likeliest = max((understood, *likely), key=lambda topic: likely.get(topic, 0.0))
    again = max(before.told, key=lambda topic: likely.get(topic, 0.0), default=None)
    if again and likely.get(again, 0.0) >= max(_LIKELY, likely.get(understood, 0.0)):
        return Reply(again)
    for topic in (understood, likeliest):
        if likely.get(topic, 0.0) >= _enough(topics[topic], text):
            return Reply(topic)
    if sum(likely.get(topic, 0.0) for topic in _QUESTIONS_OF_FACT) >= _SURE:
        return Reply(max(_QUESTIONS_OF_FACT, key=lambda topic: likely.get(topic, 0.0)))
    if understood == NO_MATCH and not _OF_PEOPLE.search(text):
        return Reply(NO_MATCH)
    return Reply(before.matter if before.matter and (people.suspects_of(text) or _OF_OTHERS.search(text)) else before.topic)


def _says_only_who(
    text: str, chance: float, understood: str, before: Knowledge, likely: Mapping[str, float], topics: Mapping[str, Topic]
) -> bool:
    """Whether the message tells who is asking ("im 12", "im her nan") and nothing that is surely another matter."""
    another = topics[understood].grave and chance >= _SURE and likely.get(before.matter or "", 0.0) < chance - _SURE
    kin = before.matter in _ABOUT_A_CHILD and people.audience_of(text) == "adult" and chance < _SURE
    return kin or (bool(_OWN_AGE.search(text)) and not another)


def _enough(topic: Topic, text: str) -> float:
    """How likely a topic must be for a message of a few words to change the subject to it."""
    fragment = text.count(" ") < _FRAGMENT
    if people.suspects_of(text) and (fragment or topic.urgency in ("talk", "info")):
        return _CERTAIN
    return _LIKELY if topic.name in _ABOUT_BEFORE or (topic.urgency in ("urgent", "support") and not fragment) else _SURE


def for_the_reader(topic: str, audience: str, about_a_child: bool) -> str:
    """The same matter as it is for this reader: a professional's concern, an adult's worry.

    `about_a_child` tells an adult who worries about a child from one who is hurt.
    """
    if topic in _ABOUT_A_CHILD and audience == "professional":
        return "professional_concern"
    if audience == "adult" and (topic == "friend_worry" or (topic == "being_hurt" and about_a_child)):
        return "report_abuse"
    return topic


def _second(topic: str, understood: str, likely: Mapping[str, float], topics: Mapping[str, Topic]) -> str | None:
    """What the message may be about as well, if that would be a matter with help of its own."""
    alike = (*_ABOUT_A_CHILD, "professional_concern")
    enough = _SECOND if topic == understood else _LIKELY
    others = [
        (chance, name)
        for name, chance in likely.items()
        if name != topic and not (name in alike and topic in alike) and topics[name].urgency in ("emergency", "urgent", "support")
        if chance >= (_SECOND if name in _NEVER_MISSED else enough)
    ]
    return max(others)[1] if others else None
