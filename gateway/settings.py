"""Settings, all from the environment; every one has a safe default (docs/operations.md lists them)."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What an operator may set.

    Attributes:
        host, port: where to listen.
        metrics_host, metrics_port: where Prometheus may ask for the counts; port 0 is off.
        assistant_url: Rasa's address; loopback.
        assistant_seconds: how long to wait for Rasa before the help card answers.
        assistant_at_once: turns that Rasa is asked at the same time; more wait, within the same seconds.
        origins: origins of the sites that may embed the chat, besides this one and localhost.
        idle_seconds, longest_seconds: when a conversation is forgotten.
        burst, per_second: messages of one conversation, at once and for as long as it likes.
        whole_burst, whole_per_second: the same for all conversations together.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 0
    assistant_url: str = "http://127.0.0.1:5005"
    assistant_seconds: float = 5.0
    assistant_at_once: int = 8
    origins: tuple[str, ...] = ()
    idle_seconds: float = 15 * 60
    longest_seconds: float = 2 * 60 * 60
    burst: float = 30
    per_second: float = 0.5
    whole_burst: float = 1_000
    whole_per_second: float = 100

    @classmethod
    def from_environment(cls) -> Settings:
        """Read `SIGNPOST_*`. Raises ValueError for a number that is none."""
        get = os.environ.get

        def number(name: str) -> float:
            return float(get(f"SIGNPOST_{name.upper()}", getattr(cls, name)))

        return cls(
            host=get("SIGNPOST_HOST", cls.host),
            port=int(number("port")),
            metrics_host=get("SIGNPOST_METRICS_HOST", cls.metrics_host),
            metrics_port=int(number("metrics_port")),
            assistant_url=get("SIGNPOST_ASSISTANT_URL", f"http://127.0.0.1:{get('SIGNPOST_ASSISTANT_PORT', '5005')}"),
            assistant_seconds=number("assistant_seconds"),
            origins=tuple(get("SIGNPOST_ORIGINS", "").split()),
            idle_seconds=number("idle_seconds"),
            longest_seconds=number("longest_seconds"),
            burst=number("burst"),
            per_second=number("per_second"),
            whole_burst=number("whole_burst"),
            whole_per_second=number("whole_per_second"),
        )
