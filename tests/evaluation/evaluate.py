"""How well it understands: every held-out message over HTTP, counted, with confidence intervals.

`make evaluate` prints the figures and writes docs/evaluation.md. The messages in `heldout/` and
`sealed/` are written by authors who have not read the training data, and none is ever trained on
(tests/project/test_examples.py).
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost.routing import AT_MOST, EMERGENCY
from tests.conversations import behaviour
from tests.evaluation.cases import HELD_OUT, SEALED, Case, load
from tests.evaluation.rewrites import REWRITES
from tests.stack import ROOT, Stack

FIRST_CHARACTERS = 160
REPORT = ROOT / "docs" / "evaluation.md"
STOCK = Path(__file__).resolve().parent / "stock.md"
REWRITTEN = 150
"""Messages that are also asked in every rewriting."""


@dataclass(frozen=True)
class Outcome:
    """A case and what was answered."""

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
    def advice(self) -> tuple[str, bool]:
        """What the person is told to do: the first contact, and whether 999 leads."""
        return next((c for c in self.contacts if c != EMERGENCY), EMERGENCY), self.leads_with_999


@dataclass(frozen=True)
class Measure:
    """One figure: which outcomes it counts and what must hold of them."""

    name: str
    target: str
    of: Callable[[Outcome], bool]
    holds: Callable[[Outcome], bool]


MEASURES = (
    Measure("emergency: 999 in the first 160 characters", "99%", lambda o: o.case.emergency, lambda o: o.leads_with_999),
    Measure("right contact among at most four", "95%", lambda o: o.case.needs_human, lambda o: bool(set(o.case.right) & set(o.contacts))),
    Measure("any way to a human", "100%", lambda o: o.case.needs_human, lambda o: bool(o.contacts)),
    Measure("a child gets Childline", "99%", lambda o: o.case.kind in ("young_child", "teenager") and "childline" in o.case.right, lambda o: "childline" in o.contacts),
    Measure("questions answered as such", "95%", lambda o: o.case.kind == "questions", lambda o: o.topic in o.case.topics),
    Measure("harmless answered as an emergency", "under 1%", lambda o: o.case.kind in ("harmless", "out_of_scope"), lambda o: o.urgency == "emergency"),
    Measure("topic exactly right", "", lambda o: True, lambda o: o.topic in o.case.topics),
)  # fmt: skip


def ask(stack: Stack, case: Case) -> Outcome:
    """One message in a conversation of its own."""
    began = time.perf_counter()
    message = stack.chat(case.text)["messages"][0]
    seconds = time.perf_counter() - began
    contacts = tuple(card["id"] for card in message["cards"])
    assert len([c for c in contacts if c != EMERGENCY]) <= AT_MOST
    return Outcome(case, message["topic"], message["urgency"], message["text"], contacts, seconds)


def ask_all(stack: Stack, cases: Iterable[Case]) -> list[Outcome]:
    """Two at a time, in order."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda case: ask(stack, case), cases))


