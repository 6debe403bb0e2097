"""Logs that hold no word of what anybody typed."""

from __future__ import annotations

import logging


class WithoutWords(logging.Filter):
    """Leaves of a record only where it came from: any message may quote what a child wrote."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Strip the record; always lets it pass."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        record.msg = f"{record.name}:{record.lineno} {kind}".rstrip()
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        return True


def quiet(process: str, level: int = logging.ERROR) -> None:
    """Log from `level` up for the whole process, without words, under its name."""
    logging.basicConfig(level=level, format=f"%(asctime)s {process} %(levelname)s %(message)s", force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(WithoutWords())
