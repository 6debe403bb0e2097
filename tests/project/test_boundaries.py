"""Each part imports only what it may, so that it can be understood, tested and replaced alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.tree import ROOT, files

FRAMEWORKS = {"rasa", "rasa_sdk", "starlette", "uvicorn", "aiohttp", "jinja2"}
FORBIDDEN = {
    "signpost": FRAMEWORKS | {"gateway", "actions", "rasa_components"},
    "gateway": {"rasa", "rasa_sdk", "rasa_components", "actions"},
    "actions": {"rasa", "starlette", "uvicorn", "aiohttp", "gateway", "rasa_components"},
    "rasa_components": {"starlette", "uvicorn", "aiohttp", "gateway"},
}
MOST_STATEMENTS = 10
"""In a function of an action, besides its docstring: it asks `signpost/` and passes the answer on."""


def modules(package: str) -> list[Path]:
    return [path for path in files() if path.parts[0] == package and path.suffix == ".py"]


def imported(path: Path) -> set[str]:
    """The top-level names of everything that a module imports, also inside its functions."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_part_imports_only_what_it_may(package: str) -> None:
    assert modules(package)
    for path in modules(package):
        assert not imported(path) & FORBIDDEN[package], path


def test_only_the_components_import_rasa() -> None:
    others = [path for path in files() if path.suffix == ".py" and path.parts[0] not in ("rasa_components", "tests")]
    assert [path for path in others if "rasa" in imported(path)] == []
    assert any("rasa" in imported(path) for path in modules("rasa_components"))


def test_the_core_loads_no_framework_however_indirectly() -> None:
    names = [".".join(path.with_suffix("").parts) for path in modules("signpost")]
    program = f"import importlib, sys; [importlib.import_module(n) for n in {names!r}]; print(*{{m.split('.')[0] for m in sys.modules}})"
    loaded = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert "signpost" in loaded
    assert not FORBIDDEN["signpost"] & set(loaded)


@pytest.mark.parametrize("path", modules("actions"), ids=str)
def test_actions_are_thin(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))):
        inside = [node for node in ast.walk(function) if isinstance(node, ast.stmt) and node is not function]
        statements = inside[1:] if ast.get_docstring(function) else inside
        assert len(statements) <= MOST_STATEMENTS, function.name
        assert not [node for node in statements if isinstance(node, (ast.For, ast.While, ast.Try))], function.name


def test_the_check_sees_an_import_inside_a_function(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("def f():\n    from rasa.core import run\n    import aiohttp._models\n")
    assert imported(module) == {"rasa", "aiohttp"}
