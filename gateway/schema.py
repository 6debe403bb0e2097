"""The published description of the wire contract, and whether a message fits it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fastjsonschema

DESCRIPTION: dict[str, Any] = json.loads(Path(__file__).with_name("openapi.json").read_text(encoding="utf-8"))

_check = fastjsonschema.compile(
    {"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/components/schemas/Message", "components": DESCRIPTION["components"]}
)


def check_message(message: object) -> None:
    """Raises ValueError if `message` is no message of the contract; its words are not quoted."""
    try:
        _check(message)
    except fastjsonschema.JsonSchemaException:
        raise ValueError("not a message of the contract") from None
