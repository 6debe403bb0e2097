"""`action_signpost`: the contacts for what was understood, as cards."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from signpost.answer import Signpost
from signpost.conversation import Knowledge


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
        words = heard.get("text") or ""
        knowledge = Knowledge.of_message(heard.get("metadata"), words, self._signpost.directory)
        reply = self._signpost.reply(words, heard, knowledge)
        message = self._signpost.message(reply, knowledge, datetime.now(timezone.utc), text="")
        dispatcher.utter_message(json_message={key: value for key, value in message.items() if key != "text"})
        return []
