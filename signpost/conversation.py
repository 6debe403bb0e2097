"""What a conversation knows: nothing that was typed, only values of published lists.

The gateway holds it, sends it to Rasa as metadata and takes it back, so that a restart of Rasa
loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from signpost import people
from signpost.directory import AUDIENCES, Directory
from signpost.topics import Topic

LANGUAGES = ("en", "cy")


@dataclass(frozen=True)
class Knowledge:
    """What is known so far.

    Attributes:
        audience: who is asking, one of `AUDIENCES`; "unknown" is answered for both.
        suspect: who is the worry (`people.SUSPECTS`), so that no advice leads back to them.
        area: id of an area of the directory where the child lives.
        lang: one of `LANGUAGES`.
        topic: the last topic that was not small talk or a question about it.
        shown: ids of the contacts of the last answer, for questions such as "what happens then?".
        disclosed: whether something grave was told; help then stays in sight to the end.
    """

    audience: str = "unknown"
    suspect: str | None = None
    area: str | None = None
    lang: str = "en"
    topic: str | None = None
    shown: tuple[str, ...] = ()
    disclosed: bool = False

    def hear(self, message: str, directory: Directory) -> Knowledge:
        """What is known after a message: later words correct earlier ones."""
        area = directory.area_named(message)
        return replace(
            self,
            audience=people.audience_of(message, before=self.audience),
            suspect=people.suspect_of(message) or self.suspect,
            area=area.id if area else self.area,
        )

    def answered(self, topic: Topic, shown: tuple[str, ...]) -> Knowledge:
        """What is known after an answer about `topic` with the contacts `shown`."""
        about_the_matter = topic.urgency in ("emergency", "urgent", "support")
        return replace(
            self,
            topic=topic.name if about_the_matter else self.topic,
            shown=shown,
            disclosed=self.disclosed or topic.grave,
        )

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
        audience, suspect, lang = (data.get(name) for name in ("audience", "suspect", "lang"))
        return cls(
            audience=audience if audience in AUDIENCES else "unknown",
            suspect=suspect if suspect in people.SUSPECTS else None,
            area=_text(data.get("area")),
            lang=lang if lang in LANGUAGES else "en",
            topic=_text(data.get("topic")),
            shown=tuple(item for item in data.get("shown") or () if isinstance(item, str)),
            disclosed=data.get("disclosed") is True,
        )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
