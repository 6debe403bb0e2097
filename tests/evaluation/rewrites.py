"""The same message as other hands would type it (CheckList's invariance tests, Ribeiro 2020)."""

from __future__ import annotations

import random
from collections.abc import Callable

_TEXT_SPEAK = {
    "you": "u", "your": "ur", "are": "r", "because": "cos", "please": "pls", "to": "2", "for": "4", "what": "wot",
    "my": "me", "with": "wiv", "people": "ppl", "and": "n", "have": "av", "don't": "dont", "i'm": "im", "about": "bout",
    "tonight": "2nite", "school": "skool", "something": "sumthin", "someone": "sum1", "know": "kno", "that": "dat",
}  # fmt: skip
_LOOK_ALIKES = str.maketrans("aeopcyx", "аеорсух")


def _typo(text: str, chance: random.Random) -> str:
    """One slip inside a word of four letters or more: letters swapped, lost or doubled."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 4]
    if not long:
        return text
    i = chance.choice(long)
    word = words[i]
    at = chance.randrange(1, len(word) - 1)
    slips = (word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:])
    words[i] = chance.choice(slips)
    return " ".join(words)


def _stretched(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    i = chance.randrange(len(words))
    vowels = [at for at, letter in enumerate(words[i]) if letter in "aeiou"]
    if vowels:
        at = chance.choice(vowels)
        words[i] = words[i][:at] + words[i][at] * 4 + words[i][at + 1 :]
    return " ".join(words)


REWRITES: dict[str, Callable[[str, random.Random], str]] = {
    "capitals": lambda text, _: text.upper(),
    "small letters": lambda text, _: text.lower(),
    "no punctuation": lambda text, _: "".join(c for c in text if c.isalnum() or c in " '"),
    "odd spaces": lambda text, _: "  " + text.replace(" ", "   ") + " ",
    "one typo": _typo,
    "two typos": lambda text, chance: _typo(_typo(text, chance), chance),
    "text-speak": lambda text, _: " ".join(_TEXT_SPEAK.get(word.lower(), word) for word in text.split(" ")),
    "emoji": lambda text, _: f"😭😭 {text} 💔",
    "stretched": _stretched,
    "look-alike letters": lambda text, _: text.translate(_LOOK_ALIKES),
    "invisible characters": lambda text, _: "\u200b".join(text),
}
