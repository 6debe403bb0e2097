"""Rasa's own commands work on this project as on any other."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.stack import ROOT, free_port

RASA = str(ROOT / ".venvs/assistant/bin/rasa")
ENVIRONMENT = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3"}
START_SECONDS = 180


def test_the_data_are_valid() -> None:
    done = subprocess.run(
        [RASA, "data", "validate", "--fail-on-warnings"], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


def test_actions_also_run_as_a_server_of_their_own(tmp_path: Path) -> None:
    """`rasa run actions` and `rasa run` with endpoints.yml, as Rasa's documentation has it."""
    rasa, actions = free_port(), free_port()
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text((ROOT / "endpoints.yml").read_text().replace("5055", str(actions)))
    with (
        running([RASA, "run", "actions", "--port", str(actions)], f"http://127.0.0.1:{actions}/health"),
        running([RASA, "run", "--port", str(rasa), "--endpoints", str(endpoints)], f"http://127.0.0.1:{rasa}/"),
    ):
        url = f"http://127.0.0.1:{rasa}/webhooks/rest/webhook"
        reply = ask(url, "im 12 and my uncle hits me")
        again = ask(url, "he is hitting me right now")
    assert "0800 1111" in reply[0]["text"]
    assert "childline" in [card["id"] for card in reply[1]["custom"]["cards"]]
    assert "999" in again[0]["text"].split(".")[0], "the danger check runs inside Rasa too"


def ask(url: str, message: str) -> list[dict[str, object]]:
    """Until the model is loaded Rasa answers with an empty list."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        reply = httpx.post(url, json={"sender": "a", "message": message}, timeout=30, trust_env=False).json()
        if len(reply) == 2:
            return list(reply)
        time.sleep(1)
    raise AssertionError(f"no answer with words and cards: {reply}")


@contextmanager
def running(command: list[str], url: str) -> Iterator[None]:
    """A server process, from the moment it answers."""
    process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and process.poll() is None:
            try:
                httpx.get(url, timeout=2, trust_env=False)
                break
            except httpx.TransportError:
                time.sleep(0.5)
        assert process.poll() is None, f"{command[1:3]} ended by itself"
        yield
    finally:
        process.terminate()
        process.wait(20)
