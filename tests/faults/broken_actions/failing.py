"""`action_signpost`, failing."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.signpost import ActionSignpost


class Failing(ActionSignpost):
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Any:
        way = Path(os.environ["SIGNPOST_TEST_FAULT"]).read_text()  # noqa: ASYNC240
        if way == "raises":
            raise RuntimeError(f"cannot answer {tracker.latest_message}")
        if way == "hangs":
            await asyncio.sleep(60)
        if way == "blocks":
            time.sleep(120)  # noqa: ASYNC251 - this is the fault
        if way == "says nonsense":
            dispatcher.utter_message(json_message={"topic": "grooming", "cards": [{"id": "made-up", "number": "0999"}]})
            return "nonsense"
        if way == "says nothing":
            return []
        return await super().run(dispatcher, tracker, domain)
