"""Settings, all from the environment; every one has a safe default (docs/operations.md lists them)."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What an operator may set.

    Attributes:
        host, port: where to listen.
        assistant_url: Rasa's address; loopback.
        assistant_seconds: how long to wait for Rasa before the help card answers.
        assistant_at_once: turns that Rasa is asked at the same time; more wait, within the same seconds.
        origins: origins of the sites that may embed the chat, besides this one and localhost.
        idle_seconds, longest_seconds: when a conversation is forgotten.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    assistant_url: str = "http://127.0.0.1:5005"
    assistant_seconds: float = 5.0
    assistant_at_once: int = 8
    origins: tuple[str, ...] = ()
    idle_seconds: float = 15 * 60
    longest_seconds: float = 2 * 60 * 60

    @classmethod
    def from_environment(cls) -> Settings:
        """Read `SIGNPOST_*`. Raises ValueError for a number that is none."""
        get = os.environ.get
        return cls(
            host=get("SIGNPOST_HOST", cls.host),
            port=int(get("SIGNPOST_PORT", str(cls.port))),
            assistant_url=get("SIGNPOST_ASSISTANT_URL", f"http://127.0.0.1:{get('SIGNPOST_ASSISTANT_PORT', '5005')}"),
            assistant_seconds=float(get("SIGNPOST_ASSISTANT_SECONDS", str(cls.assistant_seconds))),
            origins=tuple(get("SIGNPOST_ORIGINS", "").split()),
            idle_seconds=float(get("SIGNPOST_IDLE_SECONDS", str(cls.idle_seconds))),
            longest_seconds=float(get("SIGNPOST_LONGEST_SECONDS", str(cls.longest_seconds))),
        )
