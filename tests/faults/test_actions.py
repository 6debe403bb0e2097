"""The action raises, hangs, blocks or talks nonsense: the words already carry the number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.probes import probe
from tests.stack import Stack

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def fault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("fault") / "fault"
    file.write_text("none")
    return file


@pytest.fixture(scope="module")
def product(fault: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("actions")
    running = Stack(folder, SIGNPOST_ACTIONS="tests.faults.broken_actions", SIGNPOST_TEST_FAULT=str(fault)).start()
    yield running
    running.stop()


@pytest.mark.parametrize("way", ["raises", "hangs", "says nonsense", "says nothing"])
def test_a_failing_action_costs_the_cards_and_neither_words_nor_contacts(product: Stack, fault: Path, way: str) -> None:
    fault.write_text(way)
    assert probe(product.url) == ["help", "danger_now", "help"]
    told = product.chat("im 13 and my dad hurts me")["messages"][0]["text"]
    fault.write_text("none")
    assert told.startswith(product.chat("im 13 and my dad hurts me")["messages"][0]["text"].split(".")[0])
    assert "help" not in probe(product.url)
    product.wait("/health", seconds=20)


def test_an_action_that_blocks_the_whole_process_ends_it_and_it_comes_back(product: Stack, fault: Path) -> None:
    before = product.pid("assistant")
    fault.write_text("blocks")
    assert probe(product.url) == ["help", "danger_now", "help"]
    product.wait("/health", 503, seconds=20)
    fault.write_text("none")
    product.wait("/health")
    assert product.pid("assistant") != before
    assert "help" not in probe(product.url)
