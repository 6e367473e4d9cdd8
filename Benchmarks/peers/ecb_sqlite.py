"""The peer of `bellwether import ecb-hist`: Python's own zipfile, csv and sqlite3 doing the least that stores the same
values. usage: ecb_sqlite.py eurofxref-hist.zip ledger.sqlite"""

import csv
import io
import os
import sqlite3
import sys
import zipfile

source, target = sys.argv[1:3]
if os.path.exists(target):
    os.remove(target)
database = sqlite3.connect(target)
database.executescript(
    """
    PRAGMA synchronous = FULL;
    CREATE TABLE observation (series INTEGER, day TEXT, value REAL, text TEXT, PRIMARY KEY (series, day)) WITHOUT ROWID;
    """
)
with zipfile.ZipFile(source) as archive:
    with archive.open(archive.namelist()[0]) as file:
        rows = csv.reader(io.TextIOWrapper(file, "ascii"))
        header = next(rows)
        with database:
            count = 0
            for row in rows:
                cells = [
                    (series, row[0], float(row[series]), row[series])
                    for series in range(1, len(header))
                    if header[series] and row[series] != "N/A"
                ]
                database.executemany("INSERT INTO observation VALUES (?, ?, ?, ?)", cells)
                count += len(cells)
print(count, "values")
