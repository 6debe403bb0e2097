"""Whether a contact is open, when it next opens, and its hours in plain English.

All times are UK local (Europe/London). Where nothing is certain the answer says so (None), because
"open now" about a closed line costs a frightened person more than silence does. Bank holidays come
from the list inside the package `govuk-bank-holidays`; nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from govuk_bank_holidays.bank_holidays import BankHolidays

from signpost.directory import DAYS, Period, Schedule

LONDON = ZoneInfo("Europe/London")

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

LOOK_AHEAD = 15
"""Days searched for the next opening: more than the longest Christmas, with a weekly session."""

_DIVISIONS = {
    "england": BankHolidays.ENGLAND_AND_WALES,
    "wales": BankHolidays.ENGLAND_AND_WALES,
    "scotland": BankHolidays.SCOTLAND,
    "northern-ireland": BankHolidays.NORTHERN_IRELAND,
}


@dataclass(frozen=True)
class Opening:
    """The state of one channel at one moment.

    `open_now` is None where it is not known. `opens_at` is the next certain opening, aware and in
    Europe/London, and None while open, or if it is not known. `hours` is "" where not known.
    """

    open_now: bool | None
    opens_at: datetime | None
    hours: str


def status(schedule: Schedule, at: datetime, nation: str | None) -> Opening:
    """The state of `schedule` at the moment `at` (aware; any time zone).

    `nation` is the nation whose bank holidays the service keeps (`Service.nation`), None if
    it is not one nation; a day that is a holiday in only some of them is then uncertain. A day is
    uncertain, too, where the schedule does not say what it does on bank holidays, and after the
    end of the list of holidays. Raises ValueError if `at` is naive, KeyError for an unknown nation.
    """
    if at.tzinfo is None or at.utcoffset() is None:
        raise ValueError("at has no time zone; pass an aware datetime")
    hours = in_words(schedule)
    if schedule.kind == "always":
        return Opening(True, None, hours)
    if schedule.kind != "weekly":
        return Opening(None, None, hours)
    now = at.astimezone(timezone.utc)
    today = at.astimezone(LONDON).date()
    doubtful = False
    following: datetime | None = None
    # Yesterday first: its opening may run past midnight.
    for offset in range(-1, LOOK_AHEAD):
        day = today + timedelta(days=offset)
        kept = _keeps_hours(schedule, day, nation)
        if kept is False:
            continue
        for period in schedule.periods:
            if DAYS[day.weekday()] not in period.byday:
                continue
            opens, closes = _moments(period, day)
            if opens <= now < closes:
                if kept:
                    return Opening(True, None, hours)
                doubtful = True
            elif opens > now and kept and (following is None or opens < following):
                following = opens
        if following is not None and following.astimezone(LONDON).date() <= day:
            break
    opens_at = following.astimezone(LONDON) if following else None
    return Opening(None if doubtful else False, opens_at, hours)


def in_words(schedule: Schedule) -> str:
    """The hours as a person would say them, e.g. "Monday to Friday, 9am to 5pm"; "" if unknown."""
    if schedule.kind == "always":
        return "Every day, 24 hours"
    if schedule.kind != "weekly":
        return ""
    parts = [
        f"{_days(period.byday)}, {_clock(period.opens_at)} to {_clock(period.closes_at)}"
        if period.opens_at != period.closes_at
        else f"{_days(period.byday)}, 24 hours"
        for period in schedule.periods
    ]
    if schedule.bank_holidays == "closed":
        parts.append("closed on bank holidays")
    return "; ".join(parts)


@cache
def _holidays(division: str) -> tuple[frozenset[date], date]:
    """The known bank holidays of a division, and the last day that the list reaches."""
    known = BankHolidays(use_cached_holidays=True).get_holidays(division=division)
    days = frozenset(holiday["date"] for holiday in known)
    return days, date(max(days).year, 12, 31)


def _is_holiday(day: date, nation: str | None) -> bool | None:
    """True or False; None if the nations differ or the list does not reach that far."""
    divisions = set(_DIVISIONS.values()) if nation is None else {_DIVISIONS[nation]}
    answers = set()
    for division in divisions:
        days, last = _holidays(division)
        answers.add(None if day > last else day in days)
    return answers.pop() if len(answers) == 1 else None


def _keeps_hours(schedule: Schedule, day: date, nation: str | None) -> bool | None:
    """Whether the week's hours hold on `day`: not on a holiday if closed, None if uncertain."""
    if schedule.bank_holidays == "open":
        return True
    holiday = _is_holiday(day, nation)
    if holiday is False:
        return True
    return False if holiday and schedule.bank_holidays == "closed" else None


def _moments(period: Period, day: date) -> tuple[datetime, datetime]:
    """Start and end of `period` on `day`, in UTC, so that they compare across a clock change."""
    end = day if period.closes_at > period.opens_at else day + timedelta(days=1)
    return tuple(  # type: ignore[return-value]
        datetime.combine(on, clock, LONDON).astimezone(timezone.utc) for on, clock in ((day, period.opens_at), (end, period.closes_at))
    )


def _days(byday: tuple[str, ...]) -> str:
    """Day names in words: "Every day", "Monday to Friday", "Tuesday and Thursday"."""
    indexes = sorted(DAYS.index(day) for day in byday)
    if len(indexes) == len(DAYS):
        return "Every day"
    names = [DAY_NAMES[index] for index in indexes]
    if len(indexes) > 2 and indexes[-1] - indexes[0] == len(indexes) - 1:
        return f"{names[0]} to {names[-1]}"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _clock(moment: time) -> str:
    """A time in words: "9am", "2.30pm", "noon", "midnight"."""
    if moment == time(0):
        return "midnight"
    if moment == time(12):
        return "noon"
    hour = moment.hour % 12 or 12
    minutes = f".{moment.minute:02d}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"
