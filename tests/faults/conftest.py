"""A product of one's own to break."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.probes import CANARIES, probe
from tests.stack import ROOT, Stack


class Home:
    """A folder that is the project but for its models, which a test may take away."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "home"
        self.path.mkdir()
        for entry in ROOT.iterdir():
            if entry.name not in ("models", ".cache", ".git"):
                (self.path / entry.name).symlink_to(entry)
        (self.path / "models").mkdir()
        (self.path / ".cache").symlink_to(ROOT / ".cache")
        self.model = max((ROOT / "models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)

    def put_model(self, name: str = "model.tar.gz") -> Path:
        target = self.path / "models" / name
        shutil.copy(self.model, target)
        return target


@pytest.fixture(scope="session")
def first_answers() -> list[str]:
    """Who answered the probes while Rasa was still loading."""
    return []


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory, first_answers: list[str]) -> Iterator[Stack]:
    """A running product whose processes a test may kill or freeze; each test leaves it well again."""
    product = Stack(tmp_path_factory.mktemp("broken"), SIGNPOST_BURST="100000", SIGNPOST_WHOLE_BURST="100000")
    product.start(wait_for="/live")
    first_answers += probe(product.url)
    first_answers.append(str(product.client.get("/health").status_code))
    product.wait("/health")
    yield product
    product.stop()


@pytest.fixture(autouse=True)
def nothing_of_it_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each fault: no word of a probe stands in any log of a product that the test used."""
    yield
    for product in request.node.funcargs.values():
        if isinstance(product, Stack):
            log = product.log.read_text(errors="replace")
            assert not [word for word in CANARIES if word in log]
