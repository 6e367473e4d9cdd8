"""Recompute the rows of `bellwether compare` with numpy, scipy and statsmodels, and print the largest difference per column.

    python3 -m venv check && check/bin/pip install numpy scipy statsmodels
    bellwether compare --events events.csv --numeraire USD,EUR --format csv > rows.csv
    check/bin/python Benchmarks/peers/compare_check.py --history eurofxref-hist.zip --events events.csv --rows rows.csv

Only the ECB's history is read. Nothing is shared with the program: rows are matched by their key, every figure is
computed again from the printed quotes. Numbers of small magnitude are compared relative to 1. Exit code 1: a difference
above 1e-9, a status or an identifier that differs, or a row that one side lacks.
"""

import argparse
import csv
import io
import math
import sys
import zipfile
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests

BASKET = "AUD BRL CAD CHF EUR GBP INR JPY KRW MXN PLN USD ZAR".split()
TEXT = ["day0", "mapping", "status", "est_first", "est_last", "confounders", "quantity"]
TOLERANCE = 1e-9
CLEAN = False


class History:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            text = archive.read(archive.namelist()[0]).decode()
        rows = list(csv.reader(io.StringIO(text)))
        codes = [c.strip() for c in rows[0][1:] if c.strip()]
        body = sorted(rows[1:], key=lambda row: row[0])
        self.days = [date.fromisoformat(row[0]) for row in body]
        self.quotes = {"EUR": np.ones(len(body))}
        for column, code in enumerate(codes, start=1):
            self.quotes[code] = np.array([float("nan") if row[column] in ("N/A", "") else float(row[column]) for row in body])
        self.known, self.rows = {}, {}

    def row(self, event, rule):
        """The row alone, remembered: every event is asked for by every other one."""
        key = event["id"], rule
        if key not in self.rows:
            self.rows[key] = self.day0(event, rule)[0]
        return self.rows[key]

    def returns(self, code, numeraire):
        """r and whether it spans more than five calendar days, per row."""
        if (code, numeraire) not in self.known:
            value = self.quotes[numeraire] / self.quotes[code]
            r = np.full(len(value), np.nan)
            gap = np.zeros(len(value), bool)
            present = np.flatnonzero(~np.isnan(value))
            r[present[1:]] = np.log(value[present[1:]] / value[present[:-1]])
            numbers = np.array([day.toordinal() for day in self.days])
            gap[present[1:]] = numbers[present[1:]] - numbers[present[:-1]] > 5
            self.known[code, numeraire] = r, gap
        return self.known[code, numeraire]

    def day0(self, event, rule):
        """The row of day 0 and its mapping: by the fix at 14:15 in Frankfurt where the event has a time, else by the rule."""
        day = date.fromisoformat(event["date"])
        if day < self.days[0]:
            return None, ""
        known = datetime.fromisoformat(event["time_utc"].replace("Z", "+00:00")) if event.get("time_utc") else None
        rule = 0 if known else int(event.get("after_fix") or rule)
        for index, published in enumerate(self.days):
            fixed = datetime.combine(published, time(14, 15), ZoneInfo("Europe/Berlin"))
            if fixed > known if known else published > day or (rule == 0 and published == day):
                later = (published - day).days
                missed = rule == 1 or known and day in self.days and later > 0
                return index, "after_fix" if missed else f"rolled+{later}" if later > 0 else "same"
        return None, ""


