"""The held-out messages: what was typed and what a right answer holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

HELD_OUT = Path(__file__).resolve().parent / "heldout"
"""Looked at while the product was built; its authors had not read the training data."""

SEALED = Path(__file__).resolve().parent / "sealed"
"""By two other authors, who had read neither; opened only to measure."""


@dataclass(frozen=True)
class Case:
    """One message.

    `kind` is who writes (the file's name); `topics` are right understandings, best first; of the
    contacts in `right` one must be shown; `emergency` is true only where somebody may be hurt or
    die at this moment; `needs_human` is false for what needs no help.
    """

    kind: str
    text: str
    topics: tuple[str, ...]
    right: tuple[str, ...]
    emergency: bool
    needs_human: bool


def load(folder: Path = HELD_OUT) -> list[Case]:
    """All messages of a folder, in the order of its files."""
    return [
        Case(file.stem, entry["text"], tuple(entry["topics"]), tuple(entry["right"]), entry["emergency"], entry["needs_human"])
        for file in sorted(folder.glob("*.yml"))
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
