"""The gateway by itself, as it is while Rasa is away, or before something that stands in for Rasa."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx

from tests.stack import ROOT, free_port


class Alone:
    """`python -m gateway` on a free port; use it in a `with`."""

    def __init__(self, log: Path, **environment: str) -> None:
        self.port, self.metrics_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = log
        self._environment = os.environ | {
            "SIGNPOST_PORT": str(self.port),
            "SIGNPOST_METRICS_PORT": str(self.metrics_port),
            "SIGNPOST_ASSISTANT_PORT": str(free_port()),
            "PYTHONDONTWRITEBYTECODE": "1",
            **environment,
        }
        self.client = httpx.Client(base_url=self.url, timeout=20, trust_env=False)

    def __enter__(self) -> Alone:
        with self.log.open("wb") as log:
            command = [str(ROOT / ".venvs/gateway/bin/python"), "-m", "gateway"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            try:
                self.client.get("/live")
                return self
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError(self.log.read_text(errors="replace"))

    def __exit__(self, *_: object) -> None:
        self.client.close()
        self.process.terminate()
        self.process.wait(20)

    def metrics(self) -> str:
        """What Prometheus would read."""
        return httpx.get(f"http://127.0.0.1:{self.metrics_port}/metrics", trust_env=False).text


class StandIn:
    """In Rasa's place: answers each request with the bytes that `answer` returns. For what Rasa cannot be made to say."""

    def __init__(self, answer: Callable[[], tuple[int, bytes]]) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                status, body = answer()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> StandIn:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def as_json(value: object) -> bytes:
    return json.dumps(value).encode()
