"""Dates as feeds and pages write them (RFC 3339, RFC 5322, ISO 8601, words) to Unix seconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

LONGEST = 100
"""Characters; a longer text is not read as a date."""

_ISO = re.compile(
    r"""(?P<year>[12]\d{3})
    (?:-(?P<ordinal>\d{3})(?!\d)|(?P<dash>[-/.]?)(?P<month>\d{1,2})(?:(?P=dash)(?P<day>\d{1,2}))?)?
    (?:[Tt\s]+(?P<hour>\d{1,2})(?::?(?P<minute>\d{2}))?(?::?(?P<second>\d{2})(?:[.,]\d*)?)?
       \s*(?P<half>[ap]\.?m\.?\b)?)?
    \s*(?P<zone>.*)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_UNIX = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d{1,9})?\Z", re.ASCII)
"""Seconds or milliseconds since 1970, from 2001 to 2033: none of them begins like a year."""
_COMPACT = re.compile(r"\A([12]\d{7})(\d{4}|\d{6})(?!\d)", re.ASCII)
_TIME = re.compile(
    r"(\d{1,2})\s*(?::|h(?=\d)|時|时|시)\s*(\d{1,2})"
    r"(?:\s*[:.]\s*(\d{1,2})(?:[.,]\d+)?)?(?!\d)"
)
_TIME_WITH_DOTS = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?!\.?\d)")
_HALF = re.compile(r"(?<![^\W\d_])([ap])\.?\s?m\b\.?|오전|오후|上午|下午", re.IGNORECASE)
_OFFSET = re.compile(r"(?:GMT|UTC|Z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+\.?")
_YMD = re.compile(r"(?<!\d)(\d{4})[^\d:+]+(\d{1,2})[^\d:+]+(\d{1,2})(?!\d)")
_DMY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_NUMBER = re.compile(r"(?<!\d)(\d{1,4})(?!\d)")

