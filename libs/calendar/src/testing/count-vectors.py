"""Counts deadlines a second time, in another way than libs/calendar, and writes them to counted-vectors.json.

Independent in data and in method: the days are typed from the texts of the State Council's notices for 2023 to 2026
(国办发明电〔2022〕16号, 〔2023〕7号, 〔2024〕12号, 〔2025〕7号), not read from a holiday package; and nothing is walked day by
day: all working days stand in one sorted list, and a deadline is a place in it.

    python3 libs/calendar/src/testing/count-vectors.py
"""

import calendar
import json
import random
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from pathlib import Path

# First and last day off of each holiday.
OFF = """
2022-12-31 2023-01-02
2023-01-21 2023-01-27
2023-04-05 2023-04-05
2023-04-29 2023-05-03
2023-06-22 2023-06-24
2023-09-29 2023-10-06
2024-01-01 2024-01-01
2024-02-10 2024-02-17
2024-04-04 2024-04-06
2024-05-01 2024-05-05
2024-06-10 2024-06-10
2024-09-15 2024-09-17
2024-10-01 2024-10-07
2025-01-01 2025-01-01
2025-01-28 2025-02-04
2025-04-04 2025-04-06
2025-05-01 2025-05-05
2025-05-31 2025-06-02
2025-10-01 2025-10-08
2026-01-01 2026-01-03
2026-02-15 2026-02-23
2026-04-04 2026-04-06
2026-05-01 2026-05-05
2026-06-19 2026-06-21
2026-09-25 2026-09-27
2026-10-01 2026-10-07
"""

# Saturdays and Sundays that are worked.
WORKED = """
2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
"""

FIRST, LAST = date(2023, 1, 1), date(2026, 12, 31)
ALL = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def days_off():
    off = {day for day in ALL if day.weekday() >= 5}
    for line in OFF.split("\n"):
        if line:
            start, end = (date.fromisoformat(text) for text in line.split())
            off |= {start + timedelta(days=n) for n in range((end - start).days + 1)}
    return off - {date.fromisoformat(text) for text in WORKED.split()}


OFF_DAYS = days_off()
WORKDAYS = [day for day in ALL if day not in OFF_DAYS]


def working_days(event, count):
    """The count-th working day behind the event, or before it."""
    if count > 0:
        return WORKDAYS[bisect_right(WORKDAYS, event) + count - 1]
    return WORKDAYS[bisect_left(WORKDAYS, event) + count]


def later(day):
    return WORKDAYS[bisect_left(WORKDAYS, day)]


def earlier(day):
    return WORKDAYS[bisect_right(WORKDAYS, day) - 1]


def months(event, count):
    """The corresponding day, or the last day of a month that has none (民法典 202)."""
    index = event.year * 12 + event.month - 1 + count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(event.day, calendar.monthrange(year, month)[1]))


def rows():
    dice = random.Random(20261128)
    edges = sorted({date.fromisoformat(text) for line in OFF.split("\n") for text in line.split()} & set(ALL))
    near = [edge + timedelta(days=n) for edge in edges for n in (-9, -3, -1, 0, 1)]
    events = [day for day in near if FIRST + timedelta(days=40) < day < LAST - timedelta(days=40)]
    for event in events:
        count = dice.choice([1, 2, 3, 5, 7, 10, 15, 20])
        yield "working", event, f"P{count}WD", working_days(event, count), None
    for event in dice.sample(events, 60):
        count = dice.choice([3, 5, 10, 15, 20, 30])
        end = event + timedelta(days=count)
        yield "natural", event, f"P{count}D", later(end), end
    for event in dice.sample(events, 40):
        count = dice.choice([1, 2, 3, 5])
        yield "working back", event, f"-P{count}WD", working_days(event, -count), None
    for event in dice.sample(events, 40):
        count = dice.choice([3, 5, 10, 15, 30])
        end = event - timedelta(days=count)
        yield "natural back", event, f"-P{count}D", earlier(end), end
    for event in [date(2023, 1, 31), date(2024, 1, 31), date(2023, 8, 31), date(2024, 2, 29), date(2025, 12, 31)]:
        for count in (1, 2, 3, 6, 11):
            end = months(event, count)
            yield "months", event, f"P{count}M", later(end), end


def main():
    vectors = [
        {"rule": rule, "from": str(event), "period": period, "due": str(due), **({"counted": str(end)} if end else {})}
        for rule, event, period, due, end in rows()
    ]
    path = Path(__file__).with_name("counted-vectors.json")
    text = ",\n".join("    " + json.dumps(vector, ensure_ascii=False).replace("{", "{ ").replace("}", " }") for vector in vectors)
    about = "Made by count-vectors.py, which counts by its own data and in its own way; never by libs/calendar."
    path.write_text(f'{{\n  "about": "{about}",\n  "vectors": [\n{text}\n  ]\n}}\n', encoding="utf-8")
    print(len(vectors), "vectors")


main()
