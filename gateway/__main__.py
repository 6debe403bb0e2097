"""`python -m gateway`: serve until stopped."""

from __future__ import annotations

import resource

import uvicorn

from gateway.app import Gateway
from gateway.connections import HEAD_SECONDS, patient_for
from gateway.settings import Settings
from signpost.logs import quiet


def main() -> None:
    """Start the server with the settings of the environment. Access logs stay off: they hold addresses."""
    settings = Settings.from_environment()
    gateway = Gateway(settings)
    quiet("gateway")
    _, most_files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))  # each slow client holds one
    if settings.metrics_port:
        gateway.metrics.serve(settings.metrics_host, settings.metrics_port)
    uvicorn.run(
        gateway.app(),
        http=patient_for(HEAD_SECONDS, gateway.help),
        ws="none",
        host=settings.host,
        port=settings.port,
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=3,
        h11_max_incomplete_event_size=32 * 1024,
    )


if __name__ == "__main__":
    main()
