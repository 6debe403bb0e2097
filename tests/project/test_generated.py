"""What is generated from the directory is in step with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.project.tree import ROOT

GENERATED = ("widget/src/directory.generated.js", "docs/contacts.md", "docs/answers.md")


def export(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "scripts/export_directory.py", *arguments], cwd=root, capture_output=True, text=True)


def copied(to: Path) -> Path:
    """The parts of the project that the export reads and writes."""
    for name in ("directory", "facts", "data", "signpost"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("scripts/export_directory.py", *GENERATED):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, to / name)
    return to


def test_the_offline_copy_and_the_pages_are_in_step_with_the_directory() -> None:
    done = export(ROOT, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_changed_number_is_noticed_in_all_that_shows_it_and_mended(tmp_path: Path) -> None:
    root = copied(tmp_path)
    file = root / "directory/services/childline.yml"
    file.write_text(file.read_text("utf-8").replace('number: "0800 1111"', 'number: "0800 2222"'), encoding="utf-8")
    done = export(root, "--check")
    assert done.returncode == 1
    assert GENERATED[0] in done.stdout and GENERATED[1] in done.stdout
    assert "0800 2222" not in (root / GENERATED[0]).read_text("utf-8"), "a check writes nothing"
    assert export(root).returncode == 0
    assert export(root, "--check").returncode == 0
    for name in GENERATED[:2]:
        assert "0800 2222" in (root / name).read_text("utf-8")
