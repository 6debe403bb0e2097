"""The danger check: does this message say that somebody may be hurt or die right now?

Deterministic and quick, so that 999 never waits for a model (SAFETY.md, guarantee 2). Recall
comes first: a false alarm shows 999 beside the right contact, a miss may cost a life. Ordinary
speech is kept out by phrases that are struck before the signs are looked for ("homework is
killing me") and by settings in which nobody is in danger (a game, a film, years ago).
"""

from __future__ import annotations

import re

from signpost import languages
from signpost.danger_signs import (
    BESIDE_CRIES,
    BESIDE_WEAPONS,
    CRIES,
    FEW_WORDS,
    HABIT,
    LONG_AGO,
    NEGATED,
    NOT_REAL,
    ORDINARY,
    QUESTION_OF_FACT,
    REASON,
    RUN_ON,
    RUN_ON_WORD,
    SHORT_CRY,
    SIGNS,
    URGENT_NOW,
    WEAPONS,
)
from signpost.text import plain, squashed


def find(message: str) -> str | None:
    """The kind of danger that a message tells of, or None.

    Args:
        message: what was typed, in any form; it is made plain here.

    Returns:
        One of the kinds of `SIGNS` ("violence", "overdose", ...), "plea" or "another_language", for
        counting only: the answer is the same for all.
    """
    text = NEGATED.sub(" ", ORDINARY.sub(" ", plain(message)))
    if text.count(" ") <= len(text) // RUN_ON_WORD and RUN_ON.search(squashed(text)):
        return "plea"
    if _is_a_plea(text) or _names_a_weapon(text) or _is_a_short_cry(text):
        return "plea"
    for kind, signs in SIGNS:
        if signs.search(text) and not _kept_out(kind, text):
            return kind
    return "another_language" if languages.cry_for_help(message) else None


def _is_a_plea(text: str) -> bool:
    words = re.findall(r"[a-z0-9']+", text)
    asks_about_us = "?" in text and "you" in words
    return bool(CRIES.intersection(words)) and BESIDE_CRIES.issuperset(words) and not asks_about_us


def _is_a_short_cry(text: str) -> bool:
    """In a message of a few words there is no room for the setting, so less is needed."""
    return len(text.split()) <= FEW_WORDS and bool(SHORT_CRY.search(text)) and not (NOT_REAL.search(text) or QUESTION_OF_FACT.search(text))


def _names_a_weapon(text: str) -> bool:
    """ "knife. son. now" has no grammar to look for, only words that have nothing else to do here."""
    words = re.findall(r"[a-z0-9']+", text)
    return 1 < len(words) <= FEW_WORDS and bool(WEAPONS.intersection(words)) and BESIDE_WEAPONS.issuperset(words)


def _kept_out(kind: str, text: str) -> bool:
    """Whether the setting says that nobody is in danger at this moment."""
    if NOT_REAL.search(REASON.sub(" ", text)) and "not a game" not in text:
        return True
    if QUESTION_OF_FACT.search(text) and not URGENT_NOW.search(text):
        return True
    if kind in {"overdose", "baby", "plea", "cannot_speak"}:
        return bool(LONG_AGO.search(text)) and not URGENT_NOW.search(text)
    told_as_past_or_habit = LONG_AGO.search(text) or (kind == "violence" and HABIT.search(text))
    return bool(told_as_past_or_habit) and not URGENT_NOW.search(text)
