"""`python -m rasa_components.train`: train the assistant and say how it goes."""

from __future__ import annotations

import logging
import os
import sys
import warnings

from signpost import examples


def main() -> int:
    """Train from domain.yml, config.yml and data/ into models/. Returns the exit code."""
    warnings.simplefilter("ignore")
    os.environ["LOG_LEVEL"] = "ERROR"  # Rasa then shows no progress bars of its own, one line per step
    import rasa
    from rasa.utils.log_utils import configure_structlog

    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    configure_structlog(logging.WARNING)
    pairs = examples.load()
    print(f"Learning from {len(pairs):,} examples of {len({topic for _, topic in pairs})} topics ...", flush=True)
    result = rasa.train(domain="domain.yml", config="config.yml", training_files="data", output="models", force_training=True)
    if not result.model:
        print("Training failed: see above.", file=sys.stderr)
    return result.code


if __name__ == "__main__":
    sys.exit(main())
