"""Watching without reading: counts on a port of their own, and a card reported as not working."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gateway.alone import Alone
from tests.gateway.contract import refused

_CANARY = "zebrafinch"


def test_counts_hold_topics_and_faults_but_no_word_and_no_id(tmp_path: Path) -> None:
    with Alone(tmp_path / "log") as alone:
        session = alone.client.post("/chat", json={"message": f"hello {_CANARY}"}).json()["session"]
        alone.client.post("/chat", json={"message": f"he is hitting my sister right now {_CANARY}", "session": session})
        alone.client.post("/chat", content=b"{")
        counts = alone.metrics()
        assert 'signpost_answers_total{by="danger_check",topic="danger_now",urgency="emergency"} 1.0' in counts
        assert 'signpost_answers_total{by="help_card",topic="help"' in counts
        assert 'signpost_faults_total{kind="gone"} 1.0' in counts
        assert 'signpost_refusals_total{status="415"} 1.0' in counts
        assert "signpost_sessions 1.0" in counts
        assert _CANARY not in counts
        assert session not in counts
        assert not re.search(r"127\.0\.0\.1", counts)
        assert alone.client.get("/metrics").status_code == 404


def test_a_card_reported_as_not_working_is_counted_and_nothing_else(tmp_path: Path) -> None:
    with Alone(tmp_path / "log") as alone:
        reply = alone.client.post("/wrong-number", json={"card": "childline", "note": _CANARY, "session": "x"})
        assert reply.json() == {"counted": True}
        assert 'signpost_wrong_numbers_total{card="childline"} 1.0' in alone.metrics()
        for body in ({"card": "no-such"}, {"card": ["childline"]}, {"card": None}, [], "childline", None):
            reply = alone.client.post("/wrong-number", json=body)
            refused(reply, 400 if body is not None else 415)
        assert _CANARY not in alone.metrics()
        assert "no-such" not in alone.metrics()
        assert alone.log.read_text() == ""


def test_a_taken_metrics_port_costs_the_counts_and_not_the_help(tmp_path: Path) -> None:
    with Alone(tmp_path / "one") as one, Alone(tmp_path / "two", SIGNPOST_METRICS_PORT=str(one.metrics_port)) as two:
        assert "999" in two.client.post("/chat", json={"message": "hello"}).text


@pytest.mark.parametrize("setting", ["SIGNPOST_PORT", "SIGNPOST_IDLE_SECONDS"])
def test_a_setting_that_is_no_number_is_said_at_the_start(tmp_path: Path, setting: str) -> None:
    with pytest.raises(AssertionError, match="could not convert"), Alone(tmp_path / "log", **{setting: "soon"}):
        pass
