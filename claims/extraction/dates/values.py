"""The calendar behind the words: which day, week, month or year, and how TIMEX3 writes it.

Values follow TimeML 1.2.1 over ISO 8601: 2018-04-25, 2018-W17, 2018-W17-WE, 2018-04, 2018-Q2, 2018-SU, 2018, 201 (a
decade), 20 (a century), P3D, PT2H. `direction` is -1 for a past, +1 for a future and 0 for an unknown tense."""

import calendar
import datetime as dt
from collections.abc import Callable

from claims.extraction.dates.words import SEASON_MONTHS

_DAYS = {"D": 1, "W": 7, "WE": 7}
_A_SEASON = 100  # days
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def shifted(day: dt.date, count: int, unit: str) -> dt.date:
    """`day` moved by so many units of a calendar designator; months keep the day where they have it.

    OverflowError or ValueError where that leaves the calendar (year 1 to 9999)."""
    if unit in _DAYS:
        return day + dt.timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def at_grain(day: dt.date, unit: str) -> str:
    """The value of the day, week, month … that `day` lies in."""
    iso = day.isocalendar()
    match unit:
        case "D":
            return day.isoformat()
        case "W":
            return f"{iso.year}-W{iso.week:02d}"
        case "WE":
            return f"{iso.year}-W{iso.week:02d}-WE"
        case "M":
            return f"{day:%Y-%m}"
        case "Q":
            return f"{day.year}-Q{quarter_of(day)}"
        case "Y":
            return f"{day.year:04d}"
        case "E":
            return f"{day.year // 10:03d}"
        case _:
            return f"{day.year // 100:02d}"


def quarter_of(day: dt.date) -> int:
    return (day.month - 1) // 3 + 1


def duration(count: int | None, unit: str) -> str:
    """'P3D', 'PT2H'; an unknown number is an X: 'PXD'. A minute's designator is the small m."""
    number = "X" if count is None else str(count)
    return f"PT{number}{unit.upper()}" if unit in "SmH" else f"P{number}{unit}"


def weekday(published: dt.date, wanted: int, direction: int) -> dt.date:
    """The ISO weekday `wanted` nearest before `published` or on it; after it, or on it, for a future tense."""
    back = (published.isoweekday() - wanted) % 7
    return published - dt.timedelta(days=back) if direction <= 0 else published + dt.timedelta(days=-back % 7)


def year_on_side(published: dt.date, made: Callable[[int], dt.date], direction: int) -> int:
    """The year that puts `made(year)` on `published` or next after it for a future, next before it for any other."""
    years = range(published.year - 1, published.year + 2)
    if direction > 0:
        return min((year for year in years if made(year) >= published), default=published.year)
    return max((year for year in years if made(year) <= published), default=published.year)


def nearest_year(published: dt.date, made: Callable[[int], dt.date], direction: int) -> int:
    """The year in which `made(year)` lies nearest to `published`, else on the side that the tense asks for.

    What is less than a season away needs no telling on which side it lies, so that there the tense is not asked;
    further away an unknown tense is a past one, as news goes."""
    years = range(published.year - 1, published.year + 2)
    nearest = min(years, key=lambda year: abs((made(year) - published).days))
    if abs((made(nearest) - published).days) < _A_SEASON:
        return nearest
    return year_on_side(published, made, direction)


def year_of_month(published: dt.date, month: int, direction: int) -> int:
    """The year of a month named without one. A month is past or future as a whole, the present one either."""
    return nearest_year(published.replace(day=1), lambda year: dt.date(year, month, 1), direction)


def year_of_pointed_month(published: dt.date, month: int, direction: int) -> int:
    """The year of "last June" (-1) or "next June" (1); in June itself that is a year away."""
    present = published.replace(day=1)
    if published.month == month:
        return published.year + direction
    return year_on_side(present, lambda year: dt.date(year, month, 1), direction)


def year_of_day(published: dt.date, month: int, day: int, direction: int) -> int:
    """The year of a day named without one."""
    return nearest_year(published, lambda year: _clamped(year, month, day), direction)


def _clamped(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def year_of_quarter(published: dt.date, quarter: int, direction: int) -> int:
    """A quarter later in the year than now is last year's, unless the tense is future.

    The one that has just ended is past in any tense: "expects to report a loss for the third quarter"."""
    year, present = published.year, quarter_of(published)
    if quarter % 4 + 1 == present:
        return year if present > 1 else year - 1
    if quarter > present:
        return year if direction > 0 else year - 1
    return year + 1 if direction > 0 and quarter < present else year


def year_of_season(published: dt.date, season: str, direction: int, *, pointed: bool = False) -> int:
    """The year that a season named without one began in; `pointed` where "last" or "next" says on which side."""
    year_of = year_of_pointed_month if pointed else year_of_month
    return year_of(published, SEASON_MONTHS[season], direction)


def thanksgiving(year: int) -> dt.date:
    """The fourth Thursday of November (United States)."""
    return nth_weekday(year, 11, 4, 4)


def nth_weekday(year: int, month: int, wanted: int, count: int) -> dt.date:
    """The first, second, third … ISO weekday `wanted` of a month; the one before the first for a `count` of 0."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(wanted - first.isoweekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches, by the Gauss and Lichtenberg reckoning."""
    century = year // 100
    moon_shift = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun_shift = 2 - (3 * century + 3) // 4
    golden = year % 19
    seed = (19 * golden + moon_shift) % 30
    full_moon = 21 + seed - (seed + golden // 11) // 29
    first_sunday = 7 - (year + year // 4 + sun_shift) % 7
    days = full_moon + 7 - (full_moon - first_sunday) % 7
    return dt.date(year, 3, 1) + dt.timedelta(days=days - 1)
