"""What a conversation knows: nothing that was typed, only values of published lists.

The gateway holds it, sends it to Rasa as metadata and takes it back, so that a restart of Rasa
loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from signpost import languages, people, watched
from signpost.directory import AUDIENCES, Directory
from signpost.topics import Topic

LANGUAGES = ("en", "cy")

_MOST_TOLD = 3
"""Matters whose help stays in sight; a fourth drops the oldest, so that an answer stays short."""

_NO_MATTER = ("access_needs", "another_country")
"""How and from where somebody asks, not what about."""

_WORRIES_ABOUT = {"own_thoughts": "self"}
"""Topics that say who is the worry."""


@dataclass(frozen=True)
class Knowledge:
    """What is known so far.

    Attributes:
        audience: who is asking, one of `AUDIENCES`; "unknown" is answered for both.
        suspects: who is the worry (`people.SUSPECTS`), the latest first, so that no advice leads
            back to any of them.
        area: id of an area of the directory where the child lives.
        lang: one of `LANGUAGES`, that of the page.
        speaks: the language of the last messages (`languages.of`), None for English.
        topic: the last topic that was not small talk; what "and then?" is about.
        told: the matters told so far, the latest first; help for each stays in sight to the end.
        shown: ids of the contacts of the last answer, for questions such as "what happens then?".
        disclosed: whether something grave was told.
        watched: whether somebody may be reading along.
    """

    audience: str = "unknown"
    suspects: tuple[str, ...] = ()
    area: str | None = None
    lang: str = "en"
    speaks: str | None = None
    topic: str | None = None
    told: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    disclosed: bool = False
    watched: bool = False

    def hear(self, message: str, directory: Directory) -> Knowledge:
        """What is known after a message: later words correct earlier ones."""
        area = directory.area_named(message)
        language = languages.of(message)
        return replace(
            self,
            audience=people.audience_of(message, before=self.audience),
            suspects=_latest_first(people.suspects_of(message), self.suspects),
            area=area.id if area else self.area,
            speaks=self.speaks if language is None else None if language == languages.ENGLISH else language,
            watched=watched.now(message, before=self.watched),
        )

    def answered(self, topic: Topic, shown: tuple[str, ...]) -> Knowledge:
        """What is known after an answer about `topic` with the contacts `shown`."""
        a_matter = topic.urgency in ("emergency", "urgent", "support") and topic.name not in _NO_MATTER
        worries = (_WORRIES_ABOUT[topic.name],) if topic.name in _WORRIES_ABOUT else ()
        return replace(
            self,
            suspects=_latest_first(worries, self.suspects),
            topic=self.topic if topic.small_talk else topic.name,
            told=_latest_first((topic.name,), self.told)[:_MOST_TOLD] if a_matter else self.told,
            shown=shown,
            disclosed=self.disclosed or topic.grave,
        )

    def joined(self, other: Knowledge) -> Knowledge:
        """This, with the matters of a turn that it overtook: help for them stays in sight too."""
        told = _latest_first(self.told, other.told)[:_MOST_TOLD]
        return replace(self, told=told, disclosed=self.disclosed or other.disclosed)

    @property
    def matter(self) -> str | None:
        """What the conversation is about: the matter told last, or else the last topic."""
        return self.told[0] if self.told else self.topic

    @classmethod
    def of_message(cls, metadata: Mapping[str, Any] | None, message: str, directory: Directory) -> Knowledge:
        """What the gateway sent along with a message; without it (a plain shell), the message's own."""
        known = metadata.get("knowledge") if isinstance(metadata, Mapping) else None
        return cls.from_dict(known) if known else cls().hear(message, directory)

    def to_dict(self) -> dict[str, Any]:
        """As plain data, for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any] | None) -> Knowledge:
        """From plain data of any origin; a value that is on no published list counts as unknown."""
        data = data if isinstance(data, Mapping) else {}
        audience, lang, speaks = (data.get(name) for name in ("audience", "lang", "speaks"))
        return cls(
            audience=audience if audience in AUDIENCES else "unknown",
            suspects=tuple(role for role in _texts(data.get("suspects")) if role in people.SUSPECTS),
            area=_text(data.get("area")),
            lang=lang if lang in LANGUAGES else "en",
            speaks=speaks if speaks in (*languages.load(), languages.OTHER) else None,
            topic=_text(data.get("topic")),
            told=_texts(data.get("told"))[:_MOST_TOLD],
            shown=_texts(data.get("shown")),
            disclosed=data.get("disclosed") is True,
            watched=data.get("watched") is True,
        )


def _latest_first(new: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new + known))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...]:
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list | tuple) else ()
