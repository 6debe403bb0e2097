"""The topics: what people write about, how grave it is, and the words for it.

One file per topic in `data/topics/` (matters) and `data/talk/` (small talk) holds everything: the
`topic:` block read here, the words (`responses:`, read here and by Rasa), and Rasa's rule and
examples. The file's name is the topic's name, its intent and the end of its `utter_` name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "data"

DANGER = "danger_now"
NO_MATCH = "no_match"
CORRECTION = "correction"
ACKNOWLEDGE = "acknowledge"

URGENCIES = ("emergency", "urgent", "support", "info", "talk")
"""From the gravest down. `emergency` only where 999 is the advice."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TopicError(ValueError):
    """A topic file is not fit for use; the message names it and says what to do."""


@dataclass(frozen=True)
class Variation:
    """One wording, and what must be known of the conversation for it to fit."""

    text: str
    when: Mapping[str, str]


@dataclass(frozen=True)
class Topic:
    """One topic. `title` is its button, in the words of the person who would press it."""

    name: str
    title: str
    urgency: str
    words: tuple[Variation, ...]

    @property
    def grave(self) -> bool:
        """Whether somebody may be at risk: 999 is near the top of the answer, and help stays."""
        return self.urgency in ("emergency", "urgent")

    @property
    def small_talk(self) -> bool:
        """Whether it says nothing new about why the person came."""
        return self.urgency == "talk"


@cache
def load(path: Path = DEFAULT_PATH) -> Mapping[str, Topic]:
    """All topics by name.

    Raises:
        TopicError: a file lacks its `topic:` block or its words; the message says which.
    """
    files = sorted(path.glob("topics/*.yml")) + sorted(path.glob("talk/*.yml"))
    return {file.stem: _read(file) for file in files}


def _read(file: Path) -> Topic:
    with file.open(encoding="utf-8") as stream:
        content: Any = yaml.load(stream, Loader=_LOADER)  # noqa: S506 - a SafeLoader, in C where there is one
    block = content.get("topic") or {}
    variations = (content.get("responses") or {}).get(f"utter_{file.stem}") or []
    if block.get("urgency") not in URGENCIES or not block.get("title"):
        raise TopicError(f"{file}: needs a `topic:` block with `title` and `urgency` ({', '.join(URGENCIES)}).")
    if not variations or variations[0].get("metadata"):
        raise TopicError(f"{file}: needs `utter_{file.stem}`, its first wording without `metadata`.")
    words = tuple(Variation(v["text"].strip(), v.get("metadata") or {}) for v in variations)
    return Topic(file.stem, block["title"], block["urgency"], words)
