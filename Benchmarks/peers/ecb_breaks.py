"""Breaks in drift of the 40 longest series by ruptures' KernelCPD, the exact optimum: the peer that `breaks` is timed against.

usage: ecb_breaks.py eurofxref-hist.zip
"""

import csv
import io
import sys
import zipfile

import numpy as np
import ruptures

with zipfile.ZipFile(sys.argv[1]) as archive:
    rows = list(csv.reader(io.StringIO(archive.read(archive.namelist()[0]).decode())))
codes = [code for code in rows[0][1:] if code.strip()]
days = np.array([row[0] for row in rows[:0:-1]], dtype="datetime64[D]")
quotes = np.array([[float(x) if x not in ("N/A", "") else np.nan for x in row[1:len(codes) + 1]] for row in rows[:0:-1]])
longest = sorted(range(len(codes)), key=lambda i: -np.count_nonzero(~np.isnan(quotes[:, i])))[:40]
for column in longest:
    present = ~np.isnan(quotes[:, column])
    r = -100 * np.diff(np.log(quotes[present, column]))
    r = r[np.diff(days[present]).astype(int) <= 5]
    mad = 1.4826 * np.median(np.abs(r - np.median(r)))
    if mad == 0:
        continue
    y = np.clip(r / mad, -5, 5)
    # A linear kernel's cost is the squared error around the mean.
    print(codes[column], *ruptures.KernelCPD(kernel="linear", min_size=20).fit_predict(y, pen=3 * np.log(len(y)))[:-1])
