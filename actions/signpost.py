"""`action_signpost`: the contacts for what was understood, as cards."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.topics import NO_MATCH


class ActionSignpost(Action):
    """Runs after the words of every topic; they already carry the essential number."""

    def __init__(self) -> None:
        """Load directory, topics and facts once."""
        self._signpost = Signpost.load()

    def name(self) -> str:
        """The name used in the rules."""
        return "action_signpost"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Send one custom message: the wire contract's message without its text."""
        heard = tracker.latest_message
        topic = (heard.get("intent") or {}).get("name")
        topic = topic if topic in self._signpost.topics else NO_MATCH
        knowledge = Knowledge.of_message(heard.get("metadata"), heard.get("text") or "", self._signpost.directory)
        message = self._signpost.message(topic, knowledge, datetime.now(timezone.utc), text="")
        dispatcher.utter_message(json_message={key: value for key, value in message.items() if key != "text"})
        return []
