"""Recompute the rows of `bellwether breaks` with ruptures, numpy and scipy, and print the largest difference per column.

    python3 -m venv check && check/bin/pip install numpy scipy ruptures
    bellwether breaks 'EUR/*:reference:ecb' --numeraire USD,EUR --format csv > breaks.csv
    bellwether breaks EUR/TRY:reference:ecb --on level --from 2018-01-01 --to 2021-06-30 --format csv > level.csv
    check/bin/python Benchmarks/peers/breaks_check.py --history eurofxref-hist.zip --rows breaks.csv [--from DAY --to DAY]

Only the ECB's history is read. Partitions come from ruptures' KernelCPD with its linear kernel (exact), levels from a
dynamic programme in numpy, intervals from scipy's log_ndtr and brentq. Exit code 1: a break or a day that differs, or a
number that differs by more than 1e-9.
"""

import argparse
import csv
import io
import math
import sys
import zipfile
from collections import defaultdict
from datetime import date

import numpy as np
import ruptures
from scipy.optimize import brentq
from scipy.special import log_ndtr, ndtr


def history(path):
    with zipfile.ZipFile(path) as archive:
        rows = list(csv.reader(io.StringIO(archive.read(archive.namelist()[0]).decode())))
    body = sorted(rows[1:], key=lambda row: row[0])
    quotes = {"EUR": np.ones(len(body))}
    for column, code in enumerate(rows[0][1:], start=1):
        if code.strip():
            quotes[code.strip()] = np.array(
                [float(row[column]) if row[column] not in ("", "N/A") else math.nan for row in body])
    return [date.fromisoformat(row[0]) for row in body], quotes


def distribution(x, f):
    if x < 0:
        a = -x
        return (-math.sqrt(a / 2 / math.pi) * math.exp(-a / 8)
                - f * (f + 2) / (f + 1) * math.exp((1 + 1 / f) * a / 2 / f + log_ndtr(-(0.5 + 1 / f) * math.sqrt(a)))
                + (a / 2 - 2 + (f + 2) ** 2 / (f + 1)) * ndtr(-math.sqrt(a) / 2))
    return (1 + math.sqrt(x / 2 / math.pi / f) * math.exp(-x / 8 / f)
            + (2 * f + 1) / f / (f + 1) * math.exp((f + 1) * x / 2 + log_ndtr(-(f + 0.5) * math.sqrt(x / f)))
            - ((2 * f + 1) ** 2 / f / (f + 1) - 2 + x / 2 / f) * ndtr(-math.sqrt(x / f) / 2))


def interval(y, a, b, c):
    before, after = y[a:b], y[b:c]
    f, step = after.var() / before.var(), after.mean() - before.mean()
    scale = before.var() / step**2
    u = brentq(lambda x: distribution(x, f) - 0.975, 1e-9, 1e5, xtol=1e-12)
    low = brentq(lambda x: distribution(x, f) - 0.025, -1e5, -1e-9, xtol=1e-12)
    return b - math.ceil(u * scale), b - math.floor(low * scale)


def level(y):
    n = len(y)
    c1, c2 = np.concatenate([[0], np.cumsum(y - y.mean())]), np.concatenate([[0], np.cumsum((y - y.mean()) ** 2)])
    error = lambda a, b: c2[b] - c2[a] - (c1[b] - c1[a]) ** 2 / (b - a)
    bic = lambda rss, m: n * (math.log(rss / n) + 1 + math.log(2 * math.pi)) + 2 * (m + 1) * math.log(n)
    cost = [[math.inf] + [error(0, t) for t in range(1, n + 1)]]
    back, best = [], (bic(cost[0][n], 0), 0)
    for m in range(1, 7):
        if n < (m + 1) * 60:
            break
        row, last = [math.inf] * (n + 1), [0] * (n + 1)
        for t in range((m + 1) * 60, n + 1):
            s = np.arange(m * 60, t - 60 + 1)
            total = np.array(cost[-1])[s] + error(s, t)
            row[t], last[t] = total.min(), s[total.argmin()]
        cost.append(row)
        back.append(last)
        best = min(best, (bic(row[n], m), m))
    ends, t = [], n
    for last in reversed(back[: best[1]]):
        t = last[t]
        ends.append(int(t))
    ends = [0, *reversed(ends), n]
    return best[0], [(ends[i], interval(y, *ends[i - 1 : i + 2])) for i in range(1, len(ends) - 1)]


