"""What no sentence of Signpost may say, and how hard it may be to read."""

from __future__ import annotations

import re
from dataclasses import dataclass

FAMILY = r"(?:mum|mummy|mam|mom|dad|daddy|mother|father|parents?|carers?|family|step ?(?:mum|dad)|guardians?)"

NEVER: dict[str, str] = {
    "asks why": r"\bwhy (?:did|didn'?t|do|don'?t|have|haven'?t|were|weren'?t|would|wouldn'?t) (?:you|he|she|they)\b",
    "lays blame": (
        r"^(?!.*\b(?:not|never|none|nothing|no|nobody'?s|isn't|wasn't)\b).*\bfault\b|"
        r"\byou (?:should|could) (?:not )?(?:have|never have)|\byou shouldn'?t have|\byou (?:let|allowed) (?:him|her|them|it)\b|"
        r"\bto blame\b|\bblame (?:you|yourself)\b|\b(?:stupid|silly|foolish|naive|careless)\b|\bashamed of yourself\b"
    ),
    "promises secrecy": (
        r"\b(?:i|we)(?:'ll| will)? (?:never|not|won'?t) (?:tell|share|pass)|\b(?:i|we) (?:won'?t|will not|will never) (?:tell|share|pass)|"
        r"\b(?:i|we)(?:'ll| will| can)? (?:keep (?:it|this|that|your)|promise)|\bour secret\b|\b(?:stays?|remains?) (?:between us|(?:a )?secret)\b|"
        r"\bnobody will (?:ever )?(?:know|find out)\b|\b(?:completely|totally|fully|entirely|100 ?%|always|absolutely) (?:confidential|private|anonymous|secret|safe)\b"
    ),
    "claims to feel": r"\bi (?:truly |really |totally |completely )?(?:understand|feel|care|empathi[sz]e)\b|\bi know (?:how|what) (?:you|it)\b|\bas a human\b",
    "gives a verdict": (
        r"\b(?:this|that|it|what (?:he|she|they) (?:did|does|do)) (?:is|was|sounds like|counts as) (?:child |sexual |clearly |definitely )*(?:abuse|rape|grooming|neglect|assault|exploitation)\b|"
        r"\byou (?:are|were|have been|are being|were being) (?:being |clearly |definitely )*(?:abused|groomed|raped|exploited|neglected)\b|"
        r"\b(?:he|she|they) (?:is|are|was|were) (?:an? |clearly |definitely |probably )*(?:abusers?|groomers?|paedophiles?|predators?|guilty|criminals?)\b|"
        r"\b(?:definitely|certainly|obviously|clearly) (?:abuse|not abuse|a crime)\b|\b(?:it|that) is not (?:abuse|serious)\b"
    ),
    "leads back home": rf"(?<!not )(?<!not to )\b(?:tell|ask|show|speak (?:to|with)|talk (?:to|with)|go to|turn to) (?:your|an?|the|one of your) (?:\w+ )?{FAMILY}\b",
    "shouts": r"!",
    "asks for a name or details": (
        r"\b(?:how old|where|which|who|whose|when|what)\b[^?]*\?|"
        r"\b(?:tell (?:me|us)|give (?:me|us)|type|enter|share|send (?:me|us)) (?:in )?(?:your|his|her|their|the child'?s) (?:full |real |first |own )*(?:names?|age|address|postcode|school|phone number|date of birth)\b|"
        r"\btell (?:me|us) (?:more|exactly|who|where|when|what (?:happened|he|she|they))\b|^(?:please )?describe\b"
    ),
}
"""What is wrong with a sentence -> what such a sentence looks like, in lower case."""


@dataclass(frozen=True)
class Ease:
    """How hard a text may be: words in its average and its longest sentence, and the share of words of four syllables or more."""

    average: float
    longest: int
    hard: float


def plain(text: str) -> str:
    """The text as it is read aloud: a contact or a fact in brackets counts as one word."""
    return re.sub(r"\s+", " ", re.sub(r"\[\[.*?\]\]|\{.*?\}", "Name", text)).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text, each ending at a full stop, a question mark or an exclamation mark."""
    return re.split(r"(?<=[.?!])\s+", plain(text))


def faults(text: str) -> list[str]:
    """What is wrong with what a person would be told."""
    said = [sentence.lower().replace("’", "'") for sentence in sentences(text)]
    return [name for name, pattern in NEVER.items() if any(re.search(pattern, sentence) for sentence in said)]


def syllables(word: str) -> int:
    """Of an English word, nearly: its groups of vowels, less the silent ending."""
    word = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyscxz])es$|'s$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def too_hard(text: str, ease: Ease, known: frozenset[str] = frozenset()) -> list[str]:
    """Why a text is too hard to read, if it is. `known` are long words that every reader of it knows."""
    parts = [words for part in re.split(r"(?<=[.?!:;])\s+", plain(text)) if (words := re.findall(r"[A-Za-z][A-Za-z']*", part))]
    lengths = [len(words) for words in parts]
    long = [word for words in parts for word in words if syllables(word) > 3 and word.lower() not in known]
    average, share = sum(lengths) / len(lengths), len(long) / sum(lengths)
    found = []
    if average > ease.average:
        found.append(f"{average:.0f} words in the average sentence, at most {ease.average:.0f}")
    if max(lengths) > ease.longest:
        found.append(f"{max(lengths)} words in one sentence, at most {ease.longest}")
    if share > ease.hard:
        found.append(f"long words: {', '.join(long)}")
    return found
