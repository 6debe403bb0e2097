"""How long understanding takes inside Rasa, from normaliser to decision, and what it weighs.

Runs in the assistant's environment and prints JSON; `evaluate.py` puts it into the report.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main(messages: list[str]) -> None:
    """Parse each message once, on one core."""
    warnings.simplefilter("ignore")
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from rasa.core.agent import Agent
    from rasa.model import get_latest_model
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    agent = Agent.load(get_latest_model("models"))

    async def timed(message: str) -> float:
        began = time.perf_counter()
        await agent.parse_message(message)
        return (time.perf_counter() - began) * 1000

    async def all_timed() -> list[float]:
        for message in messages[:10]:  # the first few load what is loaded late
            await timed(message)
        return sorted([await timed(message) for message in messages])

    times = asyncio.run(all_timed())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"median_ms": times[len(times) // 2], "p99_ms": times[int(len(times) * 0.99)], "megabytes": megabytes}))


if __name__ == "__main__":
    main(json.load(sys.stdin))
