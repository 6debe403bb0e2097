"""The project's own files, as the tests of this folder read them."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Every file that is in the repository or about to be, as a path from the root; nothing that is ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return tuple(sorted(Path(name) for name in set(listed.stdout.split("\0")) if name and (ROOT / name).is_file()))


def read(path: Path) -> str | None:
    """The text of a file, or None if it is no text."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def digits(text: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", text)
