"""The directory of contacts: read from YAML, checked, and held in memory as frozen records.

The files in `directory/` are the one home of every phone number, link and opening hour. This
module reads them once, refuses anything doubtful with a message that names the file and the line,
and answers questions about them. It makes no network call, writes nothing and keeps no state.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import yaml

DEFAULT_PATH = Path(__file__).resolve().parent.parent / "directory"
"""The `directory/` folder beside this package."""

AUDIENCES = ("child", "adult", "professional", "survivor", "unknown")
"""Who may be writing; `unknown` is where the program cannot tell."""

_EVERYDAY = {"beat", "shout", "lifeline", "parentline", "police", "the mix", "social services"}
"""Names of services that are ordinary words."""

NATIONS = ("england", "scotland", "wales", "northern-ireland")
"""Ids of the four nations; each is also the id of an area."""

UK = "uk"
"""The service area that covers all four nations."""

EMERGENCY = "emergency-999"
"""The service that never counts towards the four contacts of an answer."""

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Day names of iCalendar, Monday first, so that the index is `date.weekday()`."""


class DirectoryError(ValueError):
    """The directory is not fit for use; the message names file and line and says what to do."""


@dataclass(frozen=True)
class Period:
    """One stretch of opening, on each of `byday`, in UK local (wall-clock) time.

    `closes_at` at or before `opens_at` means the next day, so 09:00 to 00:00 ends at midnight.
    """

    byday: tuple[str, ...]
    opens_at: time
    closes_at: time


@dataclass(frozen=True)
class Schedule:
    """When a channel is answered.

    `kind` is `always` (24 hours, every day), `weekly` (see `periods`) or `unknown` (no source is
    good enough, so nothing is printed). `bank_holidays` is `open`, `closed`, or None if unknown.
    """

    kind: str
    periods: tuple[Period, ...] = ()
    bank_holidays: str | None = None


@dataclass(frozen=True)
class Channel:
    """One way to reach a service.

    `type` is voice, sms, webchat, textphone, bsl, web, email or post. Exactly one of `number` (as
    a person in the UK dials it), `url` and `address` (email or post) is set.
    """

    type: str
    label: str
    schedules: Schedule
    number: str | None = None
    url: str | None = None
    address: str | None = None
    description: str | None = None
    steps: tuple[str, ...] = ()
    cost: str | None = None
    languages: tuple[str, ...] = ()

    @property
    def href(self) -> str | None:
        """The link behind a tap: tel:, sms:, mailto: or the url; None for a postal address."""
        if self.number is not None:
            scheme = "sms:" if self.type == "sms" else "tel:"
            return scheme + re.sub(r"[^0-9+]", "", self.number)
        if self.url is not None:
            return self.url
        if self.type == "email" and self.address is not None:
            return "mailto:" + self.address
        return None

    @property
    def always_open(self) -> bool:
        """True if a person answers this channel, by voice or text message, at any hour."""
        return self.schedules.kind == "always" and self.type in ("voice", "sms")


@dataclass(frozen=True)
class Offer:
    """Where a service is offered: for these topics and readers, `rank` 1 (first card) to 9.

    `why` is one plain sentence to that reader on why this service.
    """

    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    rank: int
    why: str


@dataclass(frozen=True)
class Questions:
    """What helps when ringing: `opening_line` is a sentence that can be read out."""

    opening_line: str


