"""The documents say what is there: every command, file and link that they name exists."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.project.tree import ROOT, files

PAGES = [path for path in files() if path.suffix == ".md"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):(?!=)", MAKEFILE, re.MULTILINE))
LONGEST_README = 150
"""Lines: a newcomer is at home in ten minutes."""

CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*)`")
MAP_LINE = re.compile(r"^ *([\w.-]+/?(?:[\w.-]+/?)*)(?= {2,}\S)", re.MULTILINE)

each_page = pytest.mark.parametrize("page", PAGES, ids=str)


def text(page: Path) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The fragments of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#{1,6} +(.+?) *$", re.sub(r"```.*?```", "", text(page), flags=re.DOTALL), re.MULTILINE)
    kept = ("".join(c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LN") for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}


def broken(page: Path) -> list[str]:
    """The links of a page that lead nowhere in the project; addresses elsewhere are not asked for."""
    found = []
    for link in LINK.findall(CODE.sub("", text(page))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, fragment = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        if not target.exists() or (fragment and fragment not in anchors(target)):
            found.append(link)
    return found


def unknown_commands(said: str) -> set[str]:
    """What stands after `make` in code and is no target."""
    commands = (command for code in CODE.findall(said) for command in re.findall(r"\bmake ((?:[A-Z_]+=\S+ )*[a-z-]+(?: [a-z-]+)*)", code))
    return {word for command in commands for word in command.split() if "=" not in word} - TARGETS


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    assert broken(page) == []


@each_page
def test_commands_are_targets_of_the_makefile(page: Path) -> None:
    assert unknown_commands(text(page)) == set()


@pytest.mark.parametrize("page", ["README.md", "SAFETY.md", "CONTRIBUTING.md"])
def test_files_and_folders_that_a_page_names_exist(page: str) -> None:
    assert [path for path in PATH.findall(text(Path(page))) if "<" not in path and not (ROOT / path).exists()] == []


def test_the_map_of_the_readme_is_the_project() -> None:
    (drawn,) = re.findall(r"## Map\n.*?```\w*\n(.*?)```", text(Path("README.md")), re.DOTALL)
    named = MAP_LINE.findall(drawn)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []
    folders = {path.parts[0] for path in files() if len(path.parts) > 1 and not path.parts[0].startswith(".")}
    assert folders <= {name.split("/")[0] for name in named}


def test_the_tests_are_explained_folder_by_folder() -> None:
    folders = {path.parts[1] for path in files() if path.parts[0] == "tests" and len(path.parts) > 2}
    assert folders == set(re.findall(r"^\| `([a-z_]+)/`", text(Path("tests/README.md")), re.MULTILINE))


def test_the_readme_is_short_and_holds_the_two_commands() -> None:
    readme = text(Path("README.md"))
    assert readme.count("\n") <= LONGEST_README
    assert "make run" in readme and "make test" in readme


def test_every_make_target_has_help() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == TARGETS
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    helped = {line.split()[0]: line.split()[1:] for line in listed.splitlines() if line.strip()}
    assert set(helped) == TARGETS
    assert all(helped.values())


@pytest.mark.parametrize("number", range(1, 9))
def test_each_guarantee_names_tests(number: int) -> None:
    section = re.search(rf"^### {number}\. .*?(?=^##)", text(Path("SAFETY.md")), re.MULTILINE | re.DOTALL)
    assert section and re.search(r"`tests/[\w/.]+`", section.group())


def test_the_check_sees_a_broken_link_and_an_unknown_command(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](gone.md) [b](#one-two) [c](#three) `[d](gone.md)` [e](https://example.org)\n")
    assert broken(page) == ["gone.md", "#three"]
    assert unknown_commands("Say `make run`, `make dinner` and make haste; `make UV=uv clean wash`") == {"dinner", "wash"}
