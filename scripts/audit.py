"""`make audit`: known vulnerabilities of what is locked; fails loudly where no source of advisories answers.

Only the assistant, on loopback, may hold what cannot be mended (docs/security.md says why).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements/gateway.txt", "requirements/assistant.txt")
SOURCES = ("pypi", "osv")
EXPOSED = LOCKS[0]
"""Of what the outside world can reach, nothing is ever accepted."""


def main() -> int:
    """Audit both locks. Returns 0 (nothing that may not be), 1 (found something) or 2 (could not look)."""
    worst = 0
    for lock in LOCKS:
        found = _advisories(lock)
        if found is None:
            print(f"{lock}: COULD NOT BE AUDITED: no source of advisories answered ({', '.join(SOURCES)}).", file=sys.stderr)
            worst = 2
            continue
        print(f"{lock}: {len(found)} known advisories")
        for package, version, advisory in found:
            print(f"  {package} {version}: {advisory}")
        if found and lock == EXPOSED:
            worst = max(worst, 1)
    return worst


def _advisories(lock: str) -> list[tuple[str, str, str]] | None:
    """(package, version, advisory) of all that is locked, or None where no source knew every package."""
    for source in SOURCES:
        command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "-f", "json", "-s", source, "-r", str(ROOT / lock)]
        done = subprocess.run(command, capture_output=True, text=True)
        try:
            dependencies = json.loads(done.stdout)["dependencies"]
        except (ValueError, KeyError):
            continue
        if dependencies and all("vulns" in package for package in dependencies):
            return sorted(set(_found(dependencies)))
    return None


def _found(dependencies: Iterable[dict[str, object]]) -> Iterable[tuple[str, str, str]]:
    for package in dependencies:
        for advisory in package.get("vulns", []):  # type: ignore[attr-defined]
            yield str(package["name"]), str(package["version"]), " ".join([advisory["id"], *advisory.get("aliases", [])])


if __name__ == "__main__":
    sys.exit(main())
