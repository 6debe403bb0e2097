"""Starts Rasa: loopback only, no HTTP API, actions in the same process, nothing of what is typed in logs.

Stock Rasa prints messages at INFO and whole transcripts when an action fails, and answers `200 []`
for ever when it has no model or a broken one. Here such a process ends, and so does one that hangs,
so that the supervisor starts it again.
"""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import json
import logging
import os
import shutil
import sys
import tempfile
import time
import warnings
from functools import partial
from pathlib import Path
from typing import Any

from signpost.logs import quiet

ACTION_SECONDS = 3.0
"""How long an action may take before the turn goes on without it."""

HUNG_SECONDS = 20.0
"""A process that does nothing for so long is ended."""

_MOST_BYTES = 16 * 1024
_RETRY_SECONDS = 60.0
_POLL_SECONDS = 2.0
_MODELS = "models"


def main() -> int:
    """Serve the newest model until stopped. Returns a non-zero exit code if there is none."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.update(
        SANIC_REQUEST_MAX_SIZE=str(_MOST_BYTES), SANIC_REQUEST_TIMEOUT="10", SANIC_RESPONSE_TIMEOUT="8", TICKET_LOCK_LIFETIME="8"
    )
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    warnings.simplefilter("ignore")
    _use_own_temporary_folder()

    from rasa.core import run
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.common import update_sanic_log_level
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    quiet("assistant")
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = _in_process_actions(os.environ.get("SIGNPOST_ACTIONS", "actions"))
    port = int(os.environ.get("SIGNPOST_ASSISTANT_PORT", "5005"))
    channels = run.create_http_input_channels(None, "credentials.yml")
    app = run.configure_app(channels, enable_api=False, endpoints=endpoints, port=port)
    app.register_listener(partial(_load, endpoints), "before_server_start")
    app.register_listener(run.close_resources, "after_server_stop")
    update_sanic_log_level()
    app.run(host="127.0.0.1", port=port, backlog=100, workers=1, access_log=False)
    return 0


async def _load(endpoints: Any, app: Any, loop: asyncio.AbstractEventLoop) -> None:
    """Load the model and ask it something; end the process if no words come back."""
    from rasa.core.agent import load_agent

    model = _newest()
    words: list[Any] | None = None
    if model:
        agent = await load_agent(model_path=str(model), endpoints=endpoints, loop=loop)
        words = await agent.handle_text("hello") if agent.is_ready() else None
    if not model or not words:
        why = f"{model} cannot be used" if model else f"there is no trained model in {_MODELS}/"
        print(f"assistant: {why}. Run `make train`.", file=sys.stderr, flush=True)
        _wait_for_another_than(model)
        os._exit(1)
    _remember_rules(agent.processor)
    gc.collect()
    gc.freeze()  # what was loaded stays: not to be gone through again and again during turns
    app.ctx.agent = agent
    app.add_task(_show_life())


def _remember_rules(processor: Any) -> None:
    """Look each rule up once.

    Rasa runs its policies through the graph three times a turn. Here every turn has a fresh tracker,
    and without slots, entities and forms what comes next hangs on the topic and the actions so far alone.
    """
    from rasa.shared.core.events import ActionExecuted

    domain = processor.domain
    if any(slot.influence_conversation for slot in domain.slots) or domain.entities or domain.form_names:
        return
    look_up = processor._predict_next_with_tracker
    known: dict[tuple[str | None, ...], Any] = {}

    def remembered(tracker: Any) -> Any:
        done = (event.action_name for event in tracker.events if isinstance(event, ActionExecuted))
        situation = (tracker.latest_message.intent.get("name"), *done)
        if situation not in known:
            known[situation] = look_up(tracker)
        return known[situation]

    processor._predict_next_with_tracker = remembered


async def _show_life() -> None:
    """Put off the end that comes to a process whose loop stands still (a blocking action, a deadlock)."""
    nowhere = Path(os.devnull).open("w")  # noqa: SIM115, ASYNC230 - for as long as the process lives
    while True:
        faulthandler.dump_traceback_later(HUNG_SECONDS, exit=True, file=nowhere)
        await asyncio.sleep(1)


def _newest() -> Path | None:
    models = sorted(Path(_MODELS).glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)
    return models[-1] if models else None


def _wait_for_another_than(model: Path | None) -> None:
    """Until there is another model, or a while has passed: a start costs a core for many seconds."""
    broken = model and model.stat().st_mtime
    until = time.monotonic() + _RETRY_SECONDS
    while time.monotonic() < until:
        time.sleep(_POLL_SECONDS)
        newest = _newest()
        if (newest and newest.stat().st_mtime) != broken:
            return


def _use_own_temporary_folder() -> None:
    """Rasa unpacks its model there; what a killed process left behind goes at the next start."""
    folder = Path(os.environ.get("SIGNPOST_RUN", ".cache"), "tmp")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    tempfile.tempdir = str(folder)


def _in_process_actions(package: str) -> Any:
    """An endpoint that runs the actions of `package` here: no second process, port or transcript in its log.

    Rasa's open-source releases have no setting for it; `request()` is the one call they make.
    """
    from rasa.core.actions.action import RemoteAction
    from rasa.utils.endpoints import ClientResponseError, EndpointConfig
    from rasa_sdk.executor import ActionExecutor
    from rasa_sdk.interfaces import ActionExecutionRejection

    class InProcess(EndpointConfig):
        def __init__(self) -> None:
            super().__init__(url="http://in-process")
            self._executor = ActionExecutor()
            self._executor.register_package(package)

        async def request(
            self, method: str = "post", subpath: str | None = None, content_type: str | None = None, compress: bool = False, **kwargs: Any
        ) -> Any:
            try:
                return await asyncio.wait_for(self._executor.run(kwargs["json"]), ACTION_SECONDS)
            except ActionExecutionRejection as rejection:
                body = json.dumps({"action_name": rejection.action_name, "error": rejection.message})
                raise ClientResponseError(400, "rejected", body) from None

    # Rasa checks its own schema against the schema of schemas at each action: three quarters of a
    # turn. The answer comes from this process, and the gateway checks what a person will see.
    RemoteAction._validate_action_result = lambda action, result: isinstance(result, dict)
    return InProcess()


if __name__ == "__main__":
    sys.exit(main())
