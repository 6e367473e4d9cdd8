#!/usr/bin/env python3
"""The peer of `indicators --indicator vol_30 --last`: annualised deviation of the last 30 log returns, every day of every
series, the last value printed. With polars where it is installed, else with Python alone.

Usage: ecb_volatility.py eurofxref-hist.zip
"""
import csv
import io
import math
import statistics
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    content = archive.read(archive.namelist()[0])
try:
    import polars

    frame = polars.read_csv(content, null_values=["N/A", ""]).sort("Date")
    for name in frame.columns[1:]:
        series = frame[name]
        if series.dtype != polars.Float64:
            continue
        returns = series.drop_nulls().log().diff()
        print(name, returns.rolling_std(30, ddof=1)[-1] * math.sqrt(252) * 100)
except ImportError:
    rows = list(csv.reader(io.StringIO(content.decode("ascii"))))
    for index, name in enumerate(rows[0]):
        values = [float(row[index]) for row in reversed(rows[1:]) if index and row[index] not in ("", "N/A")]
        if len(values) > 30:
            returns = [math.log(b / a) for a, b in zip(values, values[1:])]
            print(name, statistics.stdev(returns[-30:]) * math.sqrt(252) * 100)
