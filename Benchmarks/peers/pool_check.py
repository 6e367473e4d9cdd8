"""Recompute the rows of `bellwether compare --pool` with numpy and scipy, and print the largest difference per column.

    bellwether compare --events events.csv --pool sanctions,war --numeraire USD,EUR --format csv > pools.csv
    python3 Benchmarks/peers/pool_check.py --history eurofxref-hist.zip --events events.csv --rows pools.csv

Only the ECB's history is read, and only currencies that it quotes have entries. Nothing is shared with the program but the
definitions in Docs/Methods.md. Exit code 1: a difference above 1e-9 (relative to 1 for small numbers), an identifier that
differs, or a row that one side lacks.
"""

import argparse
import csv
import itertools
import math
import sys

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests

from compare_check import BASKET, History, expected

TEXT = {"pool", "direction", "numeraire", "model", "measure", "stage", "events", "status", "seed", "quantity"}
KEY = ["pool", "direction", "measure", "stage", "after_fix", "numeraire", "model", "w0", "w1"]


def pools(events, tag):
    """Per (direction, measure, stage) the events of a tag, those of one country and date merged into the first."""
    found = {}
    for event in events.values():
        if tag not in event["tags"].split(";"):
            continue
        pool = found.setdefault(tuple(event.get(name) or "" for name in ("direction", "measure", "stage")), [])
        countries = set(filter(None, event["countries"].split(";")))
        codes = [code for code in event["currencies"].split(";") if code]
        for first in pool:
            if first["date"] == event["date"] and countries & set(first["countries"].split(";")):
                first["codes"] += [code for code in codes if code not in first["codes"]]
                break
        else:
            pool.append(dict(event, codes=codes))
    return found


class Entry:
    """One event and currency by one model: the fit whose basket also has returns on rows [-10,+10]."""

    def __init__(self, history, event, code, z, numeraire, model):
        self.event, self.code, self.z = event, code, z
        r, gap = history.returns(code, numeraire)
        self.estimation = [t for t in range(max(0, z - 260), max(0, z - 10)) if not np.isnan(r[t]) and not gap[t]]
        self.rows = list(itertools.takewhile(lambda t: t < len(r) and not np.isnan(r[t]), range(z - 10, z + 11)))
        self.residuals = None
        if len(self.estimation) < 120:
            return
        y = r[self.estimation]
        if model == "mean":
            alpha, link = y.mean(), np.zeros(len(r))
        else:
            used = self.estimation + self.rows
            members = []
            for member in BASKET:
                if member not in (code, numeraire):
                    rm, gm = history.returns(member, numeraire)
                    if not np.isnan(rm[used]).any() and not gm[self.estimation].any():
                        members.append(rm)
            if not members:
                return
            m = np.mean(members, axis=0)
            slope, alpha, *_ = stats.linregress(m[self.estimation], y)
            link = slope * m
        self.residuals = y - alpha - link[self.estimation]
        self.abnormal = r[self.rows] - alpha - link[self.rows]

    def correlation(self, other):
        common, own, others = np.intersect1d(self.estimation, other.estimation, return_indices=True)
        if len(common) < 30:
            return 0.0
        return stats.pearsonr(self.residuals[own], other.residuals[others]).statistic


def sign_flip(scar, seed):
    """The exact p for at most 16 values, else that of 100,000 flips by SplitMix64."""
    scar, n = np.asarray(scar), len(scar)
    least = abs(scar.mean()) - 1e-12
    if n <= 16:
        signs = np.array(list(itertools.product([1, -1], repeat=n)))
        return (np.abs(signs @ scar / n) >= least).mean()
    with np.errstate(over="ignore"):
        steps = np.arange(1, 100_000 * n + 1, dtype=np.uint64)
        x = np.uint64(seed) + steps * np.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        x = x ^ (x >> np.uint64(31))
    signs = np.where(x >> np.uint64(63), -1.0, 1.0).reshape(100_000, n)
    return (1 + (np.abs(signs @ scar / n) >= least).sum()) / 100_001


def corrado(entries, w0, n):
    after = min(len(entry.rows) for entry in entries)
    before = min(len(entry.residuals) for entry in entries)
    if w0 + 10 < 0 or w0 + 10 + n > after:
        return None
    ranks = [stats.rankdata(np.concatenate([e.residuals[-before:], e.abnormal[:after]])) for e in entries]
    columns = np.mean(ranks, axis=0) - (before + after + 1) / 2
    start = before + w0 + 10
    return columns[start:start + n].sum() / (math.sqrt(n) * math.sqrt(np.mean(columns**2)))


