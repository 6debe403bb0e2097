"""Somebody who is being watched: short neutral lines, taps in place of typing, and a way back."""

from __future__ import annotations

import re

from signpost.text import plain

NEUTRAL_WORD = "weather"
"""Typed alone, it brings the help back. Nobody wonders at it on a screen; `{word}` in the wordings."""

_WATCHED = re.compile(
    r"\b(?:watching|looking at|reading|checking|behind|next to|beside|sat (?:by|next to|with)|over (?:my|her|his)) (?:me|my (?:shoulder|phone|screen|messages?))\b"
    r"|\b(?:see|sees|reads?|checks?|hear|hears) (?:my|what i) (?:screen|phone|messages?|type|write|say|chats?)\b"
    r"|(?<!she )(?<!he )(?<!they )(?<!who )\b(?:can'?t|cannot|cant) (?:type|talk|speak|say|write|tlk)\b(?!.{0,20}\b(?:english|to (?:anyone|my|her|him|them)|about)\b)"
    r"|\b(?:he|she|they|mum|mam|mom|dad|stepdad|bf|husband|someone)(?:'?s| is|'?re| are)? (?:looking|watching|listening)\b"
    r"|^(?:gtg|g2g|brb|got to go)\b.{0,20}\b(?:coming|here|back)\b|^shh+\b"
)
_ALONE = re.compile(
    r"\b(?:i'?m|im|i am) (?:alone|on my own|by myself|out|safe) now\b|\b(?:he|she|they)(?:'?s|'?ve| has| have)? (?:gone|left|went) (?:out|away|to (?:work|bed|sleep))\b|\bcan (?:type|talk) now\b"
)


def now(message: str, before: bool) -> bool:
    """Whether the writer is being watched after this message; `before` holds until words end it."""
    text = plain(message)
    return bool(_WATCHED.search(text)) or (before and not _ALONE.search(text))


def calls_back(message: str) -> bool:
    """Whether the message is the neutral word and nothing else."""
    return plain(message).strip(" .!?,") == NEUTRAL_WORD