def expected(days, quotes, code, numeraire, kind, first, last):
    values = quotes[numeraire] / quotes[code]
    rows = [i for i in range(len(days)) if not math.isnan(values[i]) and first <= days[i] <= last]
    if kind == "level":
        y = 100 * np.log(values[rows])
        bic, breaks = level(y)
        return dict(n=len(y), objective=bic), [(b, days[rows[b - 1]], days[rows[b]], iv) for b, iv in breaks]
    kept = [(a, b) for a, b in zip(rows, rows[1:]) if (days[b] - days[a]).days <= 5]
    r = np.array([100 * math.log(values[b] / values[a]) for a, b in kept])
    dates = [days[b] for _, b in kept]
    mad = 1.4826 * np.median(np.abs(r - np.median(r)))
    if mad == 0:
        return dict(n=len(r), mad=0.0), []
    y = np.clip(r / mad, -5, 5)
    pen = 3 * math.log(len(r))
    if kind == "volatility":
        y = np.abs(y)
        pen *= y.var()
    ends = ruptures.KernelCPD(kernel="linear", min_size=20).fit(y.reshape(-1, 1)).predict(pen=pen)
    cost = sum(((y[a:b] - y[a:b].mean()) ** 2).sum() for a, b in zip([0, *ends], ends))
    breaks = [(b, dates[b - 1], dates[b], None) for b in ends[:-1]]
    return dict(n=len(r), mad=mad, pen=pen, objective=cost + pen * len(breaks)), breaks


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--history", required=True)
    options.add_argument("--rows", required=True)
    options.add_argument("--from", dest="first", default="0001-01-01")
    options.add_argument("--to", dest="last", default="9999-12-31")
    options = options.parse_args()
    days, quotes = history(options.history)
    printed = defaultdict(list)
    with open(options.rows, newline="") as file:
        for row in csv.DictReader(file):
            printed[row["series"], row["numeraire"], row["on"]].append(row)
    worst, faults, count = defaultdict(float), [], 0
    for (series, numeraire, kind), rows in printed.items():
        code = series.split(":")[0].split("/")[1]
        figures, breaks = expected(days, quotes, code, numeraire, kind, date.fromisoformat(options.first),
                                   date.fromisoformat(options.last))
        own = [row for row in rows if row["break"] != "0"]
        if [int(row["index"]) for row in own] != [b for b, *_ in breaks]:
            faults.append(f"{series} {numeraire} {kind}: {[row['index'] for row in own]}, expected {[b for b, *_ in breaks]}")
            continue
        for row, (_, before, after, bounds) in zip(own, breaks):
            count += 1
            if (row["last_of_segment"], row["first_of_next"]) != (before.isoformat(), after.isoformat()):
                faults.append(f"{series} {kind}: days {row['last_of_segment']} {row['first_of_next']}, expected {before} {after}")
            if bounds and (int(row["lo"]), int(row["hi"])) != bounds:
                faults.append(f"{series} {kind}: interval {row['lo']} {row['hi']}, expected {bounds}")
        for name, value in figures.items():
            difference = abs(float(rows[0][name] or "nan") - value)
            worst[name] = max(worst[name], difference)
            if not difference <= 1e-9 * max(1, abs(value)):
                faults.append(f"{series} {numeraire} {kind}: {name} {rows[0][name]}, expected {value}")
    for name, difference in worst.items():
        print(f"{name:10} largest difference {difference:.3e}")
    for fault in faults[:20]:
        print("DIFFERS", fault)
    print(f"{len(printed)} partitions, {count} breaks, {len(faults)} differ")
    return 1 if faults or not printed else 0


sys.exit(main())
