"""What people typed is nowhere afterwards: not on disk, not in a log, not in what the logs of a fault hold."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.stack import ROOT, Stack

_PLACES = (ROOT, Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/dev/shm"), Path.home() / ".config", Path.home() / ".cache")
_LARGEST = 200 * 1024 * 1024


def test_no_word_of_any_conversation_is_left_anywhere(stack: Stack) -> None:
    began = time.time()
    typed = [*_talk(stack), *_errors(stack)]
    assert len(typed) > 50
    time.sleep(1)
    found = [(str(file), word) for file in _changed_since(began) for word in typed if word.encode() in _content(file)]
    assert not found
    log = stack.log.read_text(errors="replace")
    assert not [word for word in typed if word in log]
    assert "127.0.0.1" not in log


def test_the_search_itself_finds_a_word_that_was_written_down(tmp_path: Path) -> None:
    began, word = time.time(), _canary()
    (tmp_path / "some.log").write_text(f"somebody said: {word}")
    assert [file for file in _changed_since(began) if word.encode() in _content(file)] == [tmp_path / "some.log"]


def test_there_is_no_core_file_and_none_is_made(stack: Stack) -> None:
    for program in ("gateway", "assistant"):
        limits = Path(f"/proc/{stack.pid(program)}/limits").read_text()
        core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"], core


def _canary() -> str:
    return "qz" + secrets.token_hex(8)


def _talk(stack: Stack) -> Iterator[str]:
    """One message in each topic, by each way in."""
    for file in sorted((ROOT / "data").glob("*/*.yml")):
        example = next(line for line in file.read_text().split("examples: |")[1].splitlines() if line.strip())
        word = _canary()
        stack.chat(f"{example.strip().removeprefix('- ')} {word}")
        yield word
    for post in (
        lambda word: stack.client.post("/ask", data={"message": f"i am scared {word}"}),
        lambda word: stack.client.post("/webhooks/rest/webhook", json={"sender": word, "message": f"i am scared {word}"}),
    ):
        word = _canary()
        post(word)
        yield word


def _errors(stack: Stack) -> Iterator[str]:
    """Words in what is refused, in every field, in addresses and in headers."""
    as_json = {"Content-Type": "application/json"}
    for body in (
        '{{"message": "{}"',
        '{{"message": ["{}"]}}',
        '{{"message": 5, "{}": 1}}',
        '{{"message": "/restart {}"}}',
        '{{"message": "/greet{{\\"a\\": \\"{}\\"}}"}}',
        '{{"message": "{} \\ud83d"}}',
        '{{"message": "hi", "session": "{}"}}',
        '{{"message": "hi", "lang": "{}", "area": "{}"}}',
        '{{"button": "topic:{}"}}',
        '{{"card": "{}"}}',
        "{} \x00\xff",
    ):
        for path in ("/chat", "/chat/forget", "/wrong-number", "/webhooks/rest/webhook"):
            word = _canary()
            stack.client.post(path, content=body.replace("{}", word).replace("{{", "{").replace("}}", "}").encode(), headers=as_json)
            yield word
    for word in (_canary(), _canary(), _canary(), _canary()):
        stack.client.post("/chat", content=json.dumps({"message": f"{word} " * 20_000}), headers=as_json)
        stack.client.get(
            f"/{word}?{word}=1", headers={"X-Test": word, "Cookie": f"a={word}", "User-Agent": word, "Referer": f"https://x/{word}"}
        )
        yield word


def _changed_since(began: float) -> Iterator[Path]:
    """Files that could hold it: all that anybody wrote to since, wherever programs of this user write."""
    for place in _PLACES:
        for folder, folders, names in os.walk(place, onerror=lambda _: None):
            folders[:] = [name for name in folders if name not in ("node_modules", ".venvs")]
            for name in names:
                file = Path(folder, name)
                try:
                    state = file.lstat()
                except OSError:
                    continue
                if file.is_file() and not file.is_symlink() and state.st_mtime >= began - 1 and state.st_size < _LARGEST:
                    yield file


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
