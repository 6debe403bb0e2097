"""`make bench`: Signpost beside stock Rasa on the same machine, written to docs/benchmarks.md.

Stock Rasa is trained once and kept in .cache/stock/; remove that folder to train it again.
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx

from scripts import stock
from signpost import examples
from tests.stack import ROOT, Stack, free_port

SECONDS = float(os.environ.get("SIGNPOST_BENCH_SECONDS", "15"))
"""For each number of users."""

USERS = (1, 8, 32)
TURNS = 300
PAGE = ROOT / "docs/benchmarks.md"
STOCK = ROOT / ".cache/stock"
PYTHON = ROOT / ".venvs/assistant/bin/python"
_QUIET = {"RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONDONTWRITEBYTECODE": "1"}
_EMERGENCY = "he is hitting my sister right now"

Send = Callable[[httpx.AsyncClient, str, str | None], Awaitable[str]]
"""Sends a message in a conversation (None: a new one) and returns the words of the answer."""


@dataclass(frozen=True)
class Load:
    """What users saw: seconds, and answers without a word."""

    median: float
    p99: float
    per_second: float
    mute: int


@dataclass(frozen=True)
class Result:
    """All that is measured of one system; times in seconds, sizes in bytes."""

    training: dict[str, float]
    model: int
    first_help: float
    first_answer: float
    loads: dict[int, Load]
    processor: float
    memory: int
    growth: float


def main() -> int:
    """Measure both and write the page."""
    messages = [text for text, _ in examples.load()[:: max(1, len(examples.load()) // 500)] if len(text) < 300]
    theirs = _stock(messages)
    ours, emergencies = _signpost(messages)
    PAGE.write_text(_page(theirs, ours, emergencies), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return 0


def _stock(messages: list[str]) -> Result:
    training = _trained_stock()
    port, began = free_port(), time.monotonic()
    command = [str(PYTHON), "-m", "rasa", "run", "--port", str(port), "-i", "127.0.0.1", "--model", "models"]
    server = subprocess.Popen(
        command, cwd=STOCK, env=os.environ | _QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )

    async def send(client: httpx.AsyncClient, message: str, conversation: str | None) -> str:
        sender = conversation or os.urandom(8).hex()
        parts = (await client.post("/webhooks/rest/webhook", json={"sender": sender, "message": message})).json()
        return " ".join(part.get("text", "") for part in parts)

    try:
        url = f"http://127.0.0.1:{port}"
        first = _first_answer(url, send, began)
        loads = {users: asyncio.run(_load(url, send, users, messages)) for users in USERS}
        processor = _processor([server.pid], url, send, messages)
        growth = asyncio.run(_growth(url, send, messages))
        memory = _memory([server.pid])
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
    model = next((STOCK / "models").glob("*.tar.gz")).stat().st_size
    return Result(training, model, first, first, loads, processor, memory, growth)


def _trained_stock() -> dict[str, float]:
    kept = STOCK / "training.json"
    if not kept.exists():
        shutil.rmtree(STOCK, ignore_errors=True)
        stock.write_project(STOCK)
        kept.write_text(json.dumps(_timed([str(PYTHON), "-m", "rasa", "train"], STOCK)))
    found: dict[str, float] = json.loads(kept.read_text())
    return found


def _signpost(messages: list[str]) -> tuple[Result, dict[str, Load]]:
    training = _trained_signpost()
    with tempfile.TemporaryDirectory() as folder:
        limits = {"SIGNPOST_BURST": "1000000", "SIGNPOST_WHOLE_BURST": "1000000"}
        product, began = Stack(Path(folder), **limits), time.monotonic()

        async def send(client: httpx.AsyncClient, message: str, conversation: str | None) -> str:
            reply = (await client.post("/chat", json={"message": message, "session": conversation})).json()
            return str(reply["messages"][0]["text"])

        try:
            product.start(wait_for="/live")
            first_help = _first_answer(product.url, send, began)
            product.wait("/health")
            first_answer = time.monotonic() - began
            loads = {users: asyncio.run(_load(product.url, send, users, messages)) for users in USERS}
            pids = [product.pid("gateway"), product.pid("assistant")]
            processor = _processor(pids, product.url, send, messages)
            session = product.chat("hello")["session"]
            growth = asyncio.run(_growth(product.url, send, messages, session))
            memory = _memory(pids)
            emergencies = _emergencies(product, send, messages)
        finally:
            product.stop()
    model = max((ROOT / "models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime).stat().st_size
    return Result(training, model, first_help, first_answer, loads, processor, memory, growth), emergencies


def _trained_signpost() -> dict[str, float]:
    """On the same examples as stock Rasa, in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        stock.copy_signpost(home)
        return _timed([str(PYTHON), "-m", "rasa_components.train"], home)


