"""A contact as a card, in the shape of the wire contract (docs/architecture.md)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from signpost import opening
from signpost.directory import NATIONS, Channel, Directory, Offer, Service

Card = dict[str, Any]

LABEL_OF_NATION = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
}


def card(service: Service, offer: Offer | None, now: datetime, area: str | None) -> Card:
    """The card of one contact.

    Args:
        service: the contact.
        offer: why it is offered here; None where it stands in a plain list.
        now: an aware date and time, for "open now".
        area: where the child lives, if known; a contact of some nations alone is labelled if not.
    """
    why = offer.why if offer else service.description
    return {
        "id": service.id,
        "name": service.name,
        "description": service.description,
        "why": why if area else _labelled(service, why),
        "eligibility": service.eligibility_description,
        "lang": "en",
        "checked": service.assured_date.isoformat(),
        "source_url": service.source_urls[0] if service.source_urls else None,
        "channels": [_channel(channel, service, now) for channel in service.channels],
    }


def snapshot(directory: Directory, now: datetime) -> dict[str, Any]:
    """The whole directory as cards, for `GET /directory.json` and the widget's offline copy."""
    return {
        "services": [card(service, None, now, area="uk") for service in directory.services],
        "areas": [{"id": area.id, "name": area.name, "nation": area.nation} for area in directory.areas],
    }


def _channel(channel: Channel, service: Service, now: datetime) -> Card:
    state = opening.status(channel.schedules, now, service.nation)
    shown: Card = {
        "type": channel.type,
        "label": channel.label,
        "href": channel.href,
        "cost": channel.cost or service.cost,
        "open_now": state.open_now,
        "hours": state.hours,
    }
    optional = {
        "number": channel.number,
        "url": channel.url,
        "address": channel.address,
        "description": channel.description,
        "steps": list(channel.steps) or None,
        "opens_at": state.opens_at.isoformat(timespec="minutes") if state.opens_at else None,
    }
    return shown | {key: value for key, value in optional.items() if value is not None}


def _labelled(service: Service, why: str) -> str:
    """`why` with the nations it is for, where the nation of the child is not known."""
    nations = [LABEL_OF_NATION[nation] for nation in NATIONS if nation in service.service_areas]
    if service.uk_wide or not nations or any(name in why for name in nations):
        return why
    return f"{why} (In {_listed(nations)}.)"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
