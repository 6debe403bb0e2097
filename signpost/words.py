"""The wording of an answer: the variation that fits the person, with the contacts filled in.

Words name a contact by its id, `[[childline]]`. No number is ever typed into them, so none can go
out of date in them.
"""

from __future__ import annotations

import re

from signpost.conversation import Knowledge
from signpost.directory import Directory, Service
from signpost.topics import Topic, Variation

_MENTION = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_FACT = "{fact}"
_MATTERS_MOST = ("fact", "audience", "suspect")


def say(topic: Topic, knowledge: Knowledge, directory: Directory, fact: str | None = None) -> str:
    """The text of an answer about `topic`.

    Args:
        topic: the topic and all its wordings.
        knowledge: what the conversation knows; the most specific wording that fits it is taken.
        directory: where `[[id]]` is looked up.
        fact: the statement that a question of fact is answered with, or None where none fits.

    Raises:
        KeyError: a wording names a contact that the directory does not hold (checked at start).
    """
    known = {
        "audience": knowledge.audience,
        "suspect": knowledge.suspect,
        "lang": knowledge.lang,
        "fact": None if fact else "none",
        "area": knowledge.area,
    }
    fitting = [
        variation
        for variation in topic.words
        if all(known.get(key) == value for key, value in variation.when.items()) and (fact is not None or _FACT not in variation.text)
    ]
    text = max(fitting, key=_specific).text
    return fill(text.replace(_FACT, fact or ""), directory)


def _specific(variation: Variation) -> tuple[int, ...]:
    """Who asks matters more than who is the worry, where a wording for both is missing."""
    return (len(variation.when), *(key in variation.when for key in _MATTERS_MOST))


def fill(text: str, directory: Directory) -> str:
    """`text` with each `[[id]]` as the contact is said in a sentence. Raises KeyError as `say`."""
    return _MENTION.sub(lambda match: mention(directory.service(match.group(1))), text).strip()


def mentioned(text: str) -> list[str]:
    """The ids of the contacts that a wording names, in order."""
    return _MENTION.findall(text)


def mention(service: Service) -> str:
    """A contact as it is said in a sentence: "Childline on 0800 ..." or its name and address.

    A service known by its number (999, 101) is said by the number alone.
    """
    name = re.sub(r" \(.*\)$", "", service.name)
    for channel in service.channels:
        if channel.number and channel.number in name:
            return channel.number
        if channel.type == "voice" and channel.number:
            return f"{name} on {channel.number}"
        if channel.type == "sms" and channel.number:
            return f"{name} by text on {channel.number}"
        if channel.url:
            return f"{name} ({bare(channel.url)})"
    return name


def bare(url: str) -> str:
    """An address as a person would say it, without scheme and trailing slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url).rstrip("/")