def _timed(command: list[str], folder: Path) -> dict[str, float]:
    """Wall and processor seconds of a command, by itself."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, cwd=folder, env=os.environ | _QUIET, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": time.monotonic() - began, "cpu": after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime}


def _first_answer(url: str, send: Send, began: float) -> float:
    async def wait() -> float:
        async with httpx.AsyncClient(base_url=url, timeout=30, trust_env=False) as client:
            while True:
                try:
                    if await send(client, "hello", None):
                        return time.monotonic() - began
                except (httpx.TransportError, ValueError, KeyError):
                    pass
                await asyncio.sleep(0.05)

    return asyncio.run(wait())


async def _load(url: str, send: Send, users: int, messages: list[str], seconds: float = SECONDS) -> Load:
    """So many users, each asking again as soon as it is answered, each time as somebody new."""
    times: list[float] = []
    mute = 0
    limits = httpx.Limits(max_connections=users)
    until = time.monotonic() + seconds

    async def user(number: int, client: httpx.AsyncClient) -> None:
        nonlocal mute
        for i in range(number, 10**9, users):
            if time.monotonic() > until:
                return
            began = time.monotonic()
            try:
                answer = await send(client, messages[i % len(messages)], None)
            except (httpx.HTTPError, ValueError, KeyError, IndexError):
                answer = ""
            mute += not answer
            times.append(time.monotonic() - began)

    async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False, limits=limits) as client:
        await asyncio.gather(*(user(number, client) for number in range(users)))
    return Load(statistics.median(times), sorted(times)[int(len(times) * 0.99)], len(times) / seconds, mute)


def _processor(pids: list[int], url: str, send: Send, messages: list[str]) -> float:
    """Processor seconds of an answer over all its processes: what else the machine does hardly changes it."""

    def used() -> float:
        fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids]
        return sum(int(field[11]) + int(field[12]) for field in fields) / os.sysconf("SC_CLK_TCK")

    before = used()
    load = asyncio.run(_load(url, send, 8, messages))
    return (used() - before) / (load.per_second * SECONDS)


async def _growth(url: str, send: Send, messages: list[str], session: str = "one") -> float:
    """How many times what the first turns of a conversation cost the last of 300 cost."""
    times = []
    async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False) as client:
        for i in range(TURNS):
            began = time.monotonic()
            await send(client, messages[i % 25], session)
            times.append(time.monotonic() - began)
    return statistics.median(times[-25:]) / statistics.median(times[:25])


def _emergencies(product: Stack, send: Send, messages: list[str]) -> dict[str, Load]:
    """How long 999 takes: at rest, with 8 users beside it, with Rasa frozen, and with Rasa just killed."""

    async def measure(beside: int) -> Load:
        others = [asyncio.create_task(_load(product.url, send, beside, messages, SECONDS))] if beside else []
        load = await _load(product.url, send, 1, [_EMERGENCY], SECONDS * 0.9)
        await asyncio.gather(*others)
        return load

    found = {"at rest": asyncio.run(measure(0)), "8 users beside it": asyncio.run(measure(8))}
    assistant = product.pid("assistant")
    os.kill(assistant, signal.SIGSTOP)
    found["Rasa frozen, 8 users beside it"] = asyncio.run(measure(8))
    os.kill(assistant, signal.SIGCONT)
    product.wait("/health")
    os.kill(product.pid("assistant"), signal.SIGKILL)
    found["Rasa killed and starting, 8 users beside it"] = asyncio.run(measure(8))
    return found


def _memory(pids: list[int]) -> int:
    """Resident bytes of these processes."""
    return sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in pids) * os.sysconf("SC_PAGESIZE")


def _page(theirs: Result, ours: Result, emergencies: dict[str, Load]) -> str:
    rows = [
        ("Training, processor time", _s(theirs.training["cpu"]), _s(ours.training["cpu"]), theirs.training["cpu"] / ours.training["cpu"]),
        ("Model", _mb(theirs.model), _mb(ours.model), theirs.model / ours.model),
        ("First safe answer after the start", _s(theirs.first_help), _s(ours.first_help), theirs.first_help / ours.first_help),
        ("First understood answer", _s(theirs.first_answer), _s(ours.first_answer), theirs.first_answer / ours.first_answer),
    ]
    for users in USERS:
        a, b = theirs.loads[users], ours.loads[users]
        rows += [
            (f"Median, {users} users", _ms(a.median), _ms(b.median), a.median / b.median),
            (f"99th percentile, {users} users", _ms(a.p99), _ms(b.p99), a.p99 / b.p99),
            (f"Answers a second, {users} users", f"{a.per_second:.0f}", f"{b.per_second:.0f}", b.per_second / a.per_second),
            (f"Empty answers, {users} users", str(a.mute), str(b.mute), None),
        ]
    rows += [
        ("Processor time of an answer", _ms(theirs.processor), _ms(ours.processor), theirs.processor / ours.processor),
        ("Memory after that", _mb(theirs.memory), _mb(ours.memory), theirs.memory / ours.memory),
        (f"Turn {TURNS} beside turn 1", f"{theirs.growth:.1f} times", f"{ours.growth:.1f} times", None),
    ]
    table = [f"| {name} | {a} | {b} | {f'{ratio:.1f}' if ratio else ''} |" for name, a, b, ratio in rows]
    danger = [f"| {name} | {_ms(load.median)} | {_ms(load.p99)} | {load.mute} |" for name, load in emergencies.items()]
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench`; do not edit. Stock Rasa 3.6.21 with the default pipeline and policies, the REST channel and one plain",
            f"answer per topic; Signpost as it runs, through the gateway, with cards. Both on one machine ({os.cpu_count()} cores, Linux",
            f"{platform.machine()}, load {os.getloadavg()[0]:.1f} at the end, {date.today():%d %B %Y}), the load generator beside them.",
            "",
            f"Training: both on the same {stock.EXAMPLES:,} examples, the first of every topic in turn; stock Rasa for {stock.EPOCHS} epochs.",
            "The rest of the table is Signpost with its full model, trained on all examples. Where other work shared the machine,",
            "times and answers a second swing with it; processor time hardly does.",
            "",
            "| | Stock Rasa | Signpost | Times better |",
            "|---|---:|---:|---:|",
            *table,
            "",
            "## How long 999 takes",
            "",
            "An emergency message in a new conversation, over and over, for the whole time of the fault.",
            "",
            "| | Median | 99th percentile | Without an answer |",
            "|---|---:|---:|---:|",
            *danger,
            "",
        ]
    )


def _s(seconds: float) -> str:
    return f"{seconds:.1f} s"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _mb(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
