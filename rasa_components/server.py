"""Starts Rasa: loopback only, no HTTP API, actions in the same process, nothing of what is typed in logs.

Stock Rasa prints messages at INFO and whole transcripts when an action fails, and answers `200 []`
for ever when it has no model. Here a missing model ends the process, so that the supervisor knows.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import warnings
from typing import Any

from signpost.logs import quiet

ACTION_SECONDS = 3.0
"""How long an action may take before the turn goes on without it."""

_MOST_BYTES = 16 * 1024


def main() -> int:
    """Serve the newest model until stopped. Returns a non-zero exit code if there is none."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.update(
        SANIC_REQUEST_MAX_SIZE=str(_MOST_BYTES), SANIC_REQUEST_TIMEOUT="10", SANIC_RESPONSE_TIMEOUT="8", TICKET_LOCK_LIFETIME="8"
    )
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    warnings.simplefilter("ignore")

    from rasa.core import run
    from rasa.core.utils import AvailableEndpoints
    from rasa.model import get_latest_model
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    quiet("assistant")
    model = get_latest_model("models")
    if model is None:
        print("assistant: no trained model in models/. Run `make train`.", file=sys.stderr)
        return 1
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = _in_process_actions()
    run.serve_application(
        model_path=model,
        interface="127.0.0.1",
        port=int(os.environ.get("SIGNPOST_ASSISTANT_PORT", "5005")),
        credentials="credentials.yml",
        enable_api=False,
        endpoints=endpoints,
    )
    return 0


def _in_process_actions() -> Any:
    """An endpoint that runs `actions/` here: no second process, port or transcript in its log.

    Rasa's open-source releases have no setting for it; `request()` is the one call they make.
    """
    from rasa.utils.endpoints import ClientResponseError, EndpointConfig
    from rasa_sdk.executor import ActionExecutor
    from rasa_sdk.interfaces import ActionExecutionRejection

    class InProcess(EndpointConfig):
        def __init__(self) -> None:
            super().__init__(url="http://in-process")
            self._executor = ActionExecutor()
            self._executor.register_package("actions")

        async def request(
            self, method: str = "post", subpath: str | None = None, content_type: str | None = None, compress: bool = False, **kwargs: Any
        ) -> Any:
            try:
                return await asyncio.wait_for(self._executor.run(kwargs["json"]), ACTION_SECONDS)
            except ActionExecutionRejection as rejection:
                body = json.dumps({"action_name": rejection.action_name, "error": rejection.message})
                raise ClientResponseError(400, "rejected", body) from None

    return InProcess()


if __name__ == "__main__":
    sys.exit(main())
