"""Other languages: which one a message is in, the plainest cries for help, and the lines to answer with.

One folder per language in `languages/`. It is told apart by its script and by its everyday words,
typed with accents, without, or in Latin letters: children type the last two most, and identifiers
trained on books do not know them (docs/adr/0007).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from signpost.text import plain

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "languages"

ENGLISH = "en"
OTHER = "other"
"""A language that is none of ours, in letters that are not Latin."""

_SCRIPTS = {"arabic": r"[\u0600-\u06ff\u0750-\u077f]", "bengali": r"[\u0980-\u09ff]", "cyrillic": r"[\u0400-\u04ff]"}
_SHARE = 0.3
"""Of a message's words that must be everyday words of a language for it to be taken for that one."""


class LanguageError(ValueError):
    """A language's file is not fit for use; the message names it and says what to do."""


@dataclass(frozen=True)
class Language:
    """One language. `letters` are those by which it is told from others of its script."""

    code: str
    name: str
    script: str
    letters: str
    words: frozenset[str]
    line: str
    reviewed: bool
    cries: tuple[str, ...]


@cache
def load(path: Path = DEFAULT_PATH) -> Mapping[str, Language]:
    """All languages by code.

    Raises:
        LanguageError: a folder lacks `language.yml` or a field of it.
    """
    return {folder.name: _read(folder) for folder in sorted(path.iterdir()) if folder.is_dir()}


def _read(folder: Path) -> Language:
    file, cries = folder / "language.yml", folder / "danger.yml"
    content: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    missing = [key for key in ("name", "script", "words", "line") if not content.get(key)]
    if missing or "reviewed_by" not in content:
        raise LanguageError(f"{file}: needs {', '.join(missing) or 'reviewed_by (null until somebody has checked the line)'}.")
    listed = yaml.safe_load(cries.read_text(encoding="utf-8"))["cries"] if cries.exists() else ()
    return Language(
        code=folder.name,
        name=content["name"],
        script=content["script"],
        letters=content.get("letters") or "",
        words=frozenset(content["words"].split()),
        line=" ".join(content["line"].split()),
        reviewed=bool(content["reviewed_by"]),
        cries=tuple(_words(cry) for cry in listed),
    )


def cry_for_help(text: str) -> bool:
    """Whether a message holds one of the plainest cries for help of another language."""
    return bool(_cries().search(f" {_words(text)} "))


def of(message: str) -> str | None:
    """The language of a message: a code, `OTHER`, or None where its words are too few to say."""
    text = plain(message)
    foreign = [letter for letter in text if letter.isalpha() and ord(letter) > 0x24F]
    if len(foreign) * 2 > sum(letter.isalpha() for letter in text):
        return _by_letters(text)
    words = re.findall(r"[a-z0-9']+", text)
    hits = {code: sum(word in language.words for word in words) for code, language in load().items()}
    best = max(hits, key=lambda code: hits[code])
    if best != ENGLISH and hits[best] <= hits[ENGLISH]:
        best = ENGLISH
    enough = hits[best] >= 2 and hits[best] >= _SHARE * len(words)
    return best if enough else None


def line(code: str) -> tuple[str, str]:
    """What somebody who wrote in a language is answered, and the language that it is in.

    Until a line is reviewed, and for a language that is none of ours, it is plain English.
    """
    language = load().get(code)
    shown = language if language and language.reviewed else load()[ENGLISH]
    return shown.line, shown.code


def _by_letters(text: str) -> str:
    """The language of a message in another script."""
    found = {
        code: (len(re.findall(_SCRIPTS[language.script], text)), sum(letter in language.letters for letter in text))
        for code, language in load().items()
        if language.script in _SCRIPTS
    }
    script, own = max((script, own) for script, own in found.values())
    fitting = [code for code, counts in found.items() if counts == (script, own)]
    if script == 0 or (own == 0 and all(load()[code].letters for code in fitting)):
        return OTHER
    return fitting[0]


@cache
def _cries() -> re.Pattern[str]:
    phrases = sorted({cry for language in load().values() for cry in language.cries}, key=len, reverse=True)
    return re.compile("|".join(f" {re.escape(phrase)} " for phrase in phrases))


def _words(text: str) -> str:
    """A plain message with one space between words and no other signs. Marks of other scripts are letters."""
    return re.sub(r"(?:[^\w'\u0600-\u06ff\u0980-\u09ff]|[_\u060c\u061b\u061f\u06d4])+", " ", plain(text)).strip()