def row(history, everything, entries, numeraire, model, w0, w1, least, seed):
    n = w1 - w0 + 1
    chosen, figures = [], []
    for entry in entries:
        key = (entry.event["id"], entry.rule, entry.code, numeraire, model, w0, w1)
        found = expected(history, everything, key)
        if entry.residuals is not None and "t" in found:
            chosen.append(entry)
            figures.append(found)
    out = {
        "quantity": "return", "N": len(chosen), "n": n, "dates": len({entry.z for entry in chosen}),
        "events": ";".join(entry.event["id"] for entry in chosen),
        "status": "ok" if len(chosen) >= least else "too_few" if chosen else "no_events",
    }
    if out["status"] != "ok":
        return out
    count = len(chosen)
    car = np.array([found["car"] for found in figures])
    scar = np.array([found["t"] for found in figures])
    df = np.array([found["df"] for found in figures])
    mean_t = lambda x: x.mean() * math.sqrt(count) / x.std(ddof=1)
    rbar = np.mean([a.correlation(b) for a, b in itertools.combinations(chosen, 2)])
    bmp = mean_t(scar)
    kp = bmp * math.sqrt((1 - rbar) / (1 + (count - 1) * rbar)) if 1 + (count - 1) * rbar > 0 else None
    share = np.mean([(entry.residuals > 0).mean() for entry in chosen])
    positive = int((car > 0).sum())
    out |= {
        "caar": car.mean(), "t_cs": mean_t(car), "patell_z": scar.sum() / math.sqrt((df / (df - 2)).sum()), "bmp_t": bmp,
        "rbar": rbar, "pos": positive, "phat": share,
        "gsign_z": (positive - count * share) / math.sqrt(count * share * (1 - share)),
        "signflip_p": sign_flip(scar, seed), "seed": "" if count <= 16 else str(seed),
    }
    if kp is not None:
        out["kp_t"] = kp
    ranked = corrado(chosen, w0, n)
    if ranked is not None:
        out["corrado_z"] = ranked
    for name, p in (("t_cs", "p_cs"), ("bmp_t", "p_bmp"), ("kp_t", "p_kp")):
        if name in out:
            out[p] = 2 * stats.t.sf(abs(out[name]), count - 1)
    for name, p in (("patell_z", "p_patell"), ("corrado_z", "p_corrado"), ("gsign_z", "p_gsign")):
        if name in out:
            out[p] = 2 * stats.norm.sf(abs(out[name]))
    return out


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("history", "events", "rows"):
        options.add_argument(f"--{name}", required=True)
    options.add_argument("--pool-min", type=int, default=5)
    options.add_argument("--seed", type=int, default=20200907)
    options = options.parse_args()
    history = History(options.history)
    with open(options.events, newline="") as file:
        events = {event["id"]: event for event in csv.DictReader(file)}
    with open(options.rows, newline="") as file:
        lines = list(csv.DictReader(file))
    printed = {tuple(line[name] for name in KEY): line for line in lines}
    asked = list(printed)

    recomputed = {}
    for tag in dict.fromkeys(key[0] for key in asked):
        for kind, members in pools(events, tag).items():
            for rule, numeraire, model in dict.fromkeys((key[4], key[5], key[6]) for key in asked):
                entries, seen = [], set()
                for event in members:
                    for code in event["codes"]:
                        z = history.day0(event, int(rule))[0] if code in history.quotes else None
                        if z is not None and (code, z) not in seen:
                            seen.add((code, z))
                            entry = Entry(history, event, code, z, numeraire, model)
                            entry.rule = int(rule)
                            entries.append(entry)
                for w0, w1 in dict.fromkeys((key[7], key[8]) for key in asked):
                    recomputed[(tag, *kind, rule, numeraire, model, w0, w1)] = row(
                        history, events, entries, numeraire, model, int(w0), int(w1), options.pool_min, options.seed)
    families = {}
    for key, found in recomputed.items():
        if "p_kp" in found:
            families.setdefault(key[5:], []).append(found)
    for family in families.values():
        for found, q in zip(family, multipletests([found["p_kp"] for found in family], method="fdr_bh")[1]):
            found["p_kp_bh"], found["family"] = q, len(family)

    wrong, largest = len(lines) - len(printed), {}
    if wrong:
        print("TWICE", wrong, "rows repeat the key of another")
    for key in sorted(set(printed) ^ set(recomputed)):
        wrong += 1
        print("ONLY", "printed" if key in printed else "recomputed", key)
    for key in set(printed) & set(recomputed):
        for column, text in printed[key].items():
            want = recomputed[key].get(column)
            if column in KEY:
                continue
            if column in TEXT or want is None or text == "":
                if (want or "") != text:
                    wrong += 1
                    print("DIFFERS", key, column, repr(text), want)
                continue
            difference = abs(float(text) - want) / max(1, abs(want))
            largest[column] = max(largest.get(column, (0, 0))[0], difference), largest.get(column, (0, 0))[1] + 1
            if not difference <= 1e-9:  # also where it is no number
                wrong += 1
                print("DIFFERS", key, column, text, want)
    for column, (difference, count) in largest.items():
        print(f"{column:12} {count:5} values, largest difference {difference:.3e}")
    print(f"{len(printed)} rows, {wrong} differ")
    sys.exit(1 if wrong or not printed else 0)


main()