@dataclass(frozen=True)
class Service:
    """One service, one card. Field names are those of HSDS / Open Referral UK.

    One whose `status` is `withdrawn` has no channels and no offers, whatever its file holds, so that
    words may still name it and nobody is sent there.
    `nation` is worked out when the directory is loaded: the one nation it works in, whose bank
    holidays it keeps; None if it works in several.
    """

    id: str
    name: str
    organization: str
    description: str
    status: str
    eligibility_description: str
    audiences: tuple[str, ...]
    service_areas: tuple[str, ...]
    offers: tuple[Offer, ...]
    channels: tuple[Channel, ...]
    source_urls: tuple[str, ...]
    assured_date: date
    assured_by: str
    review_by: date
    minimum_age: int | None = None
    maximum_age: int | None = None
    replaces: tuple[str, ...] = ()
    also_printed: tuple[str, ...] = ()
    what_happens: tuple[str, ...] = ()
    confidentiality: tuple[str, ...] = ()
    questions: Questions | None = None
    cost: str | None = None
    never_steps_down: bool = False
    nation: str | None = None

    @cached_property
    def names(self) -> frozenset[str]:
        """How people name it: its name, its id, its numbers; in small letters, not where that is an everyday word."""
        name = re.sub(r"[^a-z0-9]+", " ", re.sub(r" \(.*\)$|, .*$", "", self.name).lower()).strip()
        numbers = {channel.number for channel in self.channels if channel.number and channel.number.isdigit()}
        return frozenset({name, self.id.replace("-", " "), *numbers} - _EVERYDAY)

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic it is offered for, in the order of the file, each once."""
        return tuple(dict.fromkeys(topic for offer in self.offers for topic in offer.topics))

    @property
    def uk_wide(self) -> bool:
        """True if it serves all four nations."""
        return UK in self.service_areas

    @property
    def always_open(self) -> bool:
        """True if a person can be rung or texted at any hour."""
        return any(channel.always_open for channel in self.channels)


@dataclass(frozen=True)
class Area:
    """A nation (`id == nation`) or a council area in one.

    `aliases` are other names and towns a person may type; `not_meant` are phrases that hold one of
    them and mean another place ("New South Wales").
    """

    id: str
    name: str
    nation: str
    aliases: tuple[str, ...] = ()
    not_meant: tuple[str, ...] = ()
    gss_code: str | None = None

    @property
    def is_nation(self) -> bool:
        """True for England, Scotland, Wales and Northern Ireland."""
        return self.id == self.nation

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(f" {_plain(name)} " for name in (self.name, *self.aliases))

    @cached_property
    def _phrases_not_meant(self) -> tuple[str, ...]:
        return tuple(f" {_plain(phrase)} " for phrase in self.not_meant)

    def is_in(self, padded: str) -> bool:
        """Whether one of its names is in a plain text with a space at each end."""
        return any(phrase in padded for phrase in self._phrases)

    def without_not_meant(self, padded: str) -> str:
        """Such a text without the phrases that mean another place."""
        for phrase in self._phrases_not_meant:
            padded = padded.replace(phrase, " ")
        return padded


@dataclass(frozen=True, eq=False)
class Directory:
    """All services and areas, checked; make one with `Directory.load()`."""

    _services: Mapping[str, Service] = field(repr=False)
    _areas: Mapping[str, Area] = field(repr=False)

    @classmethod
    def load(cls, path: Path | None = None) -> Directory:
        """Read and check the folder `path` (default: this project's `directory/`).

        Raises DirectoryError on the first thing that is wrong. No date makes loading fail.
        """
        return _load(path or DEFAULT_PATH)

    def service(self, id: str) -> Service:
        """The service with this id, withdrawn or not. Raises KeyError if there is none."""
        return self._services[id]

    @property
    def services(self) -> tuple[Service, ...]:
        """Every service that is not withdrawn, sorted by id."""
        return tuple(service for service in self._services.values() if service.status == "active")

    @property
    def areas(self) -> tuple[Area, ...]:
        """Every area, sorted by id."""
        return tuple(self._areas.values())

    def area(self, id: str) -> Area:
        """The area with this id. Raises KeyError if there is none."""
        return self._areas[id]

    def area_named(self, text: str) -> Area | None:
        """The area that `text` names ("I live in Ely"), or None if it names none.

        Where it names several, what they have in common is taken: a council and its nation give
        the council, two councils of one nation give the nation, two nations give None.
        """
        padded = f" {_plain(text)} "
        for area in self.areas:
            padded = area.without_not_meant(padded)
        found = [area for area in self.areas if area.is_in(padded)]
        local = [area for area in found if not area.is_nation]
        if len(local) == 1 and all(area.nation == local[0].nation for area in found):
            return local[0]
        nations = {area.nation for area in found}
        return self._areas[nations.pop()] if len(nations) == 1 else None

    def serves(self, service: Service, area: str) -> bool:
        """True if `service` is there for the area with this id. Raises KeyError if unknown."""
        return bool({UK, area, self._areas[area].nation} & set(service.service_areas))

    def offers_for(self, topic: str, audience: str) -> tuple[tuple[Service, Offer], ...]:
        """Every (service, offer) for a topic and reader in any area, best rank first.

        An empty tuple where the topic or the audience is not known.
        """
        pairs = [
            (service, offer)
            for service in self.services
            for offer in service.offers
            if topic in offer.topics and audience in offer.audiences
        ]
        return tuple(sorted(pairs, key=lambda pair: (pair[1].rank, pair[0].id)))

    def offers_in(self, topic: str, audience: str, area: str | None, without: Iterable[str] = ()) -> tuple[tuple[Service, Offer], ...]:
        """`offers_for`, but only what serves `area` (an id; None = not known), after `replaces`.

        `without` are ids to leave out first (out of date, or the person suspected), so that what
        they replace comes back. In a known area a stand-in takes the place of what it replaces.
        In an unknown one the general service stays, and its stand-ins and everything of a single
        council are left out. Of equal ranks the more local comes first if the area is known, the
        wider if it is not.
        Raises KeyError if there is no such area.
        """
        gone = set(without)
        pairs = tuple(pair for pair in self.offers_for(topic, audience) if pair[0].id not in gone)
        if area is None:
            offered = {service.id for service, _ in pairs}
            pairs = tuple(pair for pair in pairs if self._breadth(pair[0]) > 0 and not offered & set(pair[0].replaces))
        else:
            pairs = tuple(pair for pair in pairs if self.serves(pair[0], area))
            replaced = {id for service, _ in pairs for id in service.replaces}
            pairs = tuple(pair for pair in pairs if pair[0].id not in replaced)
        sign = -1 if area is None else 1
        return tuple(sorted(pairs, key=lambda pair: (pair[1].rank, sign * self._breadth(pair[0]), pair[0].id)))

    def stale(self, today: date) -> list[Service]:
        """Services past `review_by` that should step down; never 999, 101 or Childline."""
        return [service for service in self.services if service.review_by < today and not service.never_steps_down]

    def _breadth(self, service: Service) -> int:
        """0 for a service of councils, 1 for one of nations, 2 for the whole UK."""
        if service.uk_wide:
            return 2
        return 1 if any(id in NATIONS for id in service.service_areas) else 0


if TYPE_CHECKING:
    _SafeLoader = yaml.SafeLoader
else:
    _SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where there is one: the help card waits for this


class _Loader(_SafeLoader):
    """SafeLoader that leaves dates as text, so that one check of dates serves for all."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

_QUOTED = {"number", "also_printed", "opens_at", "closes_at"}
_HINTS = {
    "number": 'write the number in quotes, as a person in the UK dials it, e.g. "0123 456 7890"',
    "also_printed": "write each number in quotes",
    "opens_at": 'write the time in quotes as "HH:MM"',
    "closes_at": 'write the time in quotes as "HH:MM"',
    "byday": "use MO, TU, WE, TH, FR, SA, SU",
    "schedules": "write always, unknown, or a list of byday, opens_at and closes_at",
    "assured_date": 'write the date in quotes as "YYYY-MM-DD"',
    "review_by": 'write the date in quotes as "YYYY-MM-DD"',
    "topics": "leave it out at the top level; each of the offers names its topics",
}


@dataclass(frozen=True)
class _Source:
    """A YAML file as data, with the node tree that knows on which line each value stands."""

    path: Path
    node: yaml.Node
    data: Any

    def error(self, what: str, *keys: str | int) -> DirectoryError:
        """An error about the value at `keys`, naming file and line."""
        node = _find(self.node, keys)
        return DirectoryError(f"{self.path}:{node.start_mark.line + 1}: {what}")


def _find(node: yaml.Node, keys: Iterable[str | int]) -> yaml.Node:
    """The node at `keys`, or the deepest one on the way there."""
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            inside = [(k, v) for k, v in node.value if k.value == key]
            if not inside:
                break
            node = inside[0][1] if not isinstance(inside[0][1], yaml.CollectionNode) else _headed(*inside[0])
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
    return node


def _headed(key: yaml.Node, value: yaml.CollectionNode) -> yaml.Node:
    """`value` with the mark of its key: a block list begins a line below its name."""
    return type(value)(value.tag, value.value, key.start_mark, value.end_mark)


def _read(path: Path) -> _Source:
    """Read one YAML file. Raises DirectoryError where it is not YAML or has doubtful values."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DirectoryError(f"{path}:1: cannot be read ({error}); save it as UTF-8") from error
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise DirectoryError(f'{path}:1: is not a mapping; begin with "id: …"')
        _refuse_doubtful(path, node)
        return _Source(path, node, loader.construct_document(node))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise DirectoryError(f"{path}:{line}: is not valid YAML ({error.problem}); check indents and quotes") from error
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, DirectoryError):
            raise
        raise DirectoryError(f"{path}:1: is not valid YAML ({error}); correct it") from error
    finally:
        loader.dispose()


def _refuse_doubtful(path: Path, node: yaml.Node, quoted: bool = False) -> None:
    """Refuse keys that stand twice, and numbers and times without quotes.

    YAML would keep the last of two keys without a word, and read 0345 as 229 and 17:00 as 1020.
    """
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode) and quoted and node.style not in ("'", '"'):
        raise DirectoryError(f"{path}:{line}: {node.value} has no quotes; put it in quotes")
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_doubtful(path, item, quoted)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise DirectoryError(f"{path}:{key.start_mark.line + 1}: {key.value} stands twice; keep one of the two")
            seen.add(str(key.value))
            _refuse_doubtful(path, value, key.value in _QUOTED)


def _validate(source: _Source, data: Any, schema: Mapping[str, Any], kind: str, *prefix: str | int) -> None:
    """Hold `data`, found at `prefix` in its file, against `$defs/<kind>`. Raises DirectoryError."""
    validator = jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
    errors = sorted(validator.iter_errors(data), key=lambda error: list(map(str, error.path)))
    if not errors:
        return
    error = errors[0]
    while error.validator == "anyOf" and any(inner.path for inner in error.context):
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    keys: list[str | int] = [*prefix, *error.absolute_path]
    if error.validator == "unevaluatedProperties" or error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        unknown = next((key for key in error.instance if key not in known), None)
        if unknown is not None:
            hint = _HINTS.get(unknown, "correct its spelling or remove it")
            raise source.error(f"{unknown} is not known here; {hint}", *keys, unknown)
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        raise source.error(f"{missing[0]} is missing; add it", *keys)
    if error.validator == "oneOf" and {"number", "url", "address"} & {
        key for option in error.validator_value for key in option.get("required", ())
    }:
        raise source.error("a channel needs exactly one of number, url and address", *keys)
    names = [key for key in keys if isinstance(key, str)]
    hint = _HINTS.get(names[-1], "correct it as directory/schema.json says") if names else ""
    raise source.error(f"{names[-1] if names else kind}: {error.message}; {hint}", *keys)


def _date(source: _Source, text: str, *keys: str | int) -> date:
    """An ISO date. Raises DirectoryError if `text` is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise source.error(f"{text} is not a date; {_HINTS['review_by']}", *keys) from error


def _channel(data: Mapping[str, Any]) -> Channel:
    """A checked mapping as a Channel."""
    raw = data["schedules"]
    holidays = data.get("bank_holidays")
    if isinstance(raw, str):
        schedule = Schedule(raw, bank_holidays=holidays)
    else:
        schedule = Schedule(
            "weekly",
            tuple(
                Period(tuple(item["byday"]), time.fromisoformat(item["opens_at"]), time.fromisoformat(item["closes_at"])) for item in raw
            ),
            holidays,
        )
    return Channel(
        type=data["type"],
        label=data["label"],
        schedules=schedule,
        number=data.get("number"),
        url=data.get("url"),
        address=data.get("address"),
        description=data.get("description"),
        steps=tuple(data.get("steps", ())),
        cost=data.get("cost"),
        languages=tuple(data.get("languages", ())),
    )


def _service(source: _Source, data: Mapping[str, Any], *prefix: str | int) -> Service:
    """A checked mapping as a Service. Raises DirectoryError on a bad date or a double offer."""
    withdrawn = data["status"] == "withdrawn"
    if withdrawn and data.get("never_steps_down"):
        raise source.error(f"{data['id']} never steps down; correct what is wrong with it instead", *prefix, "status")
    cells: set[tuple[str, str]] = set()
    for index, item in enumerate(data["offers"]):
        for cell in ((t, a) for t in item["topics"] for a in item["audiences"]):
            if cell in cells:
                raise source.error(f"offered twice for {cell[0]} and {cell[1]}; keep one", *prefix, "offers", index)
            cells.add(cell)
    questions = data.get("questions")
    tuples: dict[str, Any] = {
        key: tuple(data.get(key, ()))
        for key in ("audiences", "service_areas", "source_urls", "replaces", "also_printed", "what_happens", "confidentiality")
    }
    same: dict[str, Any] = {key: data.get(key) for key in ("minimum_age", "maximum_age", "cost")}
    return Service(
        **{key: data[key] for key in ("id", "name", "organization", "description", "status", "eligibility_description", "assured_by")},
        **tuples,
        **same,
        offers=tuple(
            Offer(tuple(item["topics"]), tuple(item["audiences"]), item["rank"], item["why"]) for item in data["offers"] if not withdrawn
        ),
        channels=tuple(_channel(item) for item in data["channels"] if not withdrawn),
        assured_date=_date(source, data["assured_date"], *prefix, "assured_date"),
        review_by=_date(source, data["review_by"], *prefix, "review_by"),
        questions=Questions(questions["opening_line"]) if questions else None,
        never_steps_down=data.get("never_steps_down", False),
    )


def _load(root: Path) -> Directory:
    """Read, check and join every file below `root`. Raises DirectoryError."""
    try:
        schema = json.loads((root / "schema.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DirectoryError(f"{root / 'schema.json'}:1: cannot be read ({error}); restore it") from error
    areas: dict[str, Area] = {}
    found: dict[str, tuple[Service, _Source, tuple[str | int, ...]]] = {}

    def add(source: _Source, data: Any, *prefix: str | int) -> None:
        _validate(source, data, schema, "service", *prefix)
        service = _service(source, data, *prefix)
        if service.id in found:
            raise source.error(f"{service.id} is already in {found[service.id][1].path}; give one of them another id", *prefix, "id")
        found[service.id] = (service, source, prefix)

    for path in sorted((root / "areas").rglob("*.yml")):
        source = _read(path)
        _validate(source, source.data, schema, "area")
        _same_name(source)
        data = source.data
        if data["id"] in areas:
            raise source.error(f"area {data['id']} stands twice; give it another id", "id")
        areas[data["id"]] = Area(
            data["id"], data["name"], data["nation"], tuple(data.get("aliases", ())), tuple(data.get("not_meant", ())), data.get("gss_code")
        )
        for index, item in enumerate(data.get("services", ())):
            if isinstance(item, dict):
                item = {"service_areas": [data["id"]], **item}
            add(source, item, "services", index)
    for path in sorted((root / "services").rglob("*.yml")):
        source = _read(path)
        add(source, source.data)
        _same_name(source)

    for nation in NATIONS:
        if nation not in areas:
            raise DirectoryError(f"{root / 'areas' / (nation + '.yml')}:1: is missing; each nation needs its file")
    for service, source, prefix in found.values():
        for index, id in enumerate(service.service_areas):
            if id != UK and id not in areas:
                raise source.error(
                    f"{id} is no area; add directory/areas/<nation>/{id}.yml or correct the id", *prefix, "service_areas", index
                )
        for index, id in enumerate(service.replaces):
            if id not in found or id == service.id:
                raise source.error(f"replaces {id}, which is no other service; correct the id", *prefix, "replaces", index)
    services = {id: found[id][0] for id in sorted(found)}
    return Directory(
        {id: replace(service, nation=_nation(service, areas)) for id, service in services.items()}, {id: areas[id] for id in sorted(areas)}
    )


def _nation(service: Service, areas: Mapping[str, Area]) -> str | None:
    """The one nation that `service` works in, or None."""
    nations = {areas[id].nation if id in areas else UK for id in service.service_areas} - {UK}
    return nations.pop() if len(nations) == 1 and not service.uk_wide else None


def _same_name(source: _Source) -> None:
    """Refuse an id that is not its file's name. Raises DirectoryError."""
    id = source.data["id"]
    if id != source.path.stem:
        raise source.error(f"id {id} is not the file name; rename the file to {id}.yml or write id: {source.path.stem}", "id")


def _plain(text: str) -> str:
    """Lower case, no accents, words with one space between them."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters.replace("'", "").replace("\u2019", "")))
