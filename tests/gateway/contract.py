"""The wire contract as the gateway publishes it, and what every answer must hold."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

from gateway.schema import DESCRIPTION

_CHECKS = {
    name: Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]})
    for name in DESCRIPTION["components"]["schemas"]
}


def fits(name: str, body: object) -> None:
    """Assert that `body` is what the description calls `name`."""
    errors = [f"{list(error.path)}: {error.message[:200]}" for error in _CHECKS[name].iter_errors(body)]
    assert not errors, errors


def helps(messages: list[dict[str, Any]]) -> None:
    """Assert that somebody can be reached: a card with a number, and a contact in the words themselves."""
    assert messages
    numbers = [channel["number"] for m in messages for card in m["cards"] for channel in card["channels"] if "number" in channel]
    assert numbers, "no number on any card"
    assert any(number in m["text"] for m in messages for number in numbers), "no number in the words"


def refused(reply: Any, status: int) -> dict[str, Any]:
    """Assert a refusal with that status, in JSON, with help; return its body."""
    assert reply.status_code == status, reply.text[:300]
    assert reply.headers["content-type"] == "application/json"
    body: dict[str, Any] = reply.json()
    fits("Refusal", body)
    helps(body["messages"])
    return body
