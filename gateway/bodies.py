"""Reading what a client sends: no further than the limits, no longer than the patience."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request

from gateway.chat import Refusal, both_ends

MOST_BYTES = 64 * 1024
"""Of a request's body. Escaped as JSON, the longest message still fits."""

_MOST_THROWN_AWAY = 4 * 1024 * 1024
"""Read and thrown away beyond that, so that the answer is not lost in a connection broken off."""

_SECONDS = 10.0
"""For a whole body."""

JSON = ("application/json",)
JSON_OR_BEACON = ("application/json", "text/plain")
"""A page that is being left can send text/plain without asking first."""


async def read_json(request: Request, types: tuple[str, ...] = JSON) -> Any:
    """The body as JSON.

    Raises:
        Refusal: another content type (415), no JSON (400), too long (413), too slow (408).
    """
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    body = await _read(request)
    if kind not in types:
        raise Refusal(415, f"Send it as {types[0]}.")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise Refusal(400, "That is not JSON that can be read (UTF-8).", heard=_heard(body)) from None


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form, the first value of each. Raises Refusal (408, 413)."""
    form = parse_qs((await _read(request)).decode("utf-8", "replace"), keep_blank_values=True)
    return {key: values[0].replace("\r\n", "\n") for key, values in form.items()}


async def _read(request: Request) -> bytes:
    read, thrown_away = bytearray(), 0
    try:
        async with asyncio.timeout(_SECONDS):
            async for chunk in request.stream():
                room = MOST_BYTES - len(read)
                read += chunk[:room]
                thrown_away += max(0, len(chunk) - room)
                if thrown_away > _MOST_THROWN_AWAY:
                    break
    except TimeoutError:
        raise Refusal(408, "The message did not arrive in time. Please send it again.", {"Connection": "close"}) from None
    except ClientDisconnect:
        raise Refusal(400, "The message did not arrive whole. Please send it again.") from None
    if thrown_away:
        error = "That is too long to read at once. Please say it in fewer words."
        raise Refusal(413, error, {"Connection": "close"}, heard=_heard(bytes(read)))
    return bytes(read)


def _heard(body: bytes) -> str:
    """What a person would read in a body that could not be understood."""
    return both_ends(body.decode("utf-8", "replace"))
