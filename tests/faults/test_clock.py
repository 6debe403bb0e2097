"""The machine's clock is set two hours forward or back during a chat."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.probes import probe
from tests.stack import Stack

_LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))


@pytest.mark.slow
@pytest.mark.parametrize("moved", ["+2h", "-2h"])
def test_a_moved_clock_neither_forgets_a_chat_nor_delays_an_answer(tmp_path: Path, moved: str) -> None:
    if not _LIBRARIES:
        pytest.skip("libfaketime is not installed")
    clock = tmp_path / "clock"
    clock.write_text("+0")
    product = Stack(
        tmp_path,
        LD_PRELOAD=str(_LIBRARIES[0]),
        FAKETIME_TIMESTAMP_FILE=str(clock),
        FAKETIME_NO_CACHE="1",
        DONT_FAKE_MONOTONIC="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
    )
    try:
        product.start()
        session = product.chat("I'm 13 and my dad hurts me")["session"]
        clock.write_text(moved)
        assert "help" not in probe(product.url)
        later = product.chat("what can i do", session=session)
        assert later["session"] == session
        product.wait("/health", seconds=20)
    finally:
        product.stop()
