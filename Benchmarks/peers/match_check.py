"""Recompute the columns events, score and p_rotation of `bellwether breaks --events` with numpy.

    bellwether breaks 'EUR/*:reference:ecb' --on drift,volatility --events events.csv --format csv > matches.csv
    python3 Benchmarks/peers/match_check.py --history eurofxref-hist.zip --events events.csv --rows matches.csv [--from DAY --to DAY]
    python3 Benchmarks/peers/match_check.py --self-test

Breaks and intervals are taken from the printed rows (breaks_check.py recomputes those); which days are rows, where events
lie, what is within reach and how often rotations match as many is computed again from the ECB's quotes. Exit code 1: an
identifier or a count that differs, a p that differs by more than 1e-9, or a row without these columns.
"""

import argparse
import csv
import random
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from datetime import date

import numpy as np

from compare_check import History

REACH, MARGIN, TURNS = 10, 2, 1000


def dates_of(history, code, numeraire, kind, first, last):
    """The first day of the slice and the days of y: rows with a value for a level, else returns without the gaps."""
    values = history.quotes[numeraire] / history.quotes[code]
    rows = [day for day, value in zip(history.days, values) if first <= day <= last and not np.isnan(value)]
    if kind == "level":
        return rows[:1], rows
    return rows[:1], [b for a, b in zip(rows, rows[1:]) if (b - a).days <= 5]


def placed(history, events, code, start, dates):
    """Per event of the currency inside the slice its id and row, counted from 1, in file order."""
    found = []
    for event in events:
        codes = [text for text in (event.get("currencies") or "").split(";") if text]
        if codes and code not in codes:
            continue
        day = date.fromisoformat(event["date"])
        if not start or day < start[0]:
            continue
        zero = history.row(event, int(event.get("after_fix") or 0))
        if zero is not None and (row := bisect_left(dates, history.days[zero])) < len(dates):
            found.append((event["id"], row + 1))
    return found


def reaches(rows):
    """The rows from and to which each printed break is matched."""
    spans = []
    for row in rows:
        index = int(row["index"])
        has = row["lo"] != "" and row["hi"] != ""
        spans.append((int(row["lo"]) - MARGIN, int(row["hi"]) + MARGIN) if has else (index - REACH, index + REACH))
    return spans


def rotation(spans, rows, count):
    """The number of events matched and the share of rotations, the observed one included, that match as many."""
    covered = np.zeros(count + 1, bool)
    for low, high in spans:
        covered[max(1, low):max(1, high + 1)] = True
    rows = np.asarray(rows)
    score = int(covered[rows].sum())
    shifts = np.arange(1, TURNS) * count // TURNS
    turned = covered[(rows[None, :] - 1 + shifts[:, None]) % count + 1].sum(axis=1)
    return score, (1 + int((turned >= score).sum())) / TURNS


def self_test():
    """Random cases against loops that look at each event, break and rotation in turn."""
    draw = random.Random(7)
    for _ in range(60):
        count = draw.randint(40, 2500)
        spans = [(low := draw.randint(-15, count + 5), low + draw.randint(0, 40)) for _ in range(draw.randint(0, 5))]
        rows = [draw.randint(1, count) for _ in range(draw.randint(1, 12))]
        scores = []
        for j in range(TURNS):
            matched = 0
            for row in rows:
                moved = (row - 1 + int(j * count // 1000)) % count + 1
                matched += any(low <= moved <= high for low, high in spans)
            scores.append(matched)
        p = (1 + sum(score >= scores[0] for score in scores[1:])) / 1000
        if rotation(spans, rows, count) != (scores[0], p):
            print("DIFFERS", count, spans, rows, rotation(spans, rows, count), (scores[0], p))
            return 1
    print("60 random cases, none differs from plain loops")
    return 0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("history", "events", "rows"):
        options.add_argument(f"--{name}")
    options.add_argument("--from", dest="first", default="0001-01-01")
    options.add_argument("--to", dest="last", default="9999-12-31")
    options.add_argument("--self-test", action="store_true")
    asked = options.parse_args()
    if asked.self_test:
        return self_test()
    if not (asked.history and asked.events and asked.rows):
        options.error("--history, --events and --rows are needed, or --self-test")
    history = History(asked.history)
    with open(asked.events, newline="") as file:
        events = list(csv.DictReader(file))
    printed = defaultdict(list)
    with open(asked.rows, newline="") as file:
        for row in csv.DictReader(file):
            printed[row["series"], row["numeraire"], row["on"]].append(row)

    faults, worst, tally = [], 0.0, Counter()
    for (series, numeraire, kind), rows in printed.items():
        where = f"{series} {numeraire} {kind}"
        code = series.split(":")[0].split("/")[1]
        if any(row.get(name) is None for row in rows for name in ("events", "score", "p_rotation")):
            faults.append(f"{where}: no columns events, score, p_rotation")
            continue
        start, dates = dates_of(history, code, numeraire, kind, date.fromisoformat(asked.first), date.fromisoformat(asked.last))
        if rows[0]["n"] != str(len(dates)):
            faults.append(f"{where}: n {rows[0]['n']}, expected {len(dates)}")
            continue
        inside = placed(history, events, code, start, dates)
        breaks = [row for row in rows if row["break"] != "0"]
        spans = reaches(breaks)
        wanted = [";".join(name for name, at in inside if low <= at <= high) for low, high in spans]
        for row, ids in zip(breaks, wanted):
            tally["breaks"] += 1
            tally["breaks with events"] += ids != ""
            if row["events"] != ids:
                faults.append(f"{where} break {row['break']}: events {row['events']!r}, expected {ids!r}")
        if not breaks and rows[0]["events"] != "":
            faults.append(f"{where}: events {rows[0]['events']!r} without a break")
        tally["partitions"] += 1
        tally["with events inside"] += bool(inside)
        score, p = rotation(spans, [at for _, at in inside], len(dates)) if inside else ("", "")
        for row in rows:
            if row["score"] != str(score):
                faults.append(f"{where} break {row['break']}: score {row['score']!r}, expected {score!r}")
            if (row["p_rotation"] == "") != (p == ""):
                faults.append(f"{where} break {row['break']}: p_rotation {row['p_rotation']!r}, expected {p!r}")
            elif p != "":
                difference = abs(float(row["p_rotation"]) - p)
                worst = max(worst, difference)
                if not difference <= 1e-9:
                    faults.append(f"{where} break {row['break']}: p_rotation {row['p_rotation']}, expected {p}")
    for fault in faults[:20]:
        print("DIFFERS", fault)
    print(", ".join(f"{count} {name}" for name, count in tally.items()))
    print(f"{sum(map(len, printed.values()))} rows, {len(faults)} fields differ, largest difference of p_rotation {worst:.3e}")
    return 1 if faults or not printed else 0


if __name__ == "__main__":
    sys.exit(main())
