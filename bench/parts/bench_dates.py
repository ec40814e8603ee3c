"""Dates: all due dates of 20,000 open matters, and plain working days against Python's workalendar and numpy."""

import datetime
import json
import random
import subprocess
import sys
import time

from . import machine, table
from .servers import Failed

WANTED_MS = 200
LABELS = {"redress": "Redress", "workalendar": "workalendar 17.0.0", "numpy one": "numpy, one at a time", "numpy all": "numpy, whole arrays"}
SUMS = {"after": "The n-th working day after a day", "between": "Working days strictly between two days"}


def days(text):
    return [datetime.date.fromisoformat(word) for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def make_cases(count):
    """A day, a number of working days and a later day, all answers within the published years."""
    rng, first, last = random.Random(5), datetime.date(2012, 1, 1), datetime.date(2028, 10, 15)
    cases = []
    for _ in range(count):
        day = first + datetime.timedelta(days=rng.randint(0, (last - first).days))
        cases.append((day, rng.randint(1, 30), day + datetime.timedelta(days=rng.randint(1, 60))))
    return cases


def read_cases(file):
    with open(file) as f:
        return [(datetime.date.fromisoformat(a), int(n), datetime.date.fromisoformat(b)) for a, n, b in map(str.split, f)]


def right_answers(cases, published):
    """By walking from day to day, with nothing but the published list."""
    one, holidays = datetime.timedelta(days=1), set(published)
    after, between = [], []
    for day, n, to in cases:
        at, left = day, n
        while left:
            at += one
            left -= at.weekday() < 5 and at not in holidays
        after.append(at.isoformat())
        inside = (day + one * k for k in range(1, (to - day).days))
        between.append(sum(d.weekday() < 5 and d not in holidays for d in inside))
    return {"after": after, "between": between}


def run(place, options, noise, targets):
    count, seconds = (2_000, "0.2") if options.small else (20_000, "1")
    published = place.root / "crates" / "redress" / "tests" / "counting" / "bank-holidays-2012-2028.txt"
    example = place.target / "release" / "examples" / "due_dates"
    if not example.exists():
        raise Failed(f"there is no program at {example}")
    home = place.work / "dates"
    home.mkdir(exist_ok=True)
    cases, file = make_cases(count), home / "cases.txt"
    file.write_text("".join(f"{day} {n} {to}\n" for day, n, to in cases))
    right = right_answers(cases, days(published.read_text()))

    peer = [place.python, "-m", "parts.bench_dates", published, file, seconds]
    commands = {"redress": [example, seconds, file], **{name: [*peer, name] for name in LABELS if name != "redress"}}
    rounds, due = {(s, name): [] for s in SUMS for name in LABELS}, []
    unlike = []
    for n in range(options.rounds):
        noise.calibrate()
        for name in sorted(commands, reverse=n % 2 == 1):
            with machine.Watch() as watch:
                out = subprocess.run([str(c) for c in commands[name]], cwd=place.bench, capture_output=True, text=True, check=True, timeout=600)
            noise.sample(watch)
            result = json.loads(out.stdout)
            for s in SUMS:
                answers = result[s].pop("answers")
                if len(answers) != count:
                    raise Failed(f"{LABELS[name]} gave {len(answers)} answers to {count} cases")
                result[s]["wrong"] = sum(a != b for a, b in zip(answers, right[s]))
                rounds[s, name].append(result[s] | {"foreign": watch.foreign})
            if name == "redress":
                due.append(result["due_dates"] | {"foreign": watch.foreign})
            unlike = result.get("unlike_published", unlike)

    first = due[0]
    dates = first["matters"] * first["duties"]
    if any(d["without_date"] or d["unlike_compute"] for d in due):
        raise Failed(f"of {dates:,} due dates {first['without_date']} were none; {first['unlike_compute']} of {first['compared']:,} were not those of the full answer")
    ms = table.median(due, "ms")
    table.show(f"Dates: {first['matters']:,} open matters with {first['duties']} duties each, dates only, one core",
               ["", "CPU-ms", "rounds", "first, wall ms", "calendar ms", "ns a date", "foreign %"],
               [["Redress", ms, table.spread(due, "ms"), table.median(due, "first_ms"), table.median(due, "calendar_ms"), 1e6 * ms / dates,
                 table.median(due, "foreign")]])
    print(f"  every one has a date; {first['compared']:,} of them compared with the full answer, all the same")
    for s, title in SUMS.items():
        ours = table.median(rounds[s, "redress"], "per_second")
        rows = []
        for name, label in LABELS.items():
            rate = table.median(rounds[s, name], "per_second")
            rows.append([label, rate, table.spread(rounds[s, name], "per_second"), ours / rate, str(max(r["wrong"] for r in rounds[s, name])),
                         table.median(rounds[s, name], "foreign")])
        table.show(f"{title}: {count:,} cases, England", ["", "per CPU-s", "rounds", "Redress is x", "wrong", "foreign %"], rows)
    print(f"  week days on which workalendar differs from the published days of 2012 to 2028: {', '.join(unlike) or 'none'}")
    targets.below(f"dates: {dates:,} due dates, CPU", ms, WANTED_MS, " ms")
    for s, title in SUMS.items():
        targets.below(f"dates: {title[0].lower()}{title[1:]}, Redress's wrong answers", max(r["wrong"] for r in rounds[s, "redress"]), 1)
    return {"due_dates": due} | {f"{s} {name}": r for (s, name), r in rounds.items()}


def measure(seconds, count, sums):
    """Cases per second of processor time, whole passes; the answers are made again afterwards, unmeasured."""
    start, passes = time.process_time(), 0
    while passes == 0 or time.process_time() - start < seconds:
        sums()
        passes += 1
    return passes * count / (time.process_time() - start)


def with_workalendar(cases, published, seconds):
    from workalendar.europe import UnitedKingdom

    calendar, one = UnitedKingdom(), datetime.timedelta(days=1)
    # It counts the second day too, so it is given the day before it.
    spans = [(day, to - one) for day, _, to in cases]

    def after():
        return [calendar.add_working_days(day, n) for day, n, _ in cases]

    def between():
        return [calendar.get_working_days_delta(day, before) for day, before in spans]

    listed = set(published)
    every = (datetime.date(2012, 1, 1) + one * n for n in range((datetime.date(2028, 12, 31) - datetime.date(2012, 1, 1)).days + 1))
    unlike = [d.isoformat() for d in every if d.weekday() < 5 and calendar.is_working_day(d) != (d not in listed)]
    return {"after": {"per_second": measure(seconds, len(cases), after), "answers": [d.isoformat() for d in after()]},
            "between": {"per_second": measure(seconds, len(cases), between), "answers": between()}, "unlike_published": unlike}


def with_numpy(cases, published, seconds, whole):
    """numpy knows no holidays: it is given the published ones. Its values are made before anything is timed."""
    import numpy as np

    calendar = np.busdaycalendar(holidays=np.array(published, dtype="datetime64[D]"))
    starts, ends = (np.array([c[k] for c in cases], dtype="datetime64[D]") for k in (0, 2))
    numbers, nexts = np.array([c[1] for c in cases]), starts + 1
    one_by_one = list(zip(list(starts), list(nexts), (c[1] for c in cases), list(ends)))

    def after():
        # From a day that does not count, it starts at the last that does.
        if whole:
            return np.busday_offset(starts, numbers, roll="backward", busdaycal=calendar)
        return [np.busday_offset(day, n, roll="backward", busdaycal=calendar) for day, _, n, _ in one_by_one]

    def between():
        if whole:
            return np.busday_count(nexts, ends, busdaycal=calendar)
        return [np.busday_count(day, to, busdaycal=calendar) for _, day, _, to in one_by_one]

    return {"after": {"per_second": measure(seconds, len(cases), after), "answers": [str(d) for d in after()]},
            "between": {"per_second": measure(seconds, len(cases), between), "answers": [int(n) for n in between()]}}


def main():
    """A peer in a process of its own: `python -m parts.bench_dates PUBLISHED CASES SECONDS PEER`."""
    file, cases, seconds, peer = sys.argv[1:]
    with open(file) as f:
        published = days(f.read())
    cases, seconds = read_cases(cases), float(seconds)
    made = with_workalendar(cases, published, seconds) if peer == "workalendar" else with_numpy(cases, published, seconds, peer == "numpy all")
    print(json.dumps(made))


if __name__ == "__main__":
    main()
