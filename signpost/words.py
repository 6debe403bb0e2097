"""The wording of an answer: the variation that fits the person, with the contacts filled in.

Words name a contact by its id, `[[childline]]`. No number is ever typed into them, so none can go
out of date in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from signpost import routing
from signpost.conversation import Knowledge
from signpost.directory import Directory, Service
from signpost.topics import Topic, Variation
from signpost.watched import NEUTRAL_WORD

_MENTION = re.compile(r"(?P<beside>\(|\btext )?\[\[(?P<id>[a-z0-9-]+)\]\]")
_FACT = "{fact}"
_WORD = "{word}"
_MATTERS_MOST = ("watched", "about", "fact", "audience", "suspect")

_LEADS_BACK_BY = {
    "safeguarding_lead": re.compile(
        r"(?:tell|to|ask|is|and) (?:your |the |a )(?:designated )?safeguarding lead\b|^your designated", re.IGNORECASE | re.MULTILINE
    ),
    "police": re.compile(r"\b(?:tell|ring|call|go to|ask for) the police\b", re.IGNORECASE),
}
"""Words that lead back to a suspect without naming a contact (SAFETY.md, guarantee 7)."""


def say(topic: Topic, knowledge: Knowledge, directory: Directory, fact: str | None = None, about: str | None = None) -> str:
    """The text of an answer about `topic`.

    Args:
        topic: the topic and all its wordings.
        knowledge: what the conversation knows; the most specific wording that fits it is taken,
            and none that leads back to the person who is the worry.
        directory: where `[[id]]` is looked up.
        fact: the statement that a question of fact is answered with, or None where none fits.
        about: the follow-up question that it answers, if that has words of its own.

    Raises:
        KeyError: a wording names a contact that the directory does not hold (checked at start).
    """
    known = {
        "audience": (knowledge.audience,),
        "suspect": knowledge.suspects,
        "fact": () if fact else ("none",),
        "about": (about,),
        "watched": ("yes",) if knowledge.watched else (),
    }
    fitting = [
        variation
        for variation in topic.words
        if all(value in known.get(key, ()) for key, value in variation.when.items()) and (fact is not None or _FACT not in variation.text)
    ]
    safe = [variation for variation in fitting if not leads_back(variation.text, knowledge.suspects, directory)]
    text = max(safe or fitting, key=lambda variation: _fits(variation, knowledge)).text
    return fill(text.replace(_FACT, fact or ""), directory)


def leads_back(text: str, suspects: Iterable[str], directory: Directory) -> bool:
    """Whether a wording, its contacts still as ids, sends the reader to one of the suspects."""
    by_name = any(routing.leads_back(directory.service(id), suspects) for id in mentioned(text))
    return by_name or any(suspect in _LEADS_BACK_BY and _LEADS_BACK_BY[suspect].search(text) for suspect in suspects)


def _fits(variation: Variation, knowledge: Knowledge) -> tuple[int, ...]:
    """How closely: who asks matters more than who is the worry, and the worry told last the most."""
    suspect = variation.when.get("suspect")
    latest = -knowledge.suspects.index(suspect) if suspect else 0
    return (
        *(key in variation.when for key in _MATTERS_MOST[:3]),
        len(variation.when),
        *(key in variation.when for key in _MATTERS_MOST[3:]),
        latest,
    )


def fill(text: str, directory: Directory) -> str:
    """`text` with each `[[id]]` as the contact is said in a sentence. Raises KeyError as `say`.

    In brackets, and after the word "text", stands what was named before: only the number or
    address of the contact is filled in there.
    """

    def said(match: re.Match[str]) -> str:
        service, beside = directory.service(match["id"]), match["beside"] or ""
        if not service.channels:
            return f"{beside}{_name(service)}"
        if beside == "(":
            return beside + reached(service)
        if beside:
            return f"{beside}{_name(service)} on {reached(service)}"
        return mention(service)

    return _MENTION.sub(said, text.replace(_WORD, NEUTRAL_WORD)).strip()


@cache
def mentioned(wording: str) -> tuple[str, ...]:
    """The ids of the contacts that a wording names, in order. Remembered: there are only so many wordings."""
    return tuple(match["id"] for match in _MENTION.finditer(wording))


def mention(service: Service) -> str:
    """A contact as it is said in a sentence: "Childline on 0800 ..." or its name and address.

    A service known by its number (999, 101) is said by the number alone, a withdrawn one by its name.
    """
    name, channel = _name(service), next(iter(service.channels), None)
    if channel is None:
        return name
    if channel.number and channel.number in service.name:
        return channel.number
    if channel.type == "sms":
        return f"{name} by text on {reached(service)}"
    return f"{name} on {reached(service)}" if channel.number else f"{name} ({reached(service)})"


def reached(service: Service) -> str:
    """How a contact is reached first: its number, or its address as a person would say it."""
    channel = service.channels[0]
    return channel.number or (bare(channel.url) if channel.url else channel.address or "")


def _name(service: Service) -> str:
    """Its name without what is added in brackets or after a comma to tell it from others."""
    return re.sub(r" \(.*\)$|, .*$", "", service.name)


def bare(url: str) -> str:
    """An address as a person would say it, without scheme and trailing slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
