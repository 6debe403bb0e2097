"""`python -m gateway`: serve until stopped."""

from __future__ import annotations

import logging

import uvicorn

from gateway.app import create_app
from gateway.settings import Settings
from signpost.logs import quiet


def main() -> None:
    """Start the server with the settings of the environment. Access logs stay off: they hold addresses."""
    quiet("gateway", logging.ERROR)
    settings = Settings.from_environment()
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=32 * 1024,
    )


if __name__ == "__main__":
    main()
