"""The rows of `bellwether compare --numeraire EUR` for many events by numpy, all events of a currency at once: the peer it is
timed against. Plain t, turbulence, placebo, rank, filtered history and Benjamini-Hochberg, as CSV.

usage: ecb_compare.py eurofxref-hist.zip events.csv [market|mean,…] [0:1,…]
An event's rows count only where the currency and all of the basket have returns on all rows [-510,+10], and a currency whose
first event looks managed is left out whole: of 500 events of 40 currencies the peer computes 9,498 rows where the program tests
14,731, and it prints no status. Where both have a row the figures agree to 1e-9; its families are smaller, so its q-values
do not.
"""

import csv
import io
import sys
import zipfile

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import stats

BASKET = "AUD BRL CAD CHF GBP INR JPY KRW MXN PLN USD ZAR".split()
source, path = sys.argv[1:3]
models = (sys.argv[3] if len(sys.argv) > 3 else "market").split(",")
windows = [tuple(map(int, w.split(":"))) for w in (sys.argv[4] if len(sys.argv) > 4 else "0:1").split(",")]

with zipfile.ZipFile(source) as archive:
    rows = list(csv.reader(io.StringIO(archive.read(archive.namelist()[0]).decode())))
codes = [code for code in rows[0][1:] if code.strip()]
body = rows[:0:-1]
days = np.array([row[0] for row in body], dtype="datetime64[D]")
quotes = np.array([[float(x) if x not in ("N/A", "") else np.nan for x in row[1:len(codes) + 1]] for row in body])
returns = np.vstack([np.full(len(codes), np.nan), -np.diff(np.log(quotes), axis=0)])
column = {code: i for i, code in enumerate(codes)}
with open(path, newline="") as file:
    events = list(csv.DictReader(file))
zero = np.searchsorted(days, np.array([event["date"] for event in events], dtype="datetime64[D]"))


def fit(r, m, model):
    if model == "mean":
        alpha = r.mean(axis=1)
        e = r - alpha[:, None]
        return alpha, np.zeros(len(r)), e, (e**2).sum(axis=1) / (r.shape[1] - 1), None, None
    mbar = m.mean(axis=1)
    centred = m - mbar[:, None]
    smm = (centred**2).sum(axis=1)
    beta = (centred * r).sum(axis=1) / smm
    alpha = r.mean(axis=1) - beta * mbar
    e = r - alpha[:, None] - beta[:, None] * m
    return alpha, beta, e, (e**2).sum(axis=1) / (r.shape[1] - 2), mbar, smm


out = csv.writer(sys.stdout)
out.writerow("event series model w0 w1 alpha beta s2 car se t p lo hi placebo_p k_turb t_turb p_turb rank car_fhs sd_fhs z_fhs p_fhs lo_fhs hi_fhs p_fhs_tail p_bh p_turb_bh p_fhs_bh".split())
lines = []
for code in events[0]["currencies"].split(";"):
    r = returns[:, column[code]]
    m = returns[:, [column[c] for c in BASKET if c != code]].mean(axis=1)
    whole = np.array([z >= 511 and z + 11 < len(r) and not np.isnan(r[z - 510:z + 11] + m[z - 510:z + 11]).any() for z in zero])
    z = zero[whole]
    if len(z) == 0 or (r[z[0] - 260:z[0] - 10] == 0).mean() >= 0.5:
        continue
    at = lambda first, last: z[:, None] + np.arange(first, last + 1)
    for model in models:
        alpha, beta, e, s2, mbar, smm = fit(r[at(-260, -11)], m[at(-260, -11)], model)
        near = r[at(-20, 10)] - alpha[:, None] - beta[:, None] * m[at(-20, 10)]
        a2, b2, f, v0, _, _ = fit(r[at(-510, -11)], m[at(-510, -11)], model)
        later = r[at(-10, 10)] - a2[:, None] - b2[:, None] * m[at(-10, 10)]
        moves = np.hstack([f, later])
        v = np.empty((len(z), moves.shape[1] + 1))
        v[:, 0] = v0
        for i in range(moves.shape[1]):
            v[:, i + 1] = 0.96 * v[:, i] + 0.04 * moves[:, i] ** 2
        df = e.shape[1] - (2 if model == "market" else 1)
        half = stats.t.ppf(0.975, df)
        for w0, w1 in windows:
            n, length = w1 - w0 + 1, e.shape[1]
            car = near[:, w0 + 20:w1 + 21].sum(axis=1)
            variance = n + n * n / length
            if model == "market":
                variance = variance + (m[at(w0, w1)].sum(axis=1) - n * mbar) ** 2 / smm
            se = np.sqrt(s2 * variance)
            k = np.maximum(1, np.sqrt((near[:, w0 + 10:w0 + 20] ** 2).mean(axis=1) / s2))
            t = car / se
            p, p_turb = 2 * stats.t.sf(np.abs(t), df), 2 * stats.t.sf(np.abs(t / k), df)
            spans = np.abs(sliding_window_view(e, n, axis=1).sum(axis=2))
            plain = (spans >= np.abs(car)[:, None]).sum(axis=1)
            rank = (spans >= (np.abs(car) / k)[:, None]).sum(axis=1)
            M = 500 + 10 + w0
            sums = sliding_window_view(moves[:, :M], n, axis=1).sum(axis=2)
            sizes = np.abs(sums / np.sqrt(n * v[:, :sums.shape[1]]))[:, 30:]
            J = sizes.shape[1]
            own_car = later[:, w0 + 10:w1 + 11].sum(axis=1)
            sd = np.sqrt(n * v[:, M])
            own = own_car / sd
            reached = (sizes >= np.abs(own)[:, None]).sum(axis=1)
            q = np.partition(sizes, (95 * (J + 1) + 99) // 100 - 1, axis=1)[:, (95 * (J + 1) + 99) // 100 - 1]
            p_fhs = (1 + reached) / (1 + J)
            x = np.abs(own) * np.sqrt(2 * J / (sizes**2).sum(axis=1))
            tail = np.where(reached == 0, np.minimum(p_fhs, 2 * stats.t.sf(x, 4)), p_fhs)
            figures = np.column_stack([
                alpha, beta, s2, car, se, t, p, car - half * se, car + half * se, (1 + plain) / (1 + spans.shape[1]), k, t / k,
                p_turb, rank, own_car, sd, own, p_fhs, own_car - q * sd, own_car + q * sd, tail])
            names = [events[i]["id"] for i in np.flatnonzero(whole)]
            lines += [[name, f"EUR/{code}:reference:ecb", model, w0, w1, *line] for name, line in zip(names, figures.tolist())]


def bh(p):
    order = np.argsort(p)
    q = np.minimum.accumulate((p[order] * len(p) / np.arange(1, len(p) + 1))[::-1])[::-1]
    back = np.empty(len(p))
    back[order] = q
    return back


for model in models:
    for w0, w1 in windows:
        own = [line for line in lines if line[2:5] == [model, w0, w1]]
        for place in (11, 17, 25):
            for line, q in zip(own, bh(np.array([line[place] for line in own])).tolist()):
                line.append(q)
out.writerows(lines)
