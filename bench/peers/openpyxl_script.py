# What a script does before it can count anything: openpyxl reads the workbook row by row, in the mode meant for large files.
# Prints the figures that can be told from the cells at once. usage: python3 bench/peers/openpyxl_script.py FILE | --version
import json
import sys

import openpyxl

if sys.argv[1] == "--version":
    print(f"openpyxl {openpyxl.__version__}")
    sys.exit()

rows = openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)
header = next(rows)
stage, amount, currency = (header.index(name) for name in ("Stage", "Amount", "Currency"))
records = won = lost = 0
cents = {}
for row in rows:
    records += 1
    lost += row[stage] == "Closed Lost"
    if row[stage] == "Closed Won":
        won += 1
        money = row[currency]
        cents[money] = cents.get(money, 0) + round((row[amount] or 0) * 100)
revenue = {money: sum / 100 for money, sum in cents.items()}
print(json.dumps({"records": records, "won": won, "lost": lost, "revenue": revenue}))
