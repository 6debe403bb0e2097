"""A tracker store that stores nothing.

What a conversation knows is held by the gateway, without a word of what was typed, and comes with
each message (docs/adr/0002). So Rasa need not remember: its tracker lives for one turn and is gone.
Nothing can leak from it, and turn 300 costs what turn 1 did.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


class ForgetfulTrackerStore(TrackerStore, SerializedTrackerAsText):
    """Every turn begins with an empty tracker."""

    def __init__(self, domain: Domain, event_broker: EventBroker | None = None, **kwargs: Any) -> None:
        """Made by Rasa. Options of the endpoint (its host) have no meaning here."""
        super().__init__(domain, event_broker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Nothing is kept."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Nothing was kept."""
        return None

    async def keys(self) -> Iterable[str]:
        """No conversations."""
        return []
