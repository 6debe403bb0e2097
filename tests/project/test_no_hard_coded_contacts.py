"""A phone number stands in `directory/` and nowhere else, so that it is changed in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from signpost import facts, topics
from signpost.directory import Directory
from tests.project.tree import digits, files, read

DIRECTORY = Directory.load()
NUMBERS = {digits(number) for s in DIRECTORY.services for number in [*(c.number for c in s.channels if c.number), *s.also_printed]}
LONG = {number for number in NUMBERS if len(number) >= 5}
"""Shorter ones (999, 101) are numbers of lines, ports and years, too; in wordings they are looked for all the same."""

LOOKS_LIKE_A_NUMBER = re.compile(r"(?<![\w.+/-])(?:\+44[ -]?|0)(?:\d[ -]?){9}\d?(?![\w.-])")
NOBODYS_NUMBER = "0123 456 7890"
"""Shown by an error message as the way to write one; there is no such area code."""

MAY_HOLD_THEM = re.compile(
    r"^directory/|(?:^|/)tests?/|generated|^docs/(?:contacts|answers)\.md$|(?:^|/)requirements/.*\.txt$|package-lock\.json$|\.svg$|(?:^|/)LICENSE$"
)
EXAMPLES = re.compile(r"^( *)(?:- )?examples: *\|\n(?:\1 +.*\n|\n)*", re.MULTILINE)
"""What people type may hold anything; test_examples.py looks at it."""


def written(numbers: set[str]) -> re.Pattern[str]:
    """Any of `numbers`, however its digits are spaced."""
    return re.compile("|".join(rf"(?<![\d.]){'[ -]?'.join(number)}(?!\d)" for number in sorted(numbers, key=len, reverse=True)))


def numbers_in(text: str, numbers: set[str]) -> list[str]:
    """Every number in `text`; a contact's id in brackets (`[[emergency-999]]`) is none."""
    text = re.sub(r"\[\[[a-z0-9-]+\]\]", "", text)
    return [found.group() for pattern in (written(numbers), LOOKS_LIKE_A_NUMBER) for found in pattern.finditer(text)]


@pytest.mark.parametrize("path", [path for path in files() if not MAY_HOLD_THEM.search(path.as_posix())], ids=str)
def test_no_code_wording_or_page_holds_a_phone_number(path: Path) -> None:
    text = EXAMPLES.sub("", read(path) or "").replace(NOBODYS_NUMBER, "")
    assert numbers_in(text, LONG) == []


@pytest.mark.parametrize("topic", topics.load().values(), ids=lambda topic: topic.name)
def test_words_name_a_contact_by_its_id_and_never_by_its_number(topic: topics.Topic) -> None:
    for variation in topic.words:
        assert numbers_in(variation.text, NUMBERS) == []
    assert numbers_in(topic.title, NUMBERS) == []


@pytest.mark.parametrize("fact", facts.load(), ids=lambda fact: fact.id)
def test_facts_name_a_contact_by_its_id_and_never_by_its_number(fact: facts.Fact) -> None:
    assert numbers_in(fact.statement, NUMBERS) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ring Childline on 0800 1111.",
        "ring 08001111",
        'HELP = "0808 800 5000"',
        "text 85258",
        "call 999 now",
        "the police are on 101",
        "a line nobody has heard of: 01632 960 123",
        "+44 20 7946 0018",
    ],
)
def test_the_check_sees_a_number(line: str) -> None:
    assert numbers_in(line, NUMBERS)


@pytest.mark.parametrize("line", ["in 1997", "port 8000, at most 20 000", "0.25", "sha256 00112233445566778899aabb", "24 hours"])
def test_the_check_does_not_see_a_number_where_there_is_none(line: str) -> None:
    assert numbers_in(line, NUMBERS) == []
