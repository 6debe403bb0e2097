"""Stock Rasa's classifier on the same examples and messages, beside ours: writes stock.md.

Run by hand, since DIET takes long to train (some minutes; with every example, hours):
`.venvs/assistant/bin/python -m tests.evaluation.stock [number of examples]`. `make evaluate` puts what it wrote
into its report.
"""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import tempfile
import time
import warnings
from datetime import date
from pathlib import Path

from scripts import stock
from signpost import examples, topics
from tests.evaluation.cases import HELD_OUT, SEALED, Case, load

TARGET = Path(__file__).with_name("stock.md")


def main() -> None:
    """Train, ask both and write."""
    warnings.simplefilter("ignore")
    number = int(sys.argv[1]) if len(sys.argv) > 1 else stock.EXAMPLES
    with tempfile.TemporaryDirectory() as theirs, tempfile.TemporaryDirectory() as ours:
        stock.write_project(Path(theirs), number)
        stock.copy_signpost(Path(ours), number)
        print(f"Training DIET on {number:,} examples, {stock.EPOCHS} epochs ...", flush=True)
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", "rasa", "train", "nlu"], cwd=theirs, check=True)
        minutes = (time.monotonic() - began) / 60
        subprocess.run([sys.executable, "-m", "rasa_components.train"], cwd=ours, check=True)
        found = {
            f"Stock DIET, {number:,} examples": _understood(Path(theirs, "models")),
            f"Signpost, {number:,} examples": _understood(Path(ours, "models")),
            f"Signpost, all {len(examples.load()):,}": _understood(stock.ROOT / "models"),
        }
    TARGET.write_text(_page(found, number, minutes), encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))


def _understood(models: Path) -> dict[str, str]:
    """The topic of every message, by a folder's newest model."""
    from rasa.core.agent import Agent
    from rasa.model import get_latest_model
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    agent = Agent.load(get_latest_model(str(models)))
    texts = [case.text for folder in (SEALED, HELD_OUT) for case in load(folder)]

    async def all_asked() -> dict[str, str]:
        return {text: (await agent.parse_message(text))["intent"]["name"] for text in texts}

    return asyncio.run(all_asked())


def _page(found: dict[str, dict[str, str]], number: int, minutes: float) -> str:
    rows = []
    for name, topic_of in found.items():
        cells = [name]
        for folder in (SEALED, HELD_OUT):
            cases = load(folder)
            cells += [_share([topic_of[c.text] in c.topics for c in cases]), _share(_emergencies(cases, topic_of))]
            cells.append(_share([topic_of[c.text] == topics.DANGER for c in cases if c.kind in ("harmless", "out_of_scope")]))
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(
        [
            "What the classifiers alone understood, without conversation and contacts; the first two were trained on the same "
            f"{number:,} examples, the first of every topic in turn. Stock Rasa 3.6.21 has its default pipeline, {stock.EPOCHS} epochs as in the benchmarks (`rasa init` suggests 100), "
            f"{minutes:.0f} minutes on two cores. Signpost's encoder has seen all examples in each case. {date.today():%d %B %Y}, "
            "`.venvs/assistant/bin/python -m tests.evaluation.stock`.",
            "",
            "| | sealed: topic right | danger seen | harmless taken for danger | held-out: topic right | danger seen | harmless taken for danger |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def _emergencies(cases: list[Case], topic_of: dict[str, str]) -> list[bool]:
    return [topic_of[case.text] == topics.DANGER for case in cases if case.emergency]


def _share(held: list[bool]) -> str:
    return f"{sum(held) / len(held):.1%}"


if __name__ == "__main__":
    main()