def expected(history, events, key):
    event_id, rule, code, numeraire, model, w0, w1 = key
    event = events[event_id]
    out = {"n": w1 - w0 + 1, "quantity": "return"}
    z, mapping = history.day0(event, rule)
    if z is None:
        return out | {"status": "outside", "day0": "", "mapping": "", "confounders": ""}
    out["day0"], out["mapping"] = history.days[z].isoformat(), mapping
    countries = set(filter(None, event["countries"].split(";")))
    # A time decides for its own event only: beside it the others go by the date.
    rule = 0 if event.get("time_utc") else rule
    out["confounders"] = ";".join(
        other["id"] for other in events.values()
        if other["id"] != event_id and countries & set(filter(None, other["countries"].split(";")))
        and (row := history.row(other, rule)) is not None and -1 <= row - z <= 4)

    r, gap = history.returns(code, numeraire)
    # Rows [-1,+4] around earlier events of the same country, with --clean-estimation.
    dropped = {
        row + step for other in events.values() if CLEAN
        and other["id"] != event_id and countries & set(filter(None, other["countries"].split(";")))
        and (row := history.row(other, rule)) is not None and row < z for step in range(-1, 5)}
    est = [t for t in range(max(0, z - 260), max(0, z - 10)) if not np.isnan(r[t]) and not gap[t] and t not in dropped]
    out["L"] = len(est)
    if est:
        out["est_first"], out["est_last"] = history.days[est[0]].isoformat(), history.days[est[-1]].isoformat()
    if len(est) < 120:
        return out | {"status": "short_estimation"}
    window = list(range(z + w0, z + w1 + 1))
    inside = [t for t in window if 0 <= t < len(r)]
    before = [t for t in range(z + w0 - 10, z + w0) if not np.isnan(r[t])]
    y = r[est]
    if model == "mean":
        design, m = np.ones((len(est), 1)), np.zeros(len(r))
        out |= {"beta": 0, "mbar": 0, "smm": 0, "r2": 0, "basket_n": 0}
    else:
        used = [t for t in [t for t in before if t > z - 11] + inside if not np.isnan(r[t])]
        members = []
        for member in BASKET:
            if member in (code, numeraire):
                continue
            rm, gm = history.returns(member, numeraire)
            if not np.isnan(rm[est]).any() and not gm[est].any() and not np.isnan(rm[used]).any():
                members.append(rm)
        m = np.mean(members, axis=0)
        design = sm.add_constant(m[est])
        out |= {"mbar": m[est].mean(), "smm": ((m[est] - m[est].mean()) ** 2).sum(), "basket_n": len(members)}
    fit = sm.OLS(y, design).fit()
    alpha = fit.params[0]
    beta = fit.params[1] if model == "market" else 0.0
    df, s2 = int(fit.df_resid), fit.mse_resid
    out |= {"alpha": alpha, "s2": s2}
    if model == "market":
        # A constant currency leaves no error to measure beta with, and nothing to explain.
        out |= {"beta": beta, "r2": fit.rsquared if fit.centered_tss > 0 else 0}
        if s2 > 0:
            out["t_beta"] = fit.tvalues[1]
    whole = inside == window and not np.isnan(r[window]).any()
    ar = r - alpha - beta * m
    if whole:
        car = ar[window].sum()
        out |= {"car": car, "pct": 100 * (math.exp(car) - 1)}
    mean_s = math.sqrt(((y - y.mean()) ** 2).sum() / (len(est) - 1))
    if (y == 0).mean() >= 0.5 or mean_s < 1e-6:
        return out | {"status": "managed"}
    if not whole:
        return out | {"status": "truncated"}

    n, length = len(window), len(est)
    # The error of a sum of predictions, in matrix form: x' (X'X)^-1 x with x the sum of the window's design rows.
    x = np.array([n]) if model == "mean" else np.array([n, m[window].sum()])
    variance = s2 * (n + x @ np.linalg.inv(design.T @ design) @ x)
    se = math.sqrt(variance)
    residual = dict(zip(est, fit.resid))
    recent = [residual[t] for t in before if t <= z - 11 and t in residual] + [ar[t] for t in before if t > z - 11]
    k = max(1.0, math.sqrt(np.mean(np.square(recent)) / s2)) if recent else 1.0
    t = car / se
    quantile = stats.t.ppf(0.975, df)
    spans = np.abs(np.lib.stride_tricks.sliding_window_view(np.asarray(fit.resid), n).sum(axis=1))
    rank = int((spans >= abs(car) / k).sum())
    change = lambda value: 100 * (math.exp(value) - 1)
    return out | filtered(history, code, numeraire, model, z, window, r, gap, dropped) | {
        "se": se, "t": t, "df": df, "p": 2 * stats.t.sf(abs(t), df), "lo": car - quantile * se, "hi": car + quantile * se,
        "pct_lo": change(car - quantile * se), "pct_hi": change(car + quantile * se),
        "placebo_n": len(spans), "placebo_p": (1 + (spans >= abs(car)).sum()) / (1 + len(spans)),
        "k_turb": k, "t_turb": t / k, "p_turb": 2 * stats.t.sf(abs(t / k), df), "rank": rank,
        "placebo_p_turb": (1 + rank) / (1 + len(spans)),
        "lo_turb": car - quantile * se * k, "hi_turb": car + quantile * se * k,
        "pct_lo_turb": change(car - quantile * se * k), "pct_hi_turb": change(car + quantile * se * k),
        "status": "gap" if gap[window].any() else "ok",
    }


