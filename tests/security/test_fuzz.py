"""Generated requests: from the published description, and noise. `make fuzz` sends fifty thousand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.schema import DESCRIPTION
from tests.gateway.contract import fits, helps
from tests.stack import Stack

REQUESTS = int(os.environ.get("SIGNPOST_FUZZ", "1000"))
_MOST_GROWTH = 50 * 1024 * 1024
_STATUSES = {200, 400, 404, 405, 408, 413, 415, 429}

_TEXT = st.text(st.characters(codec=None), max_size=80) | st.sampled_from(
    ["/restart", '/self_harm{"a": 1}', "he is hitting me now", "i feel sad", "\ud83d", "\x00", "../..", "%s%n", "{{7*7}}", "<script>"]
)
_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)
_FIELDS = ("message", "button", "session", "lang", "area", "card", "sender", "metadata")
_OBJECT = st.dictionaries(st.sampled_from(_FIELDS), _TEXT | _VALUE, max_size=5)
_AS_JSON = (_OBJECT | _VALUE).map(lambda value: json.dumps(value).encode())
_NEARLY_JSON = st.builds(
    lambda body, at, byte: body[: at % (len(body) + 1)] + byte + body[at % (len(body) + 1) :],
    _AS_JSON,
    st.integers(0, 500),
    st.binary(min_size=1, max_size=3),
)
_BODY = _AS_JSON | _NEARLY_JSON | st.binary(max_size=300)
_TYPE = st.sampled_from(
    ["application/json"] * 6
    + ["application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "", "multipart/form-data; boundary=x"]
)
_PATH = st.sampled_from(
    [*DESCRIPTION["paths"], "/chat", "/chat", "/ask", "/", "/static/page.css", "/openapi.json", "/%00", "/chat/../chat", "/signpost.js"]
)
_METHOD = st.sampled_from(["POST"] * 8 + ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])


def _memory(stack: Stack) -> int:
    pages = [int(Path(f"/proc/{stack.pid(program)}/statm").read_text().split()[1]) for program in ("gateway", "assistant")]
    return sum(pages) * os.sysconf("SC_PAGESIZE")


def _has_help(reply: Any, path: str) -> None:
    kind = reply.headers.get("content-type", "")
    if reply.status_code == 200 and path not in ("/chat", "/ask"):
        if path == "/webhooks/rest/webhook":
            fits("RestReply", reply.json())
        return
    if kind.startswith("text/html"):
        assert "tel:999" in reply.text
        return
    body = reply.json()
    fits("Reply" if reply.status_code == 200 else "Refusal", body)
    helps(body["messages"])


def test_no_request_is_left_without_help_breaks_anything_or_makes_it_grow(stack: Stack) -> None:
    sent = 0
    start = 0

    @settings(max_examples=REQUESTS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(method=_METHOD, path=_PATH, kind=_TYPE, body=_BODY, accept=st.sampled_from(["*/*", "text/html", "application/json"]))
    def send(method: str, path: str, kind: str, body: bytes, accept: str) -> None:
        nonlocal sent, start
        sent += 1
        if sent == 200:
            start = _memory(stack)
        reply = stack.client.request(method, path, content=body, headers={"Content-Type": kind, "Accept": accept})
        assert reply.status_code in _STATUSES, reply.text[:300]
        if method not in ("HEAD", "OPTIONS"):
            _has_help(reply, path)

    send()
    assert sent >= REQUESTS
    assert _memory(stack) - start < _MOST_GROWTH
    assert "gateway ERROR" not in stack.log.read_text(errors="replace")
