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
from signpost.text import plain
from signpost.topics import NO_MATCH

AT_MOST = 4
"""Contacts in one answer (SAFETY.md, guarantee 3: right also means few)."""

_GOOD, _ENOUGH = 4, 3
"""The last rank of a good contact. Where so many good ones are there, no other is added to them."""

_LEAD = 2
"""Contacts of an answer that give way to none of those that were told before."""

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
    offers = _in_force(directory, topic, knowledge, now) or _in_force(directory, NO_MATCH, knowledge, now)
    emergency = [chosen for chosen in offers if chosen[0].id == EMERGENCY]
    others = [chosen for chosen in offers if chosen[0].id != EMERGENCY]
    good = [chosen for chosen in others if chosen[1].rank <= _GOOD]
    best = (good if len(good) >= _ENOUGH else others)[:AT_MOST]
    if not any(service.always_open for service, _ in best):
        spare = [chosen for chosen in others + _in_force(directory, NO_MATCH, knowledge, now) if chosen[0].always_open]
        best = best[: AT_MOST - 1] + [chosen for chosen in spare if chosen[0].id != EMERGENCY][:1]
    if not best and not emergency:
        return _last_resort(directory, knowledge)
    if knowledge.area is None:
        best.sort(key=lambda chosen: not chosen[0].uk_wide)
    return emergency + best


def leads_back(service: Service, suspects: Iterable[str]) -> bool:
    """Whether a contact is the people who are the worry. 999 never counts as such: it is all there is."""
    return service.id != EMERGENCY and any(suspect in _RUN_BY and _RUN_BY[suspect].search(service.organization) for suspect in suspects)


def named(directory: Directory, words: str, knowledge: Knowledge) -> tuple[Chosen, ...]:
    """The contacts that a question names ("is 101 free"), as far as they are for this reader and lead back to nobody."""
    asked = _asked(words)
    return tuple(
        (service, Offer((), (), 1, service.description))
        for service in directory.services
        if _is_in(asked, service)
        and (knowledge.audience == "unknown" or knowledge.audience in service.audiences)
        and (knowledge.area is None or directory.serves(service, knowledge.area))
        and not leads_back(service, knowledge.suspects)
    )


def is_named(service: Service, words: str) -> bool:
    """Whether the words name a service by its name or number."""
    return _is_in(_asked(words), service)


def _is_in(asked: str, service: Service) -> bool:
    return any(f" {name} " in asked for name in service.names)


def _asked(words: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', plain(words)))} "


def up_to_date(directory: Directory, contacts: Iterable[Chosen], now: datetime) -> list[Chosen]:
    """`contacts` without those past their date."""
    stale = {service.id for service in _stale(directory, now)}
    return [one for one in contacts if one[0].id not in stale]


def _stale(directory: Directory, now: datetime) -> list[Service]:
    return directory.stale(now.astimezone(opening.LONDON).date())


def first(chosen: list[Chosen]) -> list[Chosen]:
    """The first contact of an answer, the emergency services not counted; empty where there is none."""
    return [one for one in chosen if one[0].id != EMERGENCY][:1]


def beside(chosen: list[Chosen], wanted: Iterable[Chosen], uk_first: bool = False) -> list[Chosen]:
    """`chosen` with contacts in it that must not be lost, the most wanted first.

    Args:
        chosen: an answer's contacts. Its first stays, its second nearly always, and a line that is always open.
        wanted: what else must be in sight, as far as there is room.
        uk_first: whether those of the whole UK stand first, because the nation is not known.
    """
    wanted = list(wanted)
    counted = [one for one in chosen if one[0].id != EMERGENCY]
    best = _each_once([*counted[:_LEAD], *wanted, *counted[_LEAD:]])
    shown = best[:AT_MOST]
    if not any(service.always_open for service, _ in shown):
        order = {service.id: place for place, (service, _) in reversed(list(enumerate(wanted)))}
        gives_way = max(reversed(shown[1:]), key=lambda one: order.get(one[0].id, len(wanted)))
        shown = [one for one in shown if one is not gives_way] + [one for one in best if one[0].always_open][:1]
    ids = {service.id for service, _ in shown}
    together = _each_once([one for one in chosen if one[0].id == EMERGENCY or one[0].id in ids] + shown)
    return sorted(together, key=lambda one: not one[0].uk_wide) if uk_first else together


def _each_once(contacts: list[Chosen]) -> list[Chosen]:
    by_id: dict[str, Chosen] = {}
    for one in contacts:
        by_id.setdefault(one[0].id, one)
    return list(by_id.values())


def beside_emergency(chosen: list[Chosen], others: list[Chosen]) -> list[Chosen]:
    """`chosen` with the emergency services of `others` before it, unless it holds them."""
    if any(service.id == EMERGENCY for service, _ in chosen):
        return chosen
    return [one for one in others if one[0].id == EMERGENCY] + chosen


def _in_force(directory: Directory, topic: str, knowledge: Knowledge, now: datetime) -> list[Chosen]:
    """The offers for this person that are neither out of date nor lead back to the worry."""
    left_out = {service.id for service in _stale(directory, now)}
    if knowledge.suspects:
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
