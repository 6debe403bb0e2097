"""Logs that hold no word of what anybody typed, and no core file that could."""

from __future__ import annotations

import logging
import resource
import sys
import threading
from types import TracebackType


class WithoutWords(logging.Filter):
    """Leaves of a record only where it came from: any message may quote what a child wrote."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Strip the record; always lets it pass."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        record.msg = f"{record.name}:{record.lineno} {kind}".rstrip()
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return True


def quiet(process: str) -> None:
    """Log errors of the whole process, without words, under its name; warnings and crashes too.

    What Python would print by itself (a warning, an error in a thread) may quote a message as well.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.basicConfig(level=logging.ERROR, format=f"%(asctime)s {process} %(levelname)s %(message)s", force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(WithoutWords())
    logging.captureWarnings(True)

    def report(kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        if kind is not None and not issubclass(kind, KeyboardInterrupt):
            logging.getLogger(where.tb_frame.f_code.co_filename if where else "unknown").error("", exc_info=(kind, error, where))  # type: ignore[arg-type]

    sys.excepthook = report
    threading.excepthook = lambda failed: report(failed.exc_type, failed.exc_value, failed.exc_traceback)
    sys.unraisablehook = lambda failed: report(failed.exc_type, failed.exc_value, failed.exc_traceback)
