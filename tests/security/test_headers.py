"""Headers on every answer, and a page that loads nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.gateway.alone import Alone


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alone]:
    with Alone(tmp_path_factory.mktemp("headers") / "log", SIGNPOST_ORIGINS="https://charity.example https://school.example") as running:
        yield running


_REQUESTS = [
    ("GET", "/"),
    ("GET", "/live"),
    ("GET", "/directory.json"),
    ("GET", "/static/page.css"),
    ("GET", "/no/such/page"),
    ("POST", "/chat"),
    ("PUT", "/chat"),
    ("POST", "/ask"),
    ("OPTIONS", "/chat"),
]


@pytest.mark.parametrize(("method", "path"), _REQUESTS)
def test_every_answer_carries_the_headers(alone: Alone, method: str, path: str) -> None:
    headers = alone.client.request(method, path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "frame-ancestors 'self'" in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers
    assert "set-cookie" not in headers


def test_the_page_has_nothing_inline_and_nothing_from_elsewhere(alone: Alone) -> None:
    page = alone.client.get("/").text
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<style|\bstyle=|\son[a-z]+=", page)
    assert all(source.startswith(("/", "data:")) for source in re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]+)"', page))


@pytest.mark.parametrize("origin", ["https://charity.example", "https://school.example", "http://localhost:3000", "http://127.0.0.1:8080"])
def test_an_allowed_site_may_embed(alone: Alone, origin: str) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    preflight = alone.client.options("/chat", headers=asked)
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == origin
    reply = alone.client.post("/chat", json={"message": "hello"}, headers={"Origin": origin})
    assert reply.headers["access-control-allow-origin"] == origin
    assert "Origin" in reply.headers["vary"]
    assert "Retry-After" in reply.headers["access-control-expose-headers"]
    refused = alone.client.post("/chat", content=b"{", headers={"Origin": origin})
    assert refused.headers["access-control-allow-origin"] == origin


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "https://charity.example.evil.example",
        "http://charity.example",
        "http://localhost.evil.example",
        "https://xcharity.example",
    ],
)
def test_another_site_may_not_read_answers(alone: Alone, origin: str) -> None:
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert "access-control-allow-origin" not in alone.client.options("/chat", headers=asked).headers
    reply = alone.client.post("/chat", json={"message": "hello"}, headers={"Origin": origin})
    assert "access-control-allow-origin" not in reply.headers
    assert reply.json()["messages"]


def test_only_the_gateway_listens_beyond_loopback(tmp_path: Path) -> None:
    """The assistant's address is fixed in code; the gateway's is a setting whose default is loopback."""
    with Alone(tmp_path / "log") as other, pytest.raises(httpx.TransportError):
        httpx.get(f"http://{_own_address()}:{other.port}/live", trust_env=False, timeout=3)


def _own_address() -> str:
    """An address of this machine that is not 127.0.0.1: Linux answers on all of 127/8."""
    return "127.0.0.2"
