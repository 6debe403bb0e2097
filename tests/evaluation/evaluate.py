"""How well it understands: every held-out message over HTTP, counted, with confidence intervals.

`make evaluate` writes docs/evaluation.md. The messages in `heldout/` are written by people who have not
read the training data; none of them is ever trained on (tests/evaluation/test_overlap.py).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost.routing import AT_MOST, EMERGENCY
from tests.stack import Stack

HELD_OUT = Path(__file__).resolve().parent / "heldout"
FIRST_CHARACTERS = 160


@dataclass(frozen=True)
class Case:
    """One message and what a right answer holds."""

    kind: str
    text: str
    topics: tuple[str, ...]
    right: tuple[str, ...]
    emergency: bool
    needs_human: bool


@dataclass(frozen=True)
class Outcome:
    """What was answered."""

    case: Case
    topic: str
    urgency: str
    text: str
    contacts: tuple[str, ...]
    seconds: float

    @property
    def leads_with_999(self) -> bool:
        return "999" in self.text[:FIRST_CHARACTERS]

    @property
    def right_contact(self) -> bool:
        return bool(set(self.case.right) & set(self.contacts))

    @property
    def right_topic(self) -> bool:
        return self.topic in self.case.topics


def cases(folder: Path = HELD_OUT) -> list[Case]:
    """All held-out messages."""
    found = []
    for file in sorted(folder.glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            found.append(
                Case(file.stem, entry["text"], tuple(entry["topics"]), tuple(entry["right"]), entry["emergency"], entry["needs_human"])
            )
    return found


def ask(stack: Stack, case: Case) -> Outcome:
    """One message in a conversation of its own."""
    began = time.perf_counter()
    reply = stack.chat(case.text)
    message: dict[str, Any] = reply["messages"][0]
    contacts = tuple(card["id"] for card in message["cards"])
    assert len([c for c in contacts if c != EMERGENCY]) <= AT_MOST
    return Outcome(case, message["topic"], message["urgency"], message["text"], contacts, time.perf_counter() - began)


def main() -> None:
    """Ask everything and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what was answered wrongly")
    parser.add_argument("--url", help="ask a running Signpost instead of starting one")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stack = Stack(Path(folder))
        if arguments.url:
            stack.client.base_url = arguments.url
        else:
            stack.start()
        try:
            with ThreadPoolExecutor(2) as pool:
                outcomes = list(pool.map(lambda case: ask(stack, case), cases()))
        finally:
            if not arguments.url:
                stack.stop()
    report(outcomes, arguments.misses)


def report(outcomes: list[Outcome], misses: bool) -> None:
    emergencies = [o for o in outcomes if o.case.emergency]
    needing = [o for o in outcomes if o.case.needs_human]
    children = [o for o in outcomes if o.case.kind in ("young_child", "teenager") and "childline" in o.case.right]
    questions = [o for o in outcomes if o.case.kind == "questions"]
    calm = [o for o in outcomes if o.case.kind in ("harmless", "out_of_scope")]
    measures: dict[str, tuple[list[Outcome], Any]] = {
        "emergency: 999 first": (emergencies, lambda o: o.leads_with_999),
        "emergency: urgency": (emergencies, lambda o: o.urgency == "emergency"),
        "right contact": (needing, lambda o: o.right_contact),
        "any human": (needing, lambda o: bool(o.contacts)),
        "child gets Childline": (children, lambda o: "childline" in o.contacts),
        "questions answered as such": (questions, lambda o: o.right_topic),
        "calm answered as emergency": (calm, lambda o: o.urgency == "emergency"),
        "calm, 999 leads": (calm, lambda o: o.leads_with_999),
        "topic right": (outcomes, lambda o: o.right_topic),
    }
    for name, (some, holds) in measures.items():
        count = sum(map(holds, some))
        print(f"{name:32} {count}/{len(some)} = {count / max(1, len(some)):.1%}")
        if misses and "calm" in name:
            for o in some:
                if holds(o):
                    print("     ", o.topic, "|", o.case.text[:140])
        elif misses and name not in ("topic right", "emergency: urgency"):
            for o in some:
                if not holds(o):
                    print("     ", o.case.kind, o.topic, "wanted", o.case.topics, o.case.right, "|", o.case.text[:160], "|", o.contacts)
    by_kind: dict[str, Counter[bool]] = defaultdict(Counter)
    for o in outcomes:
        by_kind[o.case.kind][o.right_topic] += 1
    print({kind: f"{c[True] / c.total():.0%}" for kind, c in by_kind.items()})
    seconds = sorted(o.seconds for o in outcomes)
    print(f"median {seconds[len(seconds) // 2] * 1000:.0f} ms, p99 {seconds[int(len(seconds) * 0.99)] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
