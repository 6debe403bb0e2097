"""One connection: no patience for those who hold it without asking, and help even for noise.

uvicorn waits for ever for the head of a request, and answers what is no HTTP with a bare line.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from gateway.security import HEADERS

HEAD_SECONDS = 10.0
"""For the head of a request to arrive whole, and for a connection to be idle."""


def patient_for(seconds: float, help_card: Callable[[], dict[str, Any]]) -> type[H11Protocol]:
    """A protocol for uvicorn that closes what is slower, and answers noise with `help_card()`."""

    class Connection(H11Protocol):
        _patience: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._wait_for_head()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop_waiting()
            super().connection_lost(exc)

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._wait_for_head()

        def send_400_response(self, msg: str) -> None:
            body = json.dumps({"error": "That is no HTTP request.", "messages": [help_card()]}).encode()
            headers = [("content-type", "application/json"), ("content-length", str(len(body))), ("connection", "close"), *HEADERS.items()]
            events = (h11.Response(status_code=400, headers=headers), h11.Data(data=body), h11.EndOfMessage())
            if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
                self.transport.write(b"".join(self.conn.send(event) or b"" for event in events))
            self.transport.close()

        def _wait_for_head(self) -> None:
            self._stop_waiting()
            self._patience = self.loop.call_later(seconds, self._give_up)

        def _stop_waiting(self) -> None:
            if self._patience is not None:
                self._patience.cancel()

        def _give_up(self) -> None:
            if self.cycle is None or self.cycle.response_complete:
                self.transport.close()

    return Connection