def filtered(history, code, numeraire, model, z, window, r, gap, dropped):
    """Filtered historical simulation: the pool's own fit, its residuals filtered by an exponentially weighted variance."""
    pool = [t for t in range(max(0, z - 510), max(0, z - 10)) if not np.isnan(r[t]) and not gap[t] and t not in dropped]
    before = [t for t in range(max(0, z - 10), window[0]) if not np.isnan(r[t])]
    y = r[pool]
    if len(pool) < 300 or (y == 0).mean() >= 0.5 or y.std(ddof=1) < 1e-6:
        return {}
    m = np.zeros(len(r))
    if model == "market":
        members = []
        for member in BASKET:
            if member in (code, numeraire):
                continue
            rm, gm = history.returns(member, numeraire)
            if not np.isnan(rm[pool]).any() and not gm[pool].any() and not np.isnan(rm[before + window]).any():
                members.append(rm)
        if not members:
            return {}
        m = np.mean(members, axis=0)
    design = sm.add_constant(m[pool]) if model == "market" else np.ones((len(pool), 1))
    fit = sm.OLS(y, design).fit()
    alpha, beta = fit.params[0], fit.params[1] if model == "market" else 0.0
    ar = r - alpha - beta * m
    f = np.concatenate([fit.resid, [ar[t] for t in before if not gap[t]]])
    v = [fit.mse_resid]
    for move in f:
        v.append(0.96 * v[-1] + 0.04 * move * move)
    n = len(window)
    sums = np.lib.stride_tricks.sliding_window_view(f, n).sum(axis=1)
    sizes = np.abs(sums / np.sqrt(n * np.array(v[: len(sums)])))[30:]
    count = len(sizes)
    if count < 19 or v[-1] == 0:
        return {}
    car, sd = ar[window].sum(), math.sqrt(n * v[-1])
    own = abs(car / sd)
    reached = int((sizes >= own).sum())
    q = np.sort(sizes)[(95 * (count + 1) + 99) // 100 - 1]
    # The tail from scipy, by another way than the closed form: a t(4) scaled to unit variance.
    tail = 2 * stats.t.sf(own * math.sqrt(2) * math.sqrt(count / (sizes @ sizes)), 4) if reached == 0 else 1
    p = (1 + reached) / (1 + count)
    return {
        "alpha_fhs": alpha, "beta_fhs": beta, "car_fhs": car, "sd_fhs": sd, "z_fhs": car / sd, "fhs_n": count, "p_fhs": p,
        "lo_fhs": car - q * sd, "hi_fhs": car + q * sd, "p_fhs_tail": min(p, tail),
    }


def add_families(rows):
    families = {}
    for (_, _, _, numeraire, model, w0, w1), row in rows.items():
        if "p" in row:
            families.setdefault((numeraire, model, w0, w1), []).append(row)
    for family in families.values():
        for source, target in (("p", "p_bh"), ("placebo_p", "placebo_p_bh"), ("p_turb", "p_turb_bh")):
            for row, q in zip(family, multipletests([row[source] for row in family], method="fdr_bh")[1]):
                row[target] = q
        for row in family:
            row["family"] = len(family)
        simulated = [row for row in family if "p_fhs_tail" in row]
        if simulated:
            for row, q in zip(simulated, multipletests([row["p_fhs_tail"] for row in simulated], method="fdr_bh")[1]):
                row["p_fhs_bh"] = q


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("history", "events", "rows"):
        options.add_argument(f"--{name}", required=True)
    options.add_argument("--clean", action="store_true", help="the rows are those of --clean-estimation")
    options = options.parse_args()
    global CLEAN
    CLEAN = options.clean
    history = History(options.history)
    with open(options.events, newline="") as file:
        events = {row["id"]: row for row in csv.DictReader(file)}
    with open(options.rows, newline="") as file:
        printed = [row for row in csv.DictReader(file) if row["status"] != "no_series"]

    def key(row):
        code = row["series"].split(":")[0].split("/")[1]
        return (row["event"], int(row["after_fix"]), code, row["numeraire"], row["model"], int(row["w0"]), int(row["w1"]))

    wanted = {key(row): expected(history, events, key(row)) for row in printed}
    add_families(wanted)
    worst, compared, faults, statuses = {}, {}, [], {}
    for row in printed:
        want = wanted[key(row)]
        statuses[row["status"]] = statuses.get(row["status"], 0) + 1
        for column, text in row.items():
            value = want.get(column)
            if column in TEXT:
                if text != (value or ""):
                    faults.append(f"{key(row)} {column}: printed {text!r}, expected {value!r}")
            elif column in ("event", "date", "after_fix", "series", "numeraire", "model", "w0", "w1"):
                continue
            elif (text == "") != (value is None):
                faults.append(f"{key(row)} {column}: printed {text!r}, expected {value!r}")
            elif text:
                difference = abs(float(text) - value) / max(1, abs(value))
                compared[column] = compared.get(column, 0) + 1
                if not difference <= TOLERANCE:
                    faults.append(f"{key(row)} {column}: printed {text}, expected {value}")
                if difference >= worst.get(column, (-1,))[0]:
                    worst[column] = difference, key(row)
    for column, (difference, where) in worst.items():
        print(f"{column:16} {compared[column]:7} values, largest difference {difference:.3e}  {where}")
    print("statuses:", ", ".join(f"{name} {count}" for name, count in sorted(statuses.items())))
    for fault in faults[:20]:
        print("DIFFERS", fault)
    top = max((difference for difference, _ in worst.values()), default=0)
    print(f"{len(printed)} rows, {len(faults)} fields differ, largest difference {top:.3e}")
    return 1 if faults or not printed or top > TOLERANCE else 0


if __name__ == "__main__":
    sys.exit(main())
