"""Conversations: in memory, without a word of what was typed, and soon forgotten."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.limits import Allowance
from signpost.conversation import Knowledge

_BYTES = 24
"""Of randomness in a session's id: 192 bits."""

_MOST = 100_000
"""Conversations held at once, about a kilobyte each; beyond that the longest idle is forgotten."""


@dataclass(slots=True)
class Session:
    """One conversation. Times are seconds of a monotonic clock, so that no clock change matters."""

    id: str
    began: float
    seen: float
    allowance: Allowance
    knowledge: Knowledge = field(default_factory=Knowledge)


class Sessions:
    """All conversations that are not yet forgotten."""

    def __init__(self, idle: float, longest: float, burst: float, per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Hold conversations by these rules.

        Args:
            idle: seconds without a message after which a conversation is forgotten.
            longest: seconds after which it is forgotten in any case.
            burst: messages that one conversation may send at once.
            per_second: messages a second that it may go on sending.
            clock: seconds that only go forward.
        """
        self._idle, self._longest, self._burst, self._per_second, self._clock = idle, longest, burst, per_second, clock
        self._by_use: OrderedDict[str, Session] = OrderedDict()
        self._by_age: dict[str, Session] = {}

    def find_or_mint(self, token: object) -> Session:
        """The conversation of a token that was minted here and is not forgotten; else a fresh one."""
        session = self.find(token)
        if session is None:
            session = self.mint()
            self._by_use[session.id] = self._by_age[session.id] = session
        return session

    def find(self, token: object) -> Session | None:
        """The conversation of a token that was minted here and is not forgotten. This counts as use."""
        self.sweep()
        session = self._by_use.get(token) if isinstance(token, str) else None
        if session is not None:
            session.seen = self._clock()
            self._by_use.move_to_end(session.id)
        return session

    def mint(self) -> Session:
        """A fresh conversation that is not held: nothing is known of it at the next turn."""
        now = self._clock()
        return Session(secrets.token_urlsafe(_BYTES), now, now, Allowance(self._burst, self._per_second, now))

    def spend(self, session: Session) -> float:
        """Count a message; returns the seconds to wait where there were too many."""
        return session.allowance.spend(self._clock())

    def forget(self, token: object) -> None:
        """Forget a conversation at once, if it is known."""
        if isinstance(token, str):
            self._by_use.pop(token, None)
            self._by_age.pop(token, None)

    def sweep(self) -> None:
        """Forget what is idle, old or too many. Costs only as much as there is to forget."""
        now = self._clock()
        while self._by_use and ((first := next(iter(self._by_use.values()))).seen + self._idle < now or len(self) > _MOST):
            self.forget(first.id)
        while self._by_age and (first := next(iter(self._by_age.values()))).began + self._longest < now:
            self.forget(first.id)

    def __len__(self) -> int:
        """How many conversations are held."""
        return len(self._by_use)
