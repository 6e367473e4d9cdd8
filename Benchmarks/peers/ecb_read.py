#!/usr/bin/env python3
"""The peer of `read ecb-hist`: the history of the ECB's rates to long rows with Python's csv module.

Usage: ecb_read.py eurofxref-hist.zip
"""
import csv
import io
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as archive:
    text = io.TextIOWrapper(archive.open(archive.namelist()[0]), encoding="ascii", newline="")
    rows = csv.reader(text)
    names = next(rows)
    long = [(row[0], name, float(cell)) for row in rows for name, cell in zip(names[1:], row[1:]) if cell not in ("", "N/A")]
print(len(long))
