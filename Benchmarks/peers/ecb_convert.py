"""The peer of `bellwether rates convert`: Python's own zipfile and csv doing the least that gives the same numbers: rates
carried forward, crosses over the euro. usage: ecb_convert.py eurofxref-hist.zip amounts.csv"""

import bisect
import csv
import io
import sys
import zipfile

source, amounts = sys.argv[1:3]
with zipfile.ZipFile(source) as archive, archive.open(archive.namelist()[0]) as file:
    rows = csv.reader(io.TextIOWrapper(file, "ascii"))
    header = next(rows)
    days = {name: [] for name in header[1:] if name}
    rates = {name: [] for name in days}
    for row in reversed(list(rows)):
        for name, text in zip(header[1:], row[1:]):
            if name and text not in ("", "N/A"):
                days[name].append(row[0])
                rates[name].append(float(text))


def rate(code, day):
    """Units per euro, as of a day."""
    return 1.0 if code == "EUR" else rates[code][bisect.bisect_right(days[code], day) - 1]


out = csv.writer(sys.stdout)
out.writerow(["date", "amount", "from", "to", "result", "rate"])
with open(amounts, newline="") as file:
    for row in csv.DictReader(file):
        day, base, quote = row["date"], row["from"], row["to"]
        one = rate(quote, day) / rate(base, day)
        out.writerow([day, row["amount"], base, quote, float(row["amount"]) * one, one])
