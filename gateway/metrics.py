"""Counting without reading: what Prometheus may ask for. No text, no ids, no addresses."""

from __future__ import annotations

import logging
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 7.5)


class Metrics:
    """The counts of one gateway since its start."""

    def __init__(self, sessions: Callable[[], int]) -> None:
        """`sessions` says how many conversations are held now."""
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "signpost_answers", "Answers by topic, urgency and who gave them", ["topic", "urgency", "by"], registry=self._registry
        )
        self._seconds = Histogram(
            "signpost_answer_seconds", "Time to an answer by who gave it", ["by"], buckets=_SECONDS, registry=self._registry
        )
        self._refusals = Counter("signpost_refusals", "Refusals (with help) by status", ["status"], registry=self._registry)
        self._faults = Counter("signpost_faults", "Faults behind a help card by kind", ["kind"], registry=self._registry)
        self._wrong = Counter("signpost_wrong_numbers", "Cards reported as not working", ["card"], registry=self._registry)
        held = Gauge("signpost_sessions", "Conversations held now", registry=self._registry)
        held.set_function(sessions)

    def answered(self, topic: str, urgency: str, by: str, seconds: float) -> None:
        """One answer; `by` is "danger_check", "assistant" or "help_card"."""
        self._answers.labels(topic, urgency, by).inc()
        self._seconds.labels(by).observe(seconds)

    def refused(self, status: int) -> None:
        """One refusal."""
        self._refusals.labels(str(status)).inc()

    def fault(self, kind: str) -> None:
        """One fault: "late", "gone", "nonsense" (the assistant) or "own" (the gateway)."""
        self._faults.labels(kind).inc()

    def wrong_number(self, card: str) -> None:
        """A card was reported as not working."""
        self._wrong.labels(card).inc()

    def serve(self, host: str, port: int) -> None:
        """Answer Prometheus on a port of its own. A port that is taken costs the counts, never the help."""
        try:
            start_http_server(port, host, self._registry)
        except OSError:
            logging.getLogger(__name__).error("port taken", exc_info=True)
