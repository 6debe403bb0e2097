"""How much may be asked: an allowance that fills up again by itself."""

from __future__ import annotations


class Allowance:
    """A token bucket. Times are seconds of a monotonic clock."""

    __slots__ = ("_burst", "_left", "_per_second", "_seen")

    def __init__(self, burst: float, per_second: float, now: float) -> None:
        """`burst` messages at once, and `per_second` for as long as one likes."""
        self._burst, self._per_second = burst, per_second
        self._left, self._seen = burst, now

    def spend(self, now: float) -> float:
        """Count one message. Returns the seconds to wait: 0 where it is within the limit."""
        self._left = min(self._burst, self._left + (now - self._seen) * self._per_second)
        self._seen = now
        if self._left < 1:
            return (1 - self._left) / self._per_second
        self._left -= 1
        return 0.0