_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60,
    "cet": 60, "met": 60, "mez": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "ast": -240, "adt": -180, "est": -300, "edt": -240, "et": -300,
    "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420, "pst": -480,
    "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540,
    "hkt": 480, "sgt": 480, "awst": 480, "acst": 570, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "a": -60, "n": 60, "m": -720, "y": 720,
}  # fmt: skip
"""Minutes east of UTC. BST and IST are left out: each means three zones on three continents, and
RFC 5322 (4.3) reads names that it does not define as UTC."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "січня ocak ianuarie ιανουαρίου يناير בינואר ינואר "
            "jan january januar janvier enero gennaio janeiro januari styczeń stycznia ιαν jän "
            "jänner ene gen janv января январь янв január ledna januára tammikuuta",
            "лютого şubat februarie φεβρουαρίου فبراير בפברואר פברואר "
            "feb february februar fevrier février febrero febbraio fevereiro februari luty lutego "
            "feb φεβ fév févr feber февраля февраль фев február února februára helmikuuta fev",
            "березня mart martie μαρτίου maret مارس במרץ מרץ "
            "mar march märz maerz mars marzo março maart marzec marca mär mrz mrt márc março "
            "μάρ μαρ марта март мар március března maaliskuuta",
            "квітня nisan aprilie απριλίου أبريل באפריל אפריל "
            "apr april avril abril aprile kwiecień kwietnia avr abr απρ апреля апрель апр "
            "április ápr dubna apríla huhtikuuta",
            "травня mayıs μαΐου مايو במאי מאי "
            "may mai mayo maggio maio mei maj maja mag μάι μαϊ мая май május máj května mája "
            "toukokuuta",
            "червня haziran iunie ιουνίου يونيو ביוני יוני "
            "jun june juni juin junio giugno junho czerwiec czerwca giu ιούν ιον июня июнь июн "
            "június jún června júna kesäkuuta",
            "липня temmuz iulie ιουλίου يوليو ביולי יולי "
            "jul july juli juillet julio luglio julho lipiec lipca juil lug ιούλ ιολ июля июль "
            "июл július júl července júla heinäkuuta",
            "серпня ağustos αυγούστου agustus أغسطس באוגוסט אוגוסט "
            "aug august août aout agosto augustus augusti sierpień sierpnia ago αύγ αυγ августа "
            "август авг augusztus srpna augusta elokuuta",
            "вересня eylül septembrie σεπτεμβρίου سبتمبر בספטמבר ספטמבר "
            "sep sept september septembre septiembre settembre setembro wrzesień września set "
            "σεπ сентября сентябрь сен сент szeptember szept září septembra syyskuuta",
            "жовтня ekim octombrie οκτωβρίου أكتوبر באוקטובר אוקטובר "
            "oct october oktober octobre octubre ottobre outubro październik października okt "
            "ott out οκτ октября октябрь окт október října októbra lokakuuta",
            "листопада kasım noiembrie νοεμβρίου نوفمبر בנובמבר נובמבר "
            "nov november novembre noviembre novembro listopad listopada νοέ νοε ноября ноябрь "
            "ноя нояб novembra marraskuuta",
            "грудня aralık decembrie δεκεμβρίου desember ديسمبر בדצמבר דצמבר "
            "dec december dezember décembre decembre diciembre dicembre dezembro grudzień "
            "grudnia dez dic déc δεκ декабря декабрь дек prosince decembra joulukuuta",
        ),
        start=1,
    )
    for name in names.split()
}


def parse_date(text: str) -> int | None:
    """Return the instant that `text` names, in Unix seconds; None if it names none. Never raises.

    Reads ISO 8601 and RFC 3339, RFC 822 and 5322 with the usual mistakes, month names in twenty
    languages, and Unix time. A date without a zone is UTC. ``3/4/2020`` is the third of April;
    month/day is tried where day/month is impossible.
    """
    text = text.strip()
    if not 4 <= len(text) <= LONGEST:
        return None
    if _UNIX.match(text):
        return int(text[:10])
    text = _COMPACT.sub(r"\1T\2", text)
    try:
        iso = _ISO.match(text)
        moment = _from_iso(iso) if iso else None
        if moment is None:
            moment = _from_words(text)
        return None if moment is None else int(moment.timestamp())
    except (ValueError, OverflowError):
        return None


def _from_iso(match: re.Match[str]) -> datetime | None:
    """Return the instant of an ISO 8601 date; None if what follows it is no zone."""
    part = match.groupdict()
    zone = (part["zone"] or "").strip()
    minutes = _zone(zone)
    if zone and (minutes is None or not (part["month"] or part["ordinal"])):
        return None
    year = int(part["year"])
    if part["ordinal"]:
        day = datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=int(part["ordinal"]) - 1)
        month, number = day.month, day.day
    else:
        month, number = int(part["month"] or 1), int(part["day"] or 1)
    hour = _hour(int(part["hour"] or 0), part["half"] or "")
    return _moment(
        year, month, number, hour, int(part["minute"] or 0), int(part["second"] or 0), minutes or 0
    )


def _from_words(text: str) -> datetime | None:
    """Return the instant of a date in words or numbers in any order (RFC 5322 is one)."""
    half = _HALF.search(text)
    time = _TIME.search(text) or _TIME_WITH_DOTS.search(text)
    clock = tuple(int(part or 0) for part in time.groups()) if time else (0, 0, 0)
    rest = f"{text[: time.start()]} " if time else text
    after = text[time.end() :] if time else ""
    if half:  # "a" and "m" are the names of zones, too
        rest, after = rest.replace(half.group(), " "), after.replace(half.group(), " ")
    minutes = _zone(after) if time else None
    words = [word.strip(".").lower() for word in _WORD.findall(f"{rest} {after}")]
    month = next((_MONTHS[word] for word in words if word in _MONTHS), 0)
    if minutes is None:
        minutes = next((_ZONES[word] for word in words if len(word) > 1 and word in _ZONES), 0)
    day = _day(f"{rest} {re.sub(_OFFSET, ' ', after)}", month)
    if day is None:
        return None
    hour = _hour(clock[0], half.group() if half else "")
    return _moment(*day, hour, clock[1], clock[2], minutes)


def _day(text: str, month: int) -> tuple[int, int, int] | None:
    """Return year, month and day of a text without its time of day; `month` 0: not named."""
    if month:
        numbers = [int(number) for number in _NUMBER.findall(text)]
        if len(numbers) < 2:
            return None
        first, second = numbers[0], numbers[1]
        year, day = (first, second) if first > 31 else (second, first)
        return _year(year), month, day
    numbers_in_order = _YMD.search(text)
    if numbers_in_order:
        year, month, day = (int(part) for part in numbers_in_order.groups())
        return year, month, day
    numbers_in_order = _DMY.search(text)
    if numbers_in_order:
        day, month, year = (int(part) for part in numbers_in_order.groups())
        if month > 12 >= day:
            day, month = month, day
        return _year(year), month, day
    return None


def _year(year: int) -> int:
    """Return a year of four digits: 70 to 99 are 1970 to 1999, 0 to 69 are 2000 to 2069."""
    if year < 100:
        return year + (2000 if year < 70 else 1900)
    return year


def _hour(hour: int, half: str) -> int:
    """Return the hour of 24; `half` is "am", "pm" or their like in another language, or empty."""
    half = half.lower()
    if half in ("오후", "下午") or half.startswith("p"):
        return hour + 12 if hour < 12 else hour
    if half and hour == 12:
        return 0
    return hour


def _zone(text: str) -> int | None:
    """Return the offset from UTC in minutes, east positive; None where `text` names no zone."""
    text = text.strip().strip("()[]")
    if not text:
        return None
    offset = _OFFSET.search(text)
    if offset:
        sign = -1 if offset.group(1) == "-" else 1
        return sign * (int(offset.group(2)) * 60 + int(offset.group(3) or 0))
    return next(
        (
            _ZONES[word]
            for word in (word.strip(".").lower() for word in _WORD.findall(text))
            if word in _ZONES
        ),
        None,
    )


def _moment(
    year: int, month: int, day: int, hour: int, minute: int, second: int, zone: int
) -> datetime:
    """Return the instant; `zone` is minutes east of UTC.

    31 June, 24:00 and leap seconds run over into the next month, day and minute.
    """
    if not (0 <= hour <= 24 and 0 <= minute <= 59 and 0 <= second <= 61 and abs(zone) <= 24 * 60):
        raise ValueError("no time of day")
    if not 1 <= day <= 31:
        raise ValueError("no day of a month")
    start = datetime(year, month, 1, tzinfo=UTC)
    return start + timedelta(day - 1, hours=hour, minutes=minute - zone, seconds=second)
