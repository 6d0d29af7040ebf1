"""Absolute dates: days, months, years, decades, centuries, seasons, quarters, and lists of days of one month."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from accordingto.mentions.times.calendar import SEASONS, shift
from accordingto.mentions.times.grammar import Here, Matched, Piece, Rule, Sense
from accordingto.model import TimeKind

NEAR_YEAR = 2050
"""Four figures up to this are a year wherever they stand alone; news of our time seldom counts to 1,950 without a comma."""
SOON = 2
"""Months ahead within which a month is the coming one where no verb tells (TimeBank, even documents)."""
SOON_DAY = 3
"""Months ahead up to which a day is the coming one where no verb tells."""
FAR = 8
"""Months ahead within which a month is the coming one where a verb looks ahead; a later one would be given its year."""
OLD_YEAR = 1900
"""Four figures before this are a year only behind a preposition."""


def dated(year: int | None, month: int, day: int | None, here: Here, matched: Matched) -> Sense | None:
    """A month or a day of one, its year stated, or else the nearest in the direction of the clause."""
    if day is not None and not 1 <= day <= 31:
        return None
    anchor = None
    if year is None:
        if here.day is None:
            return _unanchored(month, day)
        year, anchor = _year(month, day, here, matched), here.anchor
    if day is None:
        return Sense(TimeKind.DATE, f"{year:04d}-{month:02d}", anchor=anchor)
    try:
        return Sense(TimeKind.DATE, date(year, month, day).isoformat(), anchor=anchor)
    except ValueError:
        return None


def _unanchored(month: int, day: int | None) -> Sense | None:
    if day is not None and day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    return Sense(TimeKind.DATE, f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))


def _year(month: int, day: int | None, here: Here, matched: Matched) -> int:
    """The year that puts a day nearest to the anchor; a month lies behind it unless the clause looks ahead or it comes soon."""
    assert here.day is not None
    ahead = (month - here.day.month) % 12
    if day and matched.has("wd") and (stated := _year_of_weekday(month, day, here.day, matched.number("wd"))):
        return stated
    if day and matched.before() == "ended":
        return here.day.year - ((month, day) > (here.day.month, here.day.day))
    if day and 2 < ahead <= 6:
        looks = here.direction(matched.first, matched.last)
        if looks < 0 or (looks == 0 and ahead > SOON_DAY):
            return here.day.year - (month > here.day.month)
    if day:
        return here.day.year + (here.day.month + ahead > 12) if ahead <= 6 else here.day.year - (month > here.day.month)
    looks = here.direction(matched.first, matched.last)
    if ahead and ((looks > 0 and ahead <= FAR) or (looks == 0 and ahead <= SOON)):
        return here.day.year + (month < here.day.month)
    return here.day.year - (month > here.day.month)


def _year_of_weekday(month: int, day: int, anchor: date, weekday: int) -> int | None:
    """The year nearest to the anchor's in which a day falls on the weekday that is stated with it."""
    for year in sorted(range(anchor.year - 5, anchor.year + 6), key=lambda year: abs(year - anchor.year)):
        if day <= monthrange(year, month)[1] and date(year, month, day).isoweekday() == weekday:
            return year
    return None


def days_of_month(matched: Matched, here: Here) -> Sense | list[Piece] | None:
    """``2 May``, ``May 2, 2023``, ``12–15 May``, ``March 17, 18 and 19``: an expression a day."""
    month = matched.number("mon")
    year = matched.number("year") if matched.has("year") else None
    days = [
        at for at in matched.range("days") if isinstance(matched.words.worths[at], int) and matched.words.worths[at]
    ]
    if not days:
        return None
    night = _night_of(matched)
    if night and matched.words.lower[matched.first - 2] == "night":
        days = days[:1]
    found = []
    for place, at in enumerate(days):
        sense = dated(year, month, int(matched.words.worths[at]), here, matched)
        if sense is None:
            return None
        if night:
            sense = replace(sense, kind=TimeKind.TIME, value=f"{sense.value}T{night}")
        first = matched.first if place == 0 else at
        last = matched.last if place == len(days) - 1 else at + 1
        found.append(Piece(first, last, sense, "date"))
    if night:
        start = matched.first - 2
        found[0] = replace(found[0], first=start - (start > 0 and matched.words.lower[start - 1] == "the"))
    return found if night or len(found) > 1 else found[0].sense


def _night_of(matched: Matched) -> str | None:
    """The letters of the part of day in "the night of 2 to 3 May", "the nights of March 17, 18 and 19"."""
    if matched.before() != "of" or matched.first < 2:
        return None
    word = matched.words.lower[matched.first - 2].removesuffix("s")
    return {"night": "NI", "morning": "MO", "evening": "EV", "afternoon": "AF"}.get(word)


