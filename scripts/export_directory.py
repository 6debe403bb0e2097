"""Writes what is generated from `directory/`: the widget's offline copy and two pages of `docs/`.

`python scripts/export_directory.py` writes them, with `--check` it only says whether one of them is
out of step (exit code 1). Nothing in them depends on the day on which they are written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from signpost import cards, opening, routing
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES, Channel, Directory, Service
from signpost.topics import DANGER

ROOT = Path(__file__).resolve().parent.parent
WIDGET = "widget/src/directory.generated.js"
CONTACTS = "docs/contacts.md"
ANSWERS = "docs/answers.md"

OFFLINE_TOPICS = (
    "being_hurt", "report_abuse", "grooming", "self_harm", "danger_now", "adult_survivor", "professional_concern", "need_to_talk",
)  # fmt: skip
"""What the widget can name help for without the server: few, since every byte of it is downloaded."""

OFFLINE_SERVICES = ("emergency-999", "childline", "nspcc-helpline", "police-101", "samaritans", "napac")
"""The contacts bundled with the widget: few, and between them for everybody who may ask."""

OFFLINE_AUDIENCE = {"adult_survivor": "survivor", "professional_concern": "professional"}
"""Topics whose button already says who presses it."""

TITLES = {
    "child": "A child or young person, under 19",
    "adult": "An adult worried about a child, or for themselves",
    "professional": "Somebody who works with children",
    "survivor": "An adult, about their own childhood",
    "unknown": "Not known who is asking",
}
LABELS = {"voice": "phone", "sms": "text", "webchat": "chat", "bsl": "sign language", "post": "letter"}


def main() -> int:
    """Write, or check. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of step")
    check = parser.parse_args().check
    behind = [name for name, text in files(Signpost.load()).items() if not _holds(ROOT / name, text, check)]
    for name in behind:
        print(f"{name} {'is out of step with directory/. Run: python scripts/export_directory.py' if check else 'written'}")
    return 1 if check and behind else 0


def files(signpost: Signpost) -> dict[str, str]:
    """The text of every generated file, by its path from the root of the project."""
    now = _moment(signpost.directory)
    return {
        WIDGET: _widget(signpost, now),
        CONTACTS: "\n".join(_contacts(signpost.directory)) + "\n",
        ANSWERS: "\n".join(_answers(signpost, now)) + "\n",
    }


def _holds(file: Path, text: str, check: bool) -> bool:
    """Whether `file` holds `text` already; unless checking, it does afterwards."""
    same = file.exists() and file.read_text(encoding="utf-8") == text
    if not same and not check:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return same


def _moment(directory: Directory) -> datetime:
    """The moment for which answers are shown: noon on the Wednesday before the last check of a contact."""
    day = max(service.assured_date for service in directory.services)
    return datetime.combine(day - timedelta(days=(day.weekday() - 2) % 7), time(12), opening.LONDON)


def _widget(signpost: Signpost, now: datetime) -> str:
    """The bundle of widget/src/types.js, as a module."""
    directory = signpost.directory
    bundle = {
        "written": max(service.assured_date for service in directory.services).isoformat(),
        "services": [_undated(service, now) for service in directory.services if service.id in OFFLINE_SERVICES],
        "topics": [
            {"id": topic, "title": signpost.topics[topic].title, "cards": _offline_cards(directory, topic)} for topic in OFFLINE_TOPICS
        ],
    }
    return (
        "// Written by scripts/export_directory.py from directory/; do not edit.\n\n"
        "/** @type {import('./types.js').Bundle} */\n"
        f"export const BUNDLE = {json.dumps(bundle, ensure_ascii=False, indent=1)};\n"
    )


def _undated(service: Service, now: datetime) -> dict[str, Any]:
    """The card without what is true only at a moment: "open now" stays where that is at every hour."""
    card = cards.card(service, None, now, area="uk")
    for channel, shown in zip(service.channels, card["channels"], strict=True):
        shown["open_now"] = True if channel.schedules.kind == "always" else None
        shown.pop("opens_at", None)
    return card


def _offline_cards(directory: Directory, topic: str) -> list[str]:
    """The bundled contacts for a topic, best first; 999 leads only where danger is what was said."""
    offers = directory.offers_in(topic, OFFLINE_AUDIENCE.get(topic, "unknown"), None)
    ids = [service.id for service, _ in offers if service.id in OFFLINE_SERVICES]
    if topic != DANGER and ids[0] == routing.EMERGENCY:
        ids[:2] = reversed(ids[:2])
    return ids


def _contacts(directory: Directory) -> Iterator[str]:
    """Every contact with its source, as Markdown."""
    yield "# Every contact"
    yield ""
    yield "Written by `scripts/export_directory.py` from `directory/`; do not edit. How to change a contact: [directory/README.md](../directory/README.md)."
    yield ""
    for service in directory.services:
        yield f"## {service.id}"
        yield ""
        yield f"**{service.name}** ({service.organization}). {service.description}"
        yield ""
        yield f"- For: {service.eligibility_description}"
        yield f"- Where: {', '.join(_place(directory, id) for id in service.service_areas)}"
        yield from (f"- {_reach(channel, service)}" for channel in service.channels)
        yield f"- Checked {service.assured_date.isoformat()} by: {service.assured_by}. Check again by {service.review_by.isoformat()}."
        yield f"- Sources: {', '.join(f'<{url}>' for url in service.source_urls)}"
        yield ""


def _place(directory: Directory, id: str) -> str:
    return "the whole UK" if id == "uk" else directory.area(id).name


def _reach(channel: Channel, service: Service) -> str:
    """One way to reach a service, with its hours and cost where they are known."""
    where = channel.number or channel.address or f"<{channel.url}>"
    more = [opening.in_words(channel.schedules), channel.cost or service.cost or ""]
    about = ". ".join(text.rstrip(".") for text in more if text)
    return f"{channel.label} ({LABELS.get(channel.type, channel.type)}): {where}" + (f". {about}." if about else "")


def _answers(signpost: Signpost, now: datetime) -> Iterator[str]:
    """Who is offered what for each topic, while it is not known where the child lives, as Markdown."""
    yield "# Who is offered what"
    yield ""
    yield (
        "Written by `scripts/export_directory.py` from `directory/` and `data/`; do not edit. It shows each answer on a weekday at noon "
        "while nobody has said where the child lives; in a known area local teams take the place of general ones. "
        "Topics with the same answers stand together."
    )
    yield ""
    same: dict[tuple[str, ...], list[str]] = {}
    for topic in sorted(signpost.topics):
        same.setdefault(_answer(signpost, topic, now), []).append(topic)
    for answer, topics in same.items():
        yield f"## {', '.join(topics)}"
        yield ""
        yield from answer


def _answer(signpost: Signpost, topic: str, now: datetime) -> tuple[str, ...]:
    """The contacts for each audience, as lines."""
    lines: list[str] = []
    for audience in AUDIENCES:
        chosen = routing.choose(signpost.directory, topic, Knowledge(audience=audience), now)
        lines += [f"{TITLES[audience]}:", ""]
        lines += [f"{place}. [{service.name}](contacts.md#{service.id}): {offer.why}" for place, (service, offer) in enumerate(chosen, 1)]
        lines.append("")
    return tuple(lines)


if __name__ == "__main__":
    sys.exit(main())
