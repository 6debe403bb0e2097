"""The directory: every file is sound, every reader is served, and nothing withheld is printed."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from signpost import words
from signpost.directory import (
    AUDIENCES,
    DEFAULT_PATH,
    EMERGENCY,
    Channel,
    Directory,
    DirectoryError,
    Offer,
    Schedule,
    Service,
)

ROOT = DEFAULT_PATH.parent
FILES = sorted(DEFAULT_PATH.glob("services/*.yml")) + sorted(DEFAULT_PATH.glob("areas/**/*.yml"))
SCHEMA = json.loads((DEFAULT_PATH / "schema.json").read_text(encoding="utf-8"))
DIRECTORY = Directory.load()
PLACES = [None, *(area.id for area in DIRECTORY.areas)]
NOT_FOR_CHILDREN = {
    "nspcc-helpline",
    "nspcc-whistleblowing",
    "posh",
    "family-lives",
    "youngminds-parents",
    "mens-advice-line",
    "napac",
    "revenge-porn-helpline",
    "crimestoppers",
    "victim-support",
    "respect-phoneline",
    "galop",
}
RASA_OWN = {"nlu_fallback", "session_start", "restart", "back"}


def topics() -> list[str]:
    """Intents of domain.yml; else the names of the files in data/; else what is offered."""
    domain = ROOT / "domain.yml"
    if domain.exists():
        intents = yaml.safe_load(domain.read_text(encoding="utf-8")).get("intents") or []
        names = {next(iter(item)) if isinstance(item, dict) else item for item in intents}
    else:
        names = {path.stem for folder in ("topics", "talk") for path in (ROOT / "data" / folder).glob("*.yml")}
    names -= RASA_OWN
    return sorted(names or {topic for service in DIRECTORY.services for topic in service.topics})


def cards_for(topic: str, audience: str, area: str | None) -> list[tuple[Service, Offer]]:
    """The four contacts of an answer, as routing picks them on a day when all are in date."""
    pairs = [pair for pair in DIRECTORY.offers_in(topic, audience, area) if pair[0].id != EMERGENCY]
    chosen = pairs[:4]
    if not any(service.always_open for service, _ in chosen):
        chosen = chosen[:3] + [pair for pair in pairs[4:] if pair[0].always_open][:1]
    return chosen


def cells() -> list[tuple[str, str]]:
    return [(topic, audience) for topic in [*topics(), "help"] for audience in AUDIENCES]


def validator(kind: str) -> Any:
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_fits_schema_and_is_named_after_its_id(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    validator("area" if "areas" in path.parts else "service").validate(data)
    assert data["id"] == path.stem


def test_withheld_fits_schema() -> None:
    validator("withheld").validate(yaml.safe_load((DEFAULT_PATH / "withheld.yml").read_text(encoding="utf-8")))


def test_directory_is_loaded_whole() -> None:
    services = {path.stem for path in DEFAULT_PATH.glob("services/*.yml")}
    assert all(DIRECTORY.service(id) for id in services)
    assert {area.id for area in DIRECTORY.areas} == {path.stem for path in DEFAULT_PATH.glob("areas/**/*.yml")}


def test_offered_topics_are_topics() -> None:
    known = {*topics(), "help"}
    for service in DIRECTORY.services:
        assert set(service.topics) <= known, f"{service.id}: {set(service.topics) - known}"


@pytest.mark.parametrize(("topic", "audience"), cells())
def test_everybody_finds_a_uk_wide_and_an_open_contact(topic: str, audience: str) -> None:
    pairs = [pair for pair in DIRECTORY.offers_for(topic, audience) if pair[0].id != EMERGENCY]
    first = [service for service, offer in pairs if offer.rank <= 4]
    assert any(service.uk_wide for service, _ in pairs)
    assert any(service.always_open for service in first)
    assert any(service.uk_wide and service.always_open for service, _ in pairs)


@pytest.mark.parametrize(("topic", "audience"), cells())
@pytest.mark.parametrize("area", PLACES)
def test_cards_are_few_and_one_is_always_open(topic: str, audience: str, area: str | None) -> None:
    cards = cards_for(topic, audience, area)
    ids = [service.id for service, _ in cards]
    assert 1 <= len(ids) <= 4
    assert len(set(ids)) == len(ids)
    assert EMERGENCY not in ids
    assert any(service.always_open for service, _ in cards)
    # The best contact that serves this place is never crowded out.
    offers = DIRECTORY.offers_in(topic, audience, area)
    first = next(service.id for service, _ in offers if service.id != EMERGENCY)
    assert first in ids
    if audience in ("child", "unknown"):
        assert "childline" in ids
    else:
        assert "childline" not in ids


@pytest.mark.parametrize("topic", topics())
def test_children_are_never_sent_to_lines_for_adults(topic: str) -> None:
    for service, _ in DIRECTORY.offers_for(topic, "child"):
        assert service.id not in NOT_FOR_CHILDREN
        assert "child" in service.audiences, service.id
        assert (service.minimum_age or 0) < 18, service.id


@pytest.mark.parametrize("topic", topics())
def test_childline_leads_for_children(topic: str) -> None:
    ranks = {service.id: offer.rank for service, offer in DIRECTORY.offers_for(topic, "child")}
    assert ranks["childline"] == (2 if topic == "danger_now" else 1)


@pytest.mark.parametrize("topic", topics())
def test_offers_to_somebody_unknown_say_whom_they_are_for(topic: str) -> None:
    for service, offer in DIRECTORY.offers_for(topic, "unknown"):
        assert offer.why.startswith("If you are "), (service.id, offer.why)


@pytest.mark.parametrize("topic", ["being_hurt", "friend_worry", "report_abuse", "professional_concern", "staff_concern"])
def test_a_worried_adult_is_given_the_council_the_nspcc_or_the_police(topic: str) -> None:
    for audience in ("adult", "professional"):
        ids = {service.id for service, _ in cards_for(topic, audience, "england")}
        assert {"council-finder-govuk", "nspcc-helpline", "police-101"} <= ids


def test_local_teams_take_the_place_of_the_general_ones() -> None:
    def ids(area: str | None) -> list[str]:
        return [service.id for service, _ in DIRECTORY.offers_in("report_abuse", "adult", area)]

    assert ids("cambridgeshire")[0] == "cambs-childrens-social-care"
    assert ids("peterborough")[0] == "peterborough-childrens-social-care"
    assert ids("scotland")[0] == "scotland-social-work"
    assert ids("wales")[0] == "wales-social-services"
    assert ids("northern-ireland")[0] == "ni-gateway-finder"
    assert ids("england")[0] == ids(None)[0] == "council-finder-govuk"
    assert "police-101" in ids("england") and "police-101" not in ids("scotland")
    local = {"cambs-childrens-social-care", "cambs-peterborough-edt", "psni-101"}
    assert not local & set(ids(None))
    assert "peterborough-childrens-social-care" not in ids("cambridgeshire")


def test_what_is_left_out_gives_its_place_back() -> None:
    gone = ["cambs-childrens-social-care"]
    ids = [service.id for service, _ in DIRECTORY.offers_in("report_abuse", "adult", "cambridgeshire", without=gone)]
    assert ids[0] == "council-finder-govuk" and not set(gone) & set(ids)


def test_emergency_services_are_offered_to_everybody_for_urgent_topics() -> None:
    for topic in (
        "danger_now",
        "being_hurt",
        "friend_worry",
        "report_abuse",
        "self_harm",
        "sexual_assault",
        "domestic_abuse",
        "running_away",
        "exploitation",
        "harmful_practices",
        "professional_concern",
        "access_needs",
    ):
        for audience in AUDIENCES:
            assert EMERGENCY in [s.id for s, _ in DIRECTORY.offers_for(topic, audience)]
    assert DIRECTORY.offers_for("danger_now", "child")[0][0].id == EMERGENCY


def test_numbers_come_through_yaml_as_strings() -> None:
    for path in FILES:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for item in data.get("services", [data]) if "areas" in path.parts else [data]:
            if "channels" not in item:
                continue
            service = DIRECTORY.service(item["id"])
            for channel, loaded in zip(item["channels"], service.channels, strict=True):
                if "number" in channel:
                    assert isinstance(channel["number"], str)
                    again = yaml.safe_load(yaml.safe_dump({"number": channel["number"]}))
                    assert again["number"] == loaded.number == channel["number"]
                    assert f'number: "{loaded.number}"' in path.read_text("utf-8")


def test_nothing_withheld_stands_in_any_file() -> None:
    withheld = yaml.safe_load((DEFAULT_PATH / "withheld.yml").read_text("utf-8"))["withheld"]
    for item in withheld:
        if "service" in item:
            numbers = [channel.number for channel in DIRECTORY.service(item["service"]).channels]
            assert item["number"] not in numbers
            continue
        for path in FILES:
            text = path.read_text(encoding="utf-8").casefold()
            if "address" in item:
                assert not re.search(rf"(?<![\w.-]){re.escape(item['address'].casefold())}", re.sub(r"(https?://)www\.", r"\1", text)), (
                    path,
                    item,
                )
            else:
                spaced = r"[ \-]?".join(digits(item["number"]))
                assert not re.search(rf"(?<!\d){spaced}(?!\d)", text), (path, item)


def test_a_number_belongs_to_one_service() -> None:
    shared = {"101", "18001101", "111", "18001111"}
    seen: dict[str, str] = {}
    for service in DIRECTORY.services:
        for channel in service.channels:
            if channel.number and digits(channel.number) not in shared:
                assert seen.setdefault(digits(channel.number), service.id) == service.id


def test_a_withdrawn_contact_is_offered_to_nobody_and_its_number_is_gone(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "services" / "nspcc-helpline.yml"
    path.write_text(path.read_text("utf-8").replace("status: active", "status: withdrawn"), encoding="utf-8")
    directory = Directory.load(folder)
    assert "nspcc-helpline" not in {service.id for service in directory.services}
    assert words.fill("Ring the [[nspcc-helpline]].", directory) == "Ring the NSPCC Helpline."
    for topic, audience in cells():
        assert "nspcc-helpline" not in {service.id for service, _ in directory.offers_for(topic, audience)}


def test_what_a_withdrawn_contact_replaced_comes_back(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "areas" / "england" / "peterborough.yml"
    path.write_text(path.read_text("utf-8").replace("status: active", "status: withdrawn", 1), encoding="utf-8")
    ids = [service.id for service, _ in Directory.load(folder).offers_in("report_abuse", "adult", "peterborough")]
    assert ids[0] == "council-finder-govuk"


def test_the_lines_that_never_step_down_cannot_be_withdrawn(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "services" / "childline.yml"
    path.write_text(path.read_text("utf-8").replace("status: active", "status: withdrawn"), encoding="utf-8")
    with pytest.raises(DirectoryError, match="never steps down"):
        Directory.load(folder)


def test_only_the_three_lines_never_step_down() -> None:
    kept = {service.id for service in DIRECTORY.services if service.never_steps_down}
    assert kept == {"emergency-999", "police-101", "childline"}
    late = DIRECTORY.stale(date(2099, 1, 1))
    assert {service.id for service in late} == {s.id for s in DIRECTORY.services} - kept
    assert DIRECTORY.stale(date(2026, 11, 21)) == []


def test_links_behind_a_tap() -> None:
    unknown = Schedule("unknown")
    assert Channel("voice", "Call", unknown, number="0800 1111").href == "tel:08001111"
    assert Channel("sms", "Text", unknown, number="85258").href == "sms:85258"
    assert Channel("email", "Email", unknown, address="a@b.org").href == "mailto:a@b.org"
    assert Channel("web", "Website", unknown, url="https://b.org/").href == "https://b.org/"
    assert Channel("post", "Write", unknown, address="1 Road").href is None


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Cambridge", "cambridgeshire"),
        ("i live in ELY", "cambridgeshire"),
        ("st. neots, england", "cambridgeshire"),
        ("peterborough", "peterborough"),
        ("cambridge or peterborough", "england"),
        ("Scottish", "scotland"),
        ("Cymru", "wales"),
        ("northern ireland", "northern-ireland"),
        ("London", "england"),
        ("im in New South Wales", None),
        ("glasgow or leeds", None),
        ("lonely", None),
        ("in march he hit me", None),
        ("", None),
    ],
)
def test_area_named(text: str, area: str | None) -> None:
    named = DIRECTORY.area_named(text)
    assert (named.id if named else None) == area


def test_bank_holidays_follow_the_nation() -> None:
    nations = {
        id: DIRECTORY.service(id).nation for id in ("childline", "police-101", "scotland-domestic-abuse", "cambs-childrens-social-care")
    }
    assert nations == {
        "childline": None,
        "police-101": None,
        "scotland-domestic-abuse": "scotland",
        "cambs-childrens-social-care": "england",
    }


def copied(to: Path) -> Path:
    folder = to / "directory"
    shutil.copytree(DEFAULT_PATH, folder)
    return folder


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(index for index, line in enumerate(lines, 1) if text in line)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("services/shout.yml", 'number: "85258"', "number: 85258", "quotes"),
        ("services/childline.yml", 'number: "0800 1111"', "number: 0800 1111", "quotes"),
        ("services/childline.yml", 'number: "0800 1111"', 'number: "0800 one"', "in quotes"),
        ("services/childline.yml", '- "0800 11 11"', "- 0800 11 11", "quotes"),
        ("services/karma-nirvana.yml", 'opens_at: "09:00"', "opens_at: 9:00", "quotes"),
        ("services/karma-nirvana.yml", 'opens_at: "09:00"', 'opens_at: "25:00"', "HH:MM"),
        ("services/karma-nirvana.yml", "- MO\n", "- MON\n", "MO, TU"),
        ("services/shout.yml", "id: shout", "id: shouting", "shouting.yml"),
        ("services/shout.yml", "organization:", "organisation:", "organisation is not known"),
        ("services/shout.yml", 'review_by: "2027-05-21"', 'review_by: "2027-13-21"', "YYYY-MM-DD"),
        ("services/shout.yml", 'review_by: "2027-05-21"', "review_by: 21/5/2027", "YYYY-MM-DD"),
        ("services/shout.yml", "status: active", "status: active\nstatus: active", "twice"),
        ("services/psni-101.yml", "- police-101", "- police-102", "police-102"),
        ("services/psni-101.yml", "- northern-ireland", "- ulster", "ulster is no area"),
        ("services/shout.yml", "name: Shout", "name: [Shout", "valid YAML"),
        ("services/shout.yml", "- uk", "- uk\ntopics: [self_harm]", "topics"),
        ("areas/wales.yml", "nation: wales", "nation: cymru", "nation"),
        ("areas/england/cambridgeshire.yml", 'number: "0345 045 5203"', "number: 0345 045 5203", "quotes"),
        ("areas/england/cambridgeshire.yml", "id: cambs-childrens-social-care", "id: shout", "another id"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    folder = copied(tmp_path)
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    line = line_of(path, old.splitlines()[0])
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DirectoryError) as caught:
        Directory.load(folder)
    message = str(caught.value)
    found = re.match(r"(.+\.yml):(\d+): (.+)", message)
    assert found and says in found[3], message
    if "another id" in says:  # found when the second of the two is read
        assert Path(found[1]) == folder / "services" / "shout.yml"
        return
    assert Path(found[1]) == path
    assert abs(int(found[2]) - line) <= 1, (message, line)


def test_a_missing_field_and_a_file_that_is_no_text_are_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "services" / "shout.yml"
    path.write_text(path.read_text("utf-8").replace("status: active\n", ""), encoding="utf-8")
    with pytest.raises(DirectoryError, match=r"shout\.yml:\d+: status is missing; add it"):
        Directory.load(folder)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DirectoryError, match=r"shout\.yml:1: cannot be read"):
        Directory.load(folder)
    path.write_text("", encoding="utf-8")
    with pytest.raises(DirectoryError, match=r"shout\.yml:1: "):
        Directory.load(folder)


def test_the_same_offer_twice_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "services" / "fearless.yml"
    path.write_text(
        path.read_text("utf-8").replace(
            "offers:\n", "offers:\n  - topics:\n      - exploitation\n    audiences:\n      - child\n    rank: 9\n    why: Again.\n"
        ),
        encoding="utf-8",
    )
    with pytest.raises(DirectoryError, match="offered twice for exploitation and child"):
        Directory.load(folder)


def test_no_date_makes_loading_fail(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    path = folder / "services" / "shout.yml"
    for year in ("1999", "2999"):
        text = re.sub(r'review_by: "\d{4}', f'review_by: "{year}', path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
        assert Directory.load(folder).service("shout").review_by.year == int(year)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match=r"schema\.json"):
        Directory.load(tmp_path)
