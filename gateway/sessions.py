"""Conversations: in memory, without a word of what was typed, and soon forgotten."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from signpost.conversation import Knowledge

_BYTES = 24
"""Of randomness in a session's id: 192 bits."""

_MOST = 200_000
"""Conversations held at once; beyond that the longest idle is forgotten. About a kilobyte each."""

_BURST = 30.0
"""Messages that one conversation may send at once."""

_PER_SECOND = 0.5
"""Messages a second that it may go on sending."""


@dataclass
class Session:
    """One conversation. Times are in seconds of a monotonic clock, so that no clock change matters."""

    id: str
    began: float
    seen: float
    knowledge: Knowledge = field(default_factory=Knowledge)
    allowance: float = _BURST

    def spend(self, now: float) -> float:
        """Count one message at `now`. Returns the seconds to wait: 0 where it is within the limit."""
        self.allowance = min(_BURST, self.allowance + (now - self.seen) * _PER_SECOND)
        self.seen = now
        if self.allowance < 1:
            return (1 - self.allowance) / _PER_SECOND
        self.allowance -= 1
        return 0.0


class Sessions:
    """All conversations, the longest idle first."""

    def __init__(self, idle: float, longest: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Forget a conversation after `idle` seconds without a message and after `longest` in any case."""
        self._idle, self._longest, self._clock = idle, longest, clock
        self._held: OrderedDict[str, Session] = OrderedDict()

    def find_or_mint(self, token: object) -> Session:
        """The conversation of a token that was minted here and is not forgotten; else a fresh one."""
        self.sweep()
        session = self._held.get(token) if isinstance(token, str) else None
        if session is None:
            now = self._clock()
            session = Session(secrets.token_urlsafe(_BYTES), began=now, seen=now)
            self._held[session.id] = session
        self._held.move_to_end(session.id)
        return session

    def spend(self, session: Session) -> float:
        """Count a message; returns the seconds to wait where there were too many."""
        return session.spend(self._clock())

    def forget(self, token: object) -> None:
        """Forget a conversation at once, if it is known."""
        if isinstance(token, str):
            self._held.pop(token, None)

    def sweep(self) -> None:
        """Forget what is idle or old."""
        now = self._clock()
        while self._held:
            oldest = next(iter(self._held.values()))
            if now - oldest.seen <= self._idle and len(self._held) <= _MOST:
                break
            del self._held[oldest.id]
        for session in [s for s in self._held.values() if now - s.began > self._longest]:
            del self._held[session.id]

    def __len__(self) -> int:
        """How many conversations are held."""
        return len(self._held)
