"""Opening hours: right on every half hour of a year, across clock changes and bank holidays."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays  # type: ignore[import-untyped]

from signpost.directory import DAYS, Directory, Period, Schedule
from signpost.opening import LONDON, Opening, in_words, status

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")


def weekly(opens: str, closes: str, days: tuple[str, ...] = WEEKDAYS, holidays: str | None = "closed") -> Schedule:
    return Schedule("weekly", (Period(days, time.fromisoformat(opens), time.fromisoformat(closes)),), holidays)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def half_hours() -> list[datetime]:
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    return [start + timedelta(minutes=30 * step) for step in range(366 * 48)]


def test_always_and_unknown() -> None:
    now = at("2026-12-25T03:00")
    assert status(Schedule("always"), now, None) == Opening(True, None, "Every day, 24 hours")
    assert status(Schedule("unknown"), now, "wales") == Opening(None, None, "")


@pytest.mark.parametrize("nation", ["england", "scotland", "wales", "northern-ireland"])
def test_a_year_of_half_hours(nation: str) -> None:
    division = "england-and-wales" if nation in ("england", "wales") else nation
    holidays = {item["date"] for item in BankHolidays(use_cached_holidays=True).get_holidays(division=division)}
    schedule = weekly("09:30", "17:00")
    before: Opening | None = None
    for moment in half_hours():
        local = moment.astimezone(LONDON)
        expected = local.weekday() < 5 and local.date() not in holidays and time(9, 30) <= local.time() < time(17)
        result = status(schedule, moment, nation)
        assert result.open_now is expected, local
        if expected:
            assert result.opens_at is None
            if before and before.open_now is False:
                assert before.opens_at == moment
        else:
            opens = result.opens_at
            assert opens is not None and opens > moment
            assert opens.time() == time(9, 30) and opens.weekday() < 5
            assert opens.date() not in holidays
        before = result


def test_a_year_of_half_hours_past_midnight() -> None:
    schedule = weekly("18:00", "02:00", ("FR", "SA"), "open")
    for moment in half_hours():
        local = moment.astimezone(LONDON)
        day, clock = local.weekday(), local.time()
        expected = (day in (4, 5) and clock >= time(18)) or (day in (5, 6) and clock < time(2))
        assert status(schedule, moment, None).open_now is expected, local


def test_midnight_as_the_end_and_whole_days() -> None:
    late = weekly("08:00", "00:00", DAYS, "open")
    assert status(late, at("2026-03-10T23:59"), None).open_now is True
    after = status(late, at("2026-03-11T00:00"), None)
    assert after == Opening(False, at("2026-03-11T08:00"), "Every day, 8am to midnight")
    whole = weekly("00:00", "00:00", ("SA", "SU"), "open")
    assert status(whole, at("2026-03-14T00:00"), None).open_now is True
    assert status(whole, at("2026-03-15T23:59"), None).open_now is True
    assert status(whole, at("2026-03-16T00:00"), None).open_now is False
    assert in_words(whole) == "Saturday and Sunday, 24 hours"


def test_clock_changes() -> None:
    schedule = weekly("09:00", "17:00", DAYS, "open")
    spring = datetime(2026, 3, 29, 8, 0, tzinfo=timezone.utc)  # 9am, British Summer Time
    assert status(schedule, spring, None).open_now is True
    assert status(schedule, spring - timedelta(minutes=1), None).opens_at == spring
    autumn = datetime(2026, 10, 25, 9, 0, tzinfo=timezone.utc)  # 9am, Greenwich Mean Time
    assert status(schedule, autumn, None).open_now is True
    assert status(schedule, autumn - timedelta(minutes=1), None).opens_at == autumn
    night = weekly("22:00", "04:00", DAYS, "open")
    for day in (date(2026, 3, 28), date(2026, 10, 24)):
        start = datetime.combine(day, time(22), LONDON).astimezone(timezone.utc)
        end = datetime.combine(day + timedelta(days=1), time(4), LONDON).astimezone(timezone.utc)
        moment = start
        while moment < end:
            assert status(night, moment, None).open_now is True
            moment += timedelta(minutes=30)
        assert status(night, end, None).open_now is False


def test_bank_holidays_per_nation() -> None:
    schedule = weekly("10:00", "16:00")
    second = at("2026-01-02T12:00")  # a holiday in Scotland only
    assert status(schedule, second, "england").open_now is True
    assert status(schedule, second, "scotland").open_now is False
    assert status(schedule, second, None).open_now is None
    orange = at("2026-07-13T12:00")  # in Northern Ireland only
    assert status(schedule, orange, "northern-ireland").open_now is False
    assert status(schedule, orange, "wales").open_now is True


def test_christmas_opens_again_after_it() -> None:
    closed = status(weekly("10:00", "16:00"), at("2026-12-25T12:00"), "england")
    assert closed.open_now is False
    assert closed.opens_at == at("2026-12-29T10:00")  # Monday the 28th stands in for Boxing Day


def test_a_holiday_that_the_schedule_does_not_speak_of_is_uncertain() -> None:
    schedule = weekly("09:00", "17:00", holidays=None)
    inside = status(schedule, at("2026-12-25T12:00"), "england")
    assert inside.open_now is None and inside.opens_at == at("2026-12-29T09:00")
    assert status(schedule, at("2026-12-25T20:00"), "england").open_now is False
    assert status(schedule, at("2026-12-24T12:00"), "england").open_now is True
    assert status(weekly("09:00", "17:00", DAYS, "open"), at("2026-12-25T12:00"), None).open_now is True


def test_beyond_the_list_of_holidays_nothing_is_claimed() -> None:
    far = status(weekly("09:00", "17:00"), at("2099-06-03T12:00"), "england")
    assert far.open_now is None and far.opens_at is None
    assert status(weekly("09:00", "17:00"), at("2099-06-06T12:00"), "england").open_now is False


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        status(Schedule("always"), datetime(2026, 1, 1), None)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (weekly("09:00", "17:00", holidays=None), "Monday to Friday, 9am to 5pm"),
        (weekly("10:00", "16:00"), "Monday to Friday, 10am to 4pm; closed on bank holidays"),
        (weekly("09:30", "12:00", ("TU", "TH"), "open"), "Tuesday and Thursday, 9.30am to noon"),
        (weekly("12:00", "14:05", ("MO", "WE", "FR"), None), "Monday, Wednesday and Friday, noon to 2.05pm"),
        (weekly("00:00", "01:00", ("SU",), None), "Sunday, midnight to 1am"),
    ],
)
def test_in_words(schedule: Schedule, words: str) -> None:
    assert in_words(schedule) == words


def test_every_channel_of_the_directory_has_a_state() -> None:
    directory = Directory.load()
    now = datetime(2026, 11, 21, 18, 0, tzinfo=timezone.utc)
    for service in directory.services:
        for channel in service.channels:
            opening = status(channel.schedules, now, service.nation)
            assert (opening.hours == "") == (channel.schedules.kind == "unknown")
