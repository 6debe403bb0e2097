"""`make report`: the counts of Prometheus as a page for trustees, with nobody recognisable in it.

Reads the metrics port of a running gateway, or a saved copy of what it says, and writes Markdown.
"""

from __future__ import annotations

import os
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from signpost.answer import HELP, Signpost

SMALL = 10
"""Counts below this are not printed, and all others are rounded to it, so that no difference gives one away."""

_BY = {"danger_check": "The danger check, at once", "assistant": "The assistant", "help_card": "The help card"}
_URGENCIES = {
    "emergency": "Danger now",
    "urgent": "Urgent",
    "support": "Support",
    "info": "Information",
    "talk": "Small talk, or not understood",
}
_FAULTS = {
    "late": "The assistant took too long",
    "gone": "The assistant was away",
    "nonsense": "The assistant's answer was unfit",
    "own": "The gateway failed",
}


def main(source: str) -> int:
    """Print the report of a metrics address or file. Returns 1 where it cannot be read."""
    try:
        text = _read(source)
    except OSError as error:
        print(f"No counts at {source}: {error}. Is Signpost running?", file=sys.stderr)
        return 1
    print(report(text, Signpost.load()))
    return 0


def report(text: str, signpost: Signpost) -> str:
    """The report as Markdown, from what Prometheus reads."""
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]

    def counts(name: str, label: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for sample in samples:
            if sample.name == f"signpost_{name}_total":
                found[sample.labels[label]] += int(sample.value)
        return found

    titles = {name: topic.title for name, topic in signpost.topics.items()} | {HELP: "Help, without a topic"}
    names = {service.id: service.name for service in signpost.directory.services}
    parts = [
        "# What Signpost was asked",
        f"Since the gateway last started, up to {datetime.now():%d %B %Y}. Counts are rounded to the nearest {SMALL}, and those under {SMALL} "
        "are not given, so that nobody can be recognised. Nothing that anybody typed is kept, so nothing more can be told.",
        _table("How urgent", counts("answers", "urgency"), _URGENCIES),
        _table("What about", counts("answers", "topic"), titles),
        _table("Who answered", counts("answers", "by"), _BY),
        _table("Faults, each answered with help", counts("faults", "kind"), _FAULTS),
        "## Contacts reported as not working",
        _wrong_numbers(counts("wrong_numbers", "card"), names),
    ]
    return "\n\n".join(parts) + "\n"


def _table(title: str, counts: Counter[str], names: dict[str, str]) -> str:
    rows = [f"| {names.get(key, key)} | {_rounded(number)} |" for key, number in counts.most_common()]
    return "\n".join([f"## {title}", "", "| | |", "|---|---:|", *(rows or ["| nothing yet | |"])])


def _rounded(number: int) -> str:
    return f"fewer than {SMALL}" if number < SMALL else f"about {round(number / SMALL) * SMALL:,}"


def _wrong_numbers(counts: Counter[str], names: dict[str, str]) -> str:
    """Every one, however few: it says something of a contact, not of a person."""
    rows: Iterable[str] = (f"- {names.get(card, card)} (`{card}`): check it today; directory/README.md says how" for card in counts)
    return "\n".join(rows) or "None."


def _read(source: str) -> str:
    if not source.startswith("http://"):
        return Path(source).read_text(encoding="utf-8")
    with urllib.request.urlopen(source, timeout=5) as reply:  # noqa: S310 - http only, see above
        content: bytes = reply.read()
    return content.decode("utf-8")


if __name__ == "__main__":
    port = os.environ.get("SIGNPOST_METRICS_PORT", "9464")
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else f"http://127.0.0.1:{port}/metrics"))
