"""No model, a broken one, another one, no room to unpack it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Home
from tests.faults.probes import probe
from tests.stack import Stack

pytestmark = pytest.mark.slow


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def product(home: Home, tmp_path: Path) -> Iterator[Stack]:
    """Not started yet."""
    running = Stack(tmp_path, SIGNPOST_HOME=str(home.path))
    yield running
    running.stop()


def test_without_a_model_help_is_given_and_a_model_that_comes_later_is_found(home: Home, product: Stack) -> None:
    product.start(wait_for="/live")
    assert probe(product.url) == ["help", "danger_now", "help"]
    assert product.client.get("/health").status_code == 503
    home.put_model()
    product.wait("/health")
    assert "help" not in probe(product.url)


@pytest.mark.parametrize("damage", ["noise", "half of it", "empty"])
def test_a_corrupt_model_is_never_healthy_and_a_good_one_is_found(home: Home, product: Stack, damage: str) -> None:
    whole = home.model.read_bytes()
    (home.path / "models/bad.tar.gz").write_bytes(
        {"noise": os.urandom(10_000), "half of it": whole[: len(whole) // 2], "empty": b""}[damage]
    )
    product.start(wait_for="/live")
    assert probe(product.url) == ["help", "danger_now", "help"]
    _wait_for(product, "cannot be used")
    assert product.client.get("/health").status_code == 503
    home.put_model()
    product.wait("/health")
    assert "help" not in probe(product.url)


def test_a_model_that_is_replaced_during_a_chat_does_not_end_it(home: Home, product: Stack) -> None:
    model = home.put_model()
    product.start()
    first = product.chat("I'm 13 and my dad hurts me")
    home.put_model("newer.tar.gz")
    model.unlink()
    assert product.chat("what can i do", session=first["session"])["messages"][0]["topic"] != "help"
    os.kill(product.pid("assistant"), signal.SIGKILL)
    probe(product.url)
    product.wait("/health", 503, seconds=20)
    product.wait("/health")
    later = product.chat("what can i do", session=first["session"])
    assert later["session"] == first["session"]
    assert "childline" in [card["id"] for card in later["messages"][0]["cards"]]


def test_a_full_disk_costs_the_assistant_and_no_help(home: Home, product: Stack, tmp_path: Path) -> None:
    home.put_model()
    disk = tmp_path / "tmp"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("mounting a small disk is not permitted here")
    try:
        product.start(wait_for="/live")
        assert probe(product.url) == ["help", "danger_now", "help"]
        _wait_for(product, "cannot be used")
        assert product.client.get("/health").status_code == 503
        assert probe(product.url) == ["help", "danger_now", "help"]
        subprocess.run(["mount", "-o", "remount,size=500m", str(disk)], check=True)
        product.wait("/health")
        assert "help" not in probe(product.url)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def _wait_for(product: Stack, words: str) -> None:
    until = time.monotonic() + 120
    while words not in product.log.read_text(errors="replace"):
        assert time.monotonic() < until, product.log.read_text(errors="replace")[-1000:]
        time.sleep(0.5)
