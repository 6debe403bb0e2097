"""Nothing is asked of anybody outside: the product works where there is no way out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stack import ROOT, Stack

_LOOPBACK_UP = """
import fcntl, socket, struct, sys, os
with socket.socket() as s:
    fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 1))  # SIOCSIFFLAGS, IFF_UP
assert len(open("/proc/net/route").readlines()) == 1, "there is a route"
os.execvp(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.slow
def test_the_product_and_its_conversations_work_in_a_network_without_routes() -> None:
    without_network = ["unshare", "--net", "--map-root-user"]
    if subprocess.run([*without_network, "true"], capture_output=True).returncode:
        pytest.skip("a network namespace of one's own is not permitted here")
    tests = [test for test in ("tests/gateway/test_contract.py", "tests/conversations") if (ROOT / test).exists()]
    done = subprocess.run(
        [*without_network, sys.executable, "-c", _LOOPBACK_UP, sys.executable, "-m", "pytest", *tests],
        cwd=ROOT,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=1_800,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_no_process_holds_a_connection_beyond_this_machine(stack: Stack) -> None:
    for message in ("hello", "im 13 and my dad hurts me", "how many child sex offences were recorded in Cambridgeshire"):
        stack.chat(message)
    for program in ("gateway", "assistant"):
        assert not _connected_outside(stack.pid(program))


def _connected_outside(pid: int) -> list[str]:
    """Remote addresses of the process's sockets that are not of this machine."""
    sockets = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = str(link.readlink())
        except OSError:
            continue
        if target.startswith("socket:["):
            sockets.add(target[8:-1])
    outside = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            remote = fields[2].split(":")[0]
            local = remote.endswith("0100007F") or not remote.strip("0") or remote == "0" * 24 + "01000000"
            if fields[9] in sockets and not local:
                outside.append(remote)
    return outside