def main() -> None:
    """Ask everything, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the held-out messages that were answered wrongly")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stack = Stack(Path(folder)).start()
        try:
            held_out, sealed = load(HELD_OUT), load(SEALED)
            print(f"Asking {len(held_out) + len(sealed)} messages, then {REWRITTEN * len(REWRITES)} rewritten ones …", flush=True)
            outcomes, unseen = ask_all(stack, held_out), ask_all(stack, sealed)
            rewritten = {name: ask_all(stack, _rewritten(held_out, name)) for name in REWRITES}
            behaved = {kind: behaviour.ask_all(stack, kind) for kind in behaviour.KINDS}
        finally:
            stack.stop()
    text = report(outcomes, unseen, rewritten, behaved)
    print(text)
    if arguments.misses:
        print(_misses(outcomes), *(lack.words for some in behaved.values() for outcome in some for lack in outcome.lacks), sep="\n")
    REPORT.write_text(text, encoding="utf-8")


def _sample(cases: list[Case]) -> list[Case]:
    """The disclosures that are rewritten: the same ones each time."""
    disclosures = [
        case for case in cases if case.needs_human and case.kind != "questions" and len(case.text.split()) > 3 and case.text.isascii()
    ]
    return random.Random(0).sample(disclosures, min(REWRITTEN, len(disclosures)))


def _rewritten(cases: list[Case], name: str) -> list[Case]:
    chance = random.Random(0)
    return [replace(case, text=REWRITES[name](case.text, chance)) for case in _sample(cases)]


def report(
    outcomes: list[Outcome], unseen: list[Outcome], rewritten: dict[str, list[Outcome]], behaved: dict[str, list[behaviour.Outcome]]
) -> str:
    """The page docs/evaluation.md."""
    head = ("what", "wanted", "of", "reached", "95% interval")
    everything = outcomes + unseen
    parts = [
        "# How well Signpost understands",
        "Written by `make evaluate`; do not edit. Every message of `tests/evaluation/` is sent over HTTP to the product as it runs, each "
        "in a conversation of its own. Their authors had not read the training data, and nothing of theirs is ever trained on. "
        "Intervals are Wilson's at 95%.",
        "## Sealed messages",
        "Opened only to measure: the figures to judge by.",
        _table(head, [_row(measure, unseen) for measure in MEASURES]),
        "## Held-out messages",
        "Looked at while the product was built, so kinder than the truth.",
        _table(head, [_row(measure, outcomes) for measure in MEASURES]),
        "## By kind of person",
        "Both sets together, here and below.",
        _by(everything, lambda o: o.case.kind),
        "## By topic",
        _by(everything, lambda o: o.case.topics[0]),
        "## The same message typed otherwise",
        "Same first contact, and 999 leading where it led.",
        _invariance(outcomes, rewritten),
        "## Behaviour",
        "Checks in the manner of CheckList (Ribeiro et al. 2020): a message, or both messages of a pair, answered as they should be.",
        _behaviour(behaved),
        "## What is taken for what",
        _confusions(everything),
        "## Emergencies in which 999 did not lead",
        "\n".join(f"- {o.case.text} (understood as {o.topic})" for o in everything if o.case.emergency and not o.leads_with_999) or "None.",
        "## Speed and size",
        _speed(everything),
    ]
    if STOCK.exists():
        parts += ["## Stock Rasa beside it", STOCK.read_text(encoding="utf-8").strip()]
    return "\n\n".join(parts) + "\n"


def _row(measure: Measure, outcomes: list[Outcome]) -> tuple[str, ...]:
    counted = [o for o in outcomes if measure.of(o)]
    good = sum(map(measure.holds, counted))
    return measure.name, measure.target, str(len(counted)), _share(good, len(counted)), _interval(good, len(counted))


def _by(outcomes: list[Outcome], key: Callable[[Outcome], str]) -> str:
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome)
    contact, topic = MEASURES[1], MEASURES[-1]
    rows = []
    for name, some in sorted(groups.items()):
        needing = [o for o in some if contact.of(o)]
        rows.append(
            (name, str(len(some)), _share(sum(map(contact.holds, needing)), len(needing)), _share(sum(map(topic.holds, some)), len(some)))
        )
    return _table(("", "messages", "right contact", "topic right"), rows)


def _invariance(outcomes: list[Outcome], rewritten: dict[str, list[Outcome]]) -> str:
    by_text = {o.case.text: o for o in outcomes}
    plain = [by_text[case.text] for case in _sample([o.case for o in outcomes])]
    rows, total = [], 0
    for name, others in rewritten.items():
        same = sum(a.advice == b.advice for a, b in zip(plain, others, strict=True))
        total += same
        rows.append((name, str(len(plain)), _share(same, len(plain))))
    rows.append(("all", str(len(plain) * len(rewritten)), _share(total, len(plain) * len(rewritten))))
    return _table(("rewriting", "messages", "same advice"), rows)


def _behaviour(behaved: dict[str, list[behaviour.Outcome]]) -> str:
    rows = []
    for kind, outcomes in behaved.items():
        good = sum(not outcome.lacks for outcome in outcomes)
        rows.append((behaviour.KINDS[kind], str(len(outcomes)), _share(good, len(outcomes)), _interval(good, len(outcomes))))
    return _table(("what", "checks", "hold", "95% interval"), rows)


def _confusions(outcomes: list[Outcome]) -> str:
    pairs = Counter((o.case.topics[0], o.topic) for o in outcomes if o.topic not in o.case.topics)
    return _table(("truth", "understood as", "times"), [(a, b, str(n)) for (a, b), n in pairs.most_common(25)])


def _speed(outcomes: list[Outcome]) -> str:
    seconds = sorted(o.seconds for o in outcomes)
    model = max((ROOT / "models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    median, late = seconds[len(seconds) // 2], seconds[int(len(seconds) * 0.99)]
    inside = _understanding([o.case.text for o in outcomes[:300]])
    return "\n".join(
        [
            f"- Answer over HTTP, two people at a time on two cores: {median * 1000:.0f} ms at the median, {late * 1000:.0f} ms at the 99th percentile.",
            f"- Understanding one message inside Rasa, normaliser to decision, one core: {inside['median_ms']:.1f} ms at the median, "
            f"{inside['p99_ms']:.1f} ms at the 99th percentile.",
            f"- The assistant's process: {inside['megabytes']:.0f} MB of memory. The trained model: {model.stat().st_size / 1e6:.0f} MB.",
        ]
    )


def _understanding(messages: list[str]) -> dict[str, float]:
    command = [str(ROOT / ".venvs/assistant/bin/python"), "-m", "tests.evaluation.understanding"]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(messages), capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _misses(outcomes: list[Outcome]) -> str:
    lines = []
    for measure in MEASURES[:-1]:
        wanted = not measure.target.startswith("under")
        lines.append(f"--- {measure.name}")
        for o in outcomes:
            if measure.of(o) and measure.holds(o) is not wanted:
                lines.append(
                    f"{o.case.kind}: {o.case.text[:140]} | {o.topic}, wanted {o.case.topics} | {o.contacts}, wanted {o.case.right}"
                )
    return "\n".join(lines)


def _share(good: int, of: int) -> str:
    return f"{good / of:.1%}" if of else "-"


def _interval(good: int, of: int, z: float = 1.96) -> str:
    """Wilson's score interval."""
    if not of:
        return "-"
    share, spread = good / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return f"{middle - half:.1%} to {middle + half:.1%}"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, ("---",) * len(head), *rows])


if __name__ == "__main__":
    main()
