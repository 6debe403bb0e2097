"""What all tests share: one running product for the whole session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.stack import Stack


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Both processes with the trained model. Tests that break one start their own."""
    running = Stack(tmp_path_factory.mktemp("stack")).start()
    yield running
    running.stop()