def month_alone(matched: Matched, here: Here) -> Sense | None:
    """A month by its name; one that is also a common word needs a preposition, or a capital where none is due."""
    word = matched.lower("mon")
    if word in ("may", "march") and not _month_word(matched, here, word):
        return None
    if matched.words.text[matched.words.starts[matched.first]].islower() or matched.before().isdigit():
        return None
    short = matched.last - matched.first == 1 and len(word) < 5 and word not in ("june", "july", "may")
    if short and matched.before() not in here.beside["before_month"]:
        return None  # Jan, a first name
    return dated(None, matched.number("mon"), None, here, matched)


def _month_word(matched: Matched, here: Here, word: str) -> bool:
    before = matched.before()
    if before in here.beside["before_month"]:
        return before != "of" or not matched.words.capital(matched.last)
    if before in ("and", "or"):
        return (
            matched.first > 1
            and isinstance(matched.words.worths[matched.first - 2], int)
            and bool(matched.words.worths[matched.first - 2])
        )
    if word == "march" and before == "the":
        return matched.after().isalpha() and matched.after() != "on"
    return word == "march" and bool(before) and before.isalpha() and not matched.words.capital(matched.first - 1)


def month_year(matched: Matched, here: Here) -> Sense | None:
    """``May 2023``, ``May of 2023``."""
    return dated(matched.number("year"), matched.number("mon"), None, here, matched)


def month_of_year(matched: Matched, here: Here) -> Sense | None:
    """``May last year``, ``September of this year``."""
    if here.day is None:
        return _unanchored(matched.number("mon"), None)
    year = here.day.year + matched.number("rel")
    return Sense(TimeKind.DATE, f"{year:04d}-{matched.number('mon'):02d}", anchor=here.anchor)


def month_beside(matched: Matched, here: Here) -> Sense | None:
    """``last May``: the last that is over; ``next May``; ``this May``: of the anchor's year."""
    month, rel = matched.number("mon"), matched.number("rel")
    if here.day is None:
        return _unanchored(month, None)
    year = here.day.year
    if rel < 0:
        year -= month >= here.day.month
    elif rel > 0:
        year += month <= here.day.month
    return Sense(TimeKind.DATE, f"{year:04d}-{month:02d}", anchor=here.anchor)


def day_beside(matched: Matched, here: Here) -> Sense | None:
    """``last Oct. 23``: the last that is over."""
    month, day, rel = matched.number("mon"), matched.number("day"), matched.number("rel")
    if here.day is None:
        return _unanchored(month, day)
    that, today = (month, day), (here.day.month, here.day.day)
    return dated(here.day.year + (-(that >= today) if rel < 0 else that <= today), month, day, here, matched)


def iso(matched: Matched, _: Here) -> Sense | None:
    """``2023-05-02``, perhaps with a clock time."""
    value = matched.lower("iso").upper()
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return None
    return Sense(TimeKind.TIME if "T" in value else TimeKind.DATE, value[:16])


def slashed(matched: Matched, here: Here) -> Sense | None:
    """``2/5/2023``: day and month where figures or points tell which is which, else only the year."""
    word = matched.lower("date")
    first, second, year = (int(part) for part in word.replace(".", "/").split("/"))
    if year < 100:
        pivot = (here.day.year if here.day else 2030) + 10
        year += 2000 if 2000 + year <= pivot else 1900
    day, month = (second, first) if second > 12 else (first, second)
    if "." not in word and first <= 12 and second <= 12 and first != second:
        return Sense(TimeKind.DATE, f"{year:04d}")
    return dated(year, month, day, here, matched) if 1 <= month <= 12 else None


def year_alone(matched: Matched, here: Here) -> Sense | None:
    """A year in figures; not a count, a price or a number of something."""
    year, before, after = matched.number("year"), matched.before(), matched.after()
    named = matched.last - matched.first > 1
    close = matched.first > 0 and matched.words.ends[matched.first - 1] == matched.words.starts[matched.first]
    if after in here.beside["after_count"] or after.isdigit():
        return None
    behind = before in ("in", "since", "of", "from", "until", "between", "by") and not after.endswith("s")
    if not (named or behind or OLD_YEAR <= year <= NEAR_YEAR):
        return None
    if not named and year % 100 == 0 and before not in here.beside["before_year"] and after.endswith("s"):
        return None
    if close and before not in here.beside["before_year"] and not before.endswith(("'", "’")):
        return None
    return Sense(TimeKind.DATE, f"{year:04d}")


