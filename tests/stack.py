"""The product as it runs: both processes under the supervisor, on ports of their own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 120


class Stack:
    """Start it, talk to it, stop a process of it, stop it."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.port, self.assistant_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "stack.log"
        self._folder = folder
        self._environment = os.environ | {
            "SIGNPOST_HOME": str(ROOT),
            "SIGNPOST_PORT": str(self.port),
            "SIGNPOST_ASSISTANT_PORT": str(self.assistant_port),
            "SIGNPOST_RUN": str(folder),
            **environment,
        }
        self.client = httpx.Client(base_url=self.url, timeout=30, trust_env=False)

    def start(self, wait_for: str = "/health") -> Stack:
        """Start both and wait until `wait_for` answers 200."""
        command = [str(ROOT / ".venvs/gateway/bin/python"), str(ROOT / "scripts/supervise.py"), "-c", str(ROOT / "deploy/supervisord.conf")]
        with self.log.open("wb") as log:
            self._supervisor = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log, start_new_session=True)
        try:
            self.wait(wait_for)
        except AssertionError:
            self.stop()
            raise
        return self

    def wait(self, path: str = "/health", status: int = 200, seconds: float = START_SECONDS) -> None:
        """Wait until `path` answers with `status`."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                if self.client.get(path).status_code == status:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.25)
        raise AssertionError(f"{path} did not answer {status} within {seconds} s:\n{self.log.read_text(errors='replace')[-2000:]}")

    def stop(self) -> None:
        """Stop everything that was started."""
        self.client.close()
        os.killpg(self._supervisor.pid, signal.SIGTERM)
        try:
            self._supervisor.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self._supervisor.pid, signal.SIGKILL)

    def pid(self, program: str) -> int:
        """The process id of "gateway" or "assistant"; one that was just killed is waited for."""
        module = {"gateway": "gateway", "assistant": "rasa_components.server"}[program]
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            command = ["pgrep", "-P", str(self._supervisor.pid), "-f", "--", f"-m {module}"]
            if found := subprocess.run(command, capture_output=True, text=True).stdout.split():
                return int(found[0])
            time.sleep(0.1)
        raise AssertionError(f"{program} was not started again within {START_SECONDS} s")

    def chat(self, message: str | None = None, *, button: str | None = None, session: str | None = None, **more: Any) -> dict[str, Any]:
        """One turn; the reply as it came, with its status under "status"."""
        asked = {"message": message, "button": button, "session": session, **more}
        reply = self.client.post("/chat", json={key: value for key, value in asked.items() if value is not None})
        return {**reply.json(), "status": reply.status_code}


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
