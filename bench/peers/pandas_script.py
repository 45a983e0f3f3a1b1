# The core figures with pandas: only the columns needed are read, dates with their format. Days are read off time stamps,
# an amount that is no number is missing.
# usage: python3 bench/peers/pandas_script.py FILE | --version
import json
import sys

import pandas as pd

if sys.argv[1] == "--version":
    print(f"pandas {pd.__version__}")
    sys.exit()

deals = pd.read_csv(
    sys.argv[1],
    usecols=["Account Name", "Owner", "Stage", "Amount", "Currency", "Created Date", "Closed Date"],
    dtype={"Account Name": "category", "Owner": "category", "Stage": "category", "Amount": "str", "Currency": "category"},
    keep_default_na=False,
    parse_dates=["Created Date", "Closed Date"],
    date_format="ISO8601",
)
deals["Amount"] = pd.to_numeric(deals["Amount"].str.replace("[$,]", "", regex=True), errors="coerce")
won = deals["Stage"] == "Closed Won"
lost = deals["Stage"] == "Closed Lost"
wins = deals[won]
cycle = (wins["Closed Date"].dt.normalize() - wins["Created Date"].dt.normalize()).dt.days
# Whole cents, so that no sum depends on the order of its terms.
cents = (wins["Amount"] * 100).round().dropna()
money = cents.groupby(wins["Currency"], observed=True).agg(["sum", "mean"]) / 100
months = cents.groupby([wins["Closed Date"].dt.to_period("M"), wins["Currency"]], observed=True).sum()
decided = deals[won | lost]
owners = won[decided.index].groupby(decided["Owner"], observed=True).agg(["sum", "count"])
customers = wins["Account Name"].value_counts()
customers = customers[customers > 0]

print(
    json.dumps(
        {
            "records": len(deals),
            "won": int(won.sum()),
            "lost": int(lost.sum()),
            "open": int((~(won | lost)).sum()),
            "winRate": float(won.sum() / len(decided)),
            "revenue": money["sum"].to_dict(),
            "meanDeal": money["mean"].to_dict(),
            "meanCycle": float(cycle.mean()),
            "medianCycle": float(cycle.median()),
            "customers": len(customers),
            "repeatRate": float((customers > 1).mean()),
            "months": {f"{month} {currency}": float(sum / 100) for (month, currency), sum in months.items()},
            "owners": {owner: [int(row["sum"]), int(row["count"])] for owner, row in owners.iterrows()},
        }
    )
)