def year_range(matched: Matched, _: Here) -> list[Piece] | None:
    """``1990-91``, ``2014–2016``: two years."""
    first, second = matched.number("year"), matched.number("second")
    if second < 100:
        second += first // 100 * 100
    if not OLD_YEAR <= first < second <= NEAR_YEAR or second - first > 99:
        return None
    at = matched.range("second").start
    pair = ((matched.first, at - 1, first), (at, at + 1, second))
    return [Piece(a, b, Sense(TimeKind.DATE, f"{year:04d}"), "year") for a, b, year in pair]


def year_spelt(matched: Matched, _: Here) -> Sense | None:
    """``nineteen ninety-six``, ``two thousand and four``, as broadcasts are written down."""
    numbers = [int(matched.words.worths[at]) for at in matched.range("spelt") if matched.words.worths[at]]
    if numbers[:2] == [2, 1000] and sum(numbers[2:]) < 50 and matched.has("named") | (len(numbers) > 2):
        return Sense(TimeKind.DATE, f"{2000 + sum(numbers[2:]):04d}")
    if (
        len(numbers) in (2, 3)
        and numbers[0] in (18, 19, 20)
        and 10 <= sum(numbers[1:]) <= 99
        and (len(numbers) == 2 or numbers[2] < 10 <= numbers[1])
    ):
        return Sense(TimeKind.DATE, f"{numbers[0] * 100 + sum(numbers[1:]):04d}")
    return None


def month_spelt(matched: Matched, here: Here) -> Sense | None:
    """``January nineteen ninety-seven``."""
    year = year_spelt(matched, here)
    return dated(int(year.value), matched.number("mon"), None, here, matched) if year else None


def decade(matched: Matched, here: Here) -> Sense | None:
    """``the 1990s``, ``the late ’80s``, ``the nineties``."""
    worth = matched.worth("decade")
    digits = "".join(char for char in matched.lower("decade") if char.isdigit())
    figure = int(digits) if digits else int(worth)
    if figure < 100 and (matched.before() in here.beside["owner"] or (digits and matched.last - matched.first == 1)):
        return None  # a man in his 40s
    if figure < 100:
        figure += 1900
    mod = matched.string("mod") if matched.has("mod") else None
    return Sense(TimeKind.DATE, f"{figure // 10:03d}", mod)


def century(matched: Matched, _: Here) -> Sense | None:
    """``the 20th century``."""
    number = ordinal(matched, "ord")
    return (
        Sense(TimeKind.DATE, f"{number - 1:02d}", matched.string("mod") if matched.has("mod") else None)
        if 1 <= number <= 21
        else None
    )


def ordinal(matched: Matched, name: str) -> int:
    """``first``, ``21st``, ``twenty-first``."""
    return sum(int(matched.words.worths[at]) for at in matched.range(name))


def season(matched: Matched, here: Here) -> Sense | None:
    """``last summer``, ``spring 2022``, ``since the spring``: a bare one needs a preposition before it."""
    letters = matched.string("season")
    mod = matched.string("mod") if matched.has("mod") else None
    if matched.has("year"):
        return Sense(TimeKind.DATE, f"{matched.number('year'):04d}-{letters}", mod)
    bare = not matched.has("rel") and not matched.has("mod")
    if bare and matched.before() not in here.beside["before_season"]:
        return None
    if matched.lower("season") == "fall" and (
        matched.lower("rel") == "the" or (bare and matched.before() not in here.beside["before_fall"])
    ):
        return None  # what somebody or something does
    if here.day is None:
        return Sense(TimeKind.DATE, f"XXXX-{letters}", mod)
    return Sense(TimeKind.DATE, f"{_season_year(matched, here, letters):04d}-{letters}", mod, here.anchor)


def _season_year(matched: Matched, here: Here, letters: str) -> int:
    assert here.day is not None
    year, first = here.day.year, SEASONS[letters]
    begun = date(year, first, 1) <= here.day
    over = (shift(date(year, first, 1), "M", 3) or here.day) <= here.day
    if letters == "WI" and here.day.month < 3:
        begun, over, year = True, False, year - 1
    word = matched.lower("rel")
    if word in ("last", "past", "previous"):
        return year if over else year - 1
    if word in ("next", "coming", "upcoming"):
        return year + 1 if begun else year
    if word == "this" or here.direction(matched.first, matched.last) > 0:
        return year if not over or word == "this" else year + 1
    return year if begun else year - 1


