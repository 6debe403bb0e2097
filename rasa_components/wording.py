"""Rasa's words: the variation that fits the person, with numbers from the directory.

In process and without the action server, so that the number reaches the person even when every
action fails. Named in `endpoints.yml`.
"""

from __future__ import annotations

from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from signpost.answer import Signpost
from signpost.conversation import Knowledge


class Wording(NaturalLanguageGenerator):
    """Says what the conversation makes of the message, whichever `utter_<topic>` the rules chose."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        """Made by Rasa. A wording that names an unknown contact stops the server here."""
        self._signpost = Signpost.load()

    async def generate(self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any) -> dict[str, Any]:
        """The text of an answer, in the light of the conversation."""
        heard = tracker.latest_message
        question = (heard.text if heard else None) or ""
        knowledge = Knowledge.of_message(heard.metadata if heard else None, question, self._signpost.directory)
        reply = self._signpost.reply(question, heard.parse_data if heard else {}, knowledge)
        return {"text": self._signpost.text(reply, knowledge, question)}
