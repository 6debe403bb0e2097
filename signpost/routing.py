"""Routing: which contacts, in which order, for this topic and this person, at this moment.

The order itself is data: each service says in its own file for which topics and readers it is
offered, at which rank and why. Here are only the rules that no single file can know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from signpost import opening
from signpost.conversation import Knowledge
from signpost.directory import AUDIENCES, Directory, Offer, Service
from signpost.topics import NO_MATCH

AT_MOST = 4
"""Contacts in one answer (SAFETY.md, guarantee 3: right also means few)."""

_GOOD, _ENOUGH = 4, 3
"""The last rank of a good contact. Where so many good ones are there, no other is added to them."""

EMERGENCY = "emergency-999"

_CLOSED_STEPS_BACK = 3
"""Ranks that a service loses while all its lines are known to be closed."""

_RUN_BY = {"police": re.compile(r"\bpolice\b|\bconstabulary\b", re.IGNORECASE)}
"""The organisations of services that are the very people who are the worry (guarantee 7)."""

Chosen = tuple[Service, Offer]


def choose(directory: Directory, topic: str, knowledge: Knowledge, now: datetime) -> list[Chosen]:
    """The contacts for a topic, best first.

    Args:
        directory: all contacts.
        topic: a topic's name; one that no service serves gets the contacts of `no_match`.
        knowledge: what the conversation knows.
        now: an aware date and time.

    Returns:
        At most four contacts, one of them answered at any hour, and before them the emergency
        services where the topic calls for them (they do not count). While the nation is not
        known, those of the whole UK stand first.
    """
    general = _in_force(directory, NO_MATCH, knowledge, now)
    offers = _in_force(directory, topic, knowledge, now) or general
    emergency = [chosen for chosen in offers if chosen[0].id == EMERGENCY]
    others = [chosen for chosen in offers if chosen[0].id != EMERGENCY]
    good = [chosen for chosen in others if chosen[1].rank <= _GOOD]
    best = (good if len(good) >= _ENOUGH else others)[:AT_MOST]
    if not any(service.always_open for service, _ in best):
        spare = [chosen for chosen in others + general if chosen[0].always_open and chosen[0].id != EMERGENCY]
        best = best[: AT_MOST - 1] + spare[:1]
    if not best and not emergency:
        return _last_resort(directory, knowledge)
    if knowledge.area is None:
        best.sort(key=lambda chosen: not chosen[0].uk_wide)
    return emergency + best


def leads_back(service: Service, suspects: Iterable[str]) -> bool:
    """Whether a contact is the people who are the worry. 999 never counts as such: it is all there is."""
    return service.id != EMERGENCY and any(suspect in _RUN_BY and _RUN_BY[suspect].search(service.organization) for suspect in suspects)


def beside(chosen: list[Chosen], others: list[Chosen]) -> list[Chosen]:
    """`chosen` with the first of `others` in it, in the place of its last if it is full.

    The first two of `chosen` keep their places, and so does its only line that is always open.
    """
    first = next((other for other in others if other[0].id != EMERGENCY), None)
    if first is None or first[0].id in {service.id for service, _ in chosen}:
        return chosen
    counted = [one for one in chosen if one[0].id != EMERGENCY]
    if len(counted) >= AT_MOST:
        lasting = [one for one in [first, *counted] if one[0].always_open]
        gives_way = next(one for one in reversed(counted) if lasting != [one])
        chosen = [one for one in chosen if one is not gives_way]
    return [*chosen, first]


def beside_emergency(chosen: list[Chosen], others: list[Chosen]) -> list[Chosen]:
    """`chosen` with the emergency services of `others` before it, unless it holds them."""
    if any(service.id == EMERGENCY for service, _ in chosen):
        return chosen
    return [one for one in others if one[0].id == EMERGENCY] + chosen


def _in_force(directory: Directory, topic: str, knowledge: Knowledge, now: datetime) -> list[Chosen]:
    """The offers for this person that are neither out of date nor lead back to the worry."""
    left_out = {service.id for service in directory.stale(now.astimezone(opening.LONDON).date())}
    left_out.update(service.id for service in directory.services if leads_back(service, knowledge.suspects))
    offers = directory.offers_in(topic, knowledge.audience, knowledge.area, without=left_out)
    return sorted(offers, key=lambda chosen: chosen[1].rank + _CLOSED_STEPS_BACK * _closed(chosen[0], now))


def _last_resort(directory: Directory, knowledge: Knowledge) -> list[Chosen]:
    """When all else is out of date: the contacts that never step down, for this person."""
    audiences = {knowledge.audience} if knowledge.audience != "unknown" else set(AUDIENCES)
    lasting = [service for service in directory.services if service.never_steps_down and audiences.intersection(service.audiences)]
    return [(service, Offer((), (), 1, service.description)) for service in lasting]


def _closed(service: Service, now: datetime) -> bool:
    """Whether every line that a person answers is known to be closed at this moment."""
    lines = [c for c in service.channels if c.type in ("voice", "sms", "webchat", "textphone", "bsl")]
    states = [opening.status(line.schedules, now, service.nation).open_now for line in lines]
    return bool(states) and all(state is False for state in states)