def quarter(matched: Matched, here: Here) -> Sense | None:
    """``the third quarter``, ``next year’s first quarter``, ``the first half of 2012``."""
    number = ordinal(matched, "ord")
    letter = "H" if matched.has("half") else "Q"
    if not 1 <= number <= (2 if letter == "H" else 4):
        return None
    mod = matched.string("mod") if matched.has("mod") else None
    if matched.has("year"):
        return Sense(TimeKind.DATE, f"{matched.number('year'):04d}-{letter}{number}", mod)
    if here.day is None:
        return Sense(TimeKind.DATE, f"XXXX-{letter}{number}", mod)
    if matched.has("rel"):
        year = here.day.year + matched.number("rel")
    else:
        months = 6 if letter == "H" else 3
        begun = here.day.month > (number - 1) * months
        ahead = here.direction(matched.first, matched.last) > 0
        year = here.day.year if begun or ahead else here.day.year - 1
    return Sense(TimeKind.DATE, f"{year:04d}-{letter}{number}", mod, here.anchor)


def quarter_adjective(matched: Matched, here: Here) -> Sense | list[Piece] | None:
    """``the third-quarter results``: without the article."""
    sense = quarter(matched, here)
    article = matched.words.lower[matched.first] in ("the", "its")
    return [Piece(matched.first + article, matched.last, sense, "quarter")] if sense else None


def solstice(matched: Matched, here: Here) -> Sense | None:
    """``midsummer``, as its month."""
    return dated(None, matched.number("mon"), None, here, matched)


def fiscal(matched: Matched, _: Here) -> Sense | None:
    """``fiscal 2010``, ``fiscal year 2010``: the year by its name, since each body begins its own."""
    return Sense(TimeKind.DATE, f"{matched.number('year'):04d}")


RULES = (
    Rule("iso", "iso=ISO", iso),
    Rule("slashed", "date=SLASHED", slashed),
    Rule("date", "(wd=WDAY COMMA?)? days=DAYS OF? mon=MON (COMMA? year=YEAR)?", days_of_month),
    Rule("date", "(wd=WDAY COMMA?)? THE days=(ORDINALDIGITS|ORD) OF mon=MON (COMMA? year=YEAR)?", days_of_month),
    Rule("date", "(wd=WDAY COMMA? THE?)? mon=MON THE? days=DAYS (COMMA year=YEAR)?", days_of_month),
    Rule("date", "(wd=WDAY COMMA? THE?)? mon=MON THE? days=DAYNUM COMMA? year=YEAR", days_of_month),
    Rule("month", "mon=MON COMMA? OF? year=YEAR", month_year),
    Rule("month", "mon=MON OF? rel=(LAST|THIS|NEXT) YEARUNIT", month_of_year),
    Rule("month", "rel=(LAST|THIS|NEXT|PREVIOUS|COMING) mon=MON", month_beside),
    Rule("date", "rel=(LAST|NEXT) mon=MON day=DAYNUM", day_beside),
    Rule("month", "mon=MON", month_alone),
    Rule("year", "(THE YEARUNIT)? year=YEAR", year_alone),
    Rule("year", "year=YEAR HYPHEN second=(YEAR|D59|D24|D31|D12|NUMBER)", year_range),
    Rule("year", "named=(THE YEARUNIT)? spelt=SPELT", year_spelt),
    Rule("month", "mon=MON spelt=SPELT", month_spelt),
    Rule("fiscal", "THE? FISCAL YEARUNIT? year=YEAR", fiscal),
    Rule("decade", "THE? mod=SOONER? decade=(DECADE|DECADEWORD)", decade),
    Rule("century", "THE? mod=SOONER? ord=ORD HYPHEN? CENTURYUNIT", century),
    Rule("season", "THISVERY? rel=(LAST|PREVIOUS|THIS|NEXT|COMING|THE)? mod=SOONER? season=ANYSEASON (OF? year=YEAR)?", season),
    Rule("solstice", "mon=SOLSTICE", solstice),
    Rule("quarter", "THE? FISCAL? HYPHEN? ord=ORD (QUARTERUNIT|half=HALFYEAR) (OF THE? FISCAL? UNIT? year=YEAR)?", quarter),
    Rule("quarter", "THE? FISCAL? HYPHEN? ord=ORD HYPHEN (QUARTERUNIT|half=HALFYEAR)", quarter_adjective),
    Rule("quarter", "THE year=YEAR ord=ORD HYPHEN? (QUARTERUNIT|half=HALFYEAR)", quarter),
    Rule("quarter", "rel=(LAST|THIS|NEXT) YEARUNIT POSS ord=ORD HYPHEN? (QUARTERUNIT|half=HALFYEAR)", quarter),
    Rule("quarter", "THE? ord=ORD HYPHEN? (QUARTERUNIT|half=HALFYEAR) OF rel=(LAST|THIS|NEXT) YEARUNIT", quarter),
)  # fmt: skip
