# The core figures with pandas: only the columns needed are read, dates with their format.
# usage: python3 bench/peers/pandas_script.py FILE | --version
import json
import sys

import pandas as pd

if sys.argv[1] == "--version":
    print(f"pandas {pd.__version__}")
    sys.exit()

deals = pd.read_csv(
    sys.argv[1],
    usecols=["Account Name", "Owner", "Stage", "Amount", "Created Date", "Closed Date"],
    dtype={"Account Name": "category", "Owner": "category", "Stage": "category", "Amount": "str"},
    parse_dates=["Created Date", "Closed Date"],
    date_format="%Y-%m-%d",
)
deals["Amount"] = pd.to_numeric(deals["Amount"].str.replace("[$,]", "", regex=True))
won = deals["Stage"] == "Closed Won"
lost = deals["Stage"] == "Closed Lost"
wins = deals[won]
cycle = (wins["Closed Date"] - wins["Created Date"]).dt.days
# Whole cents, so that no sum depends on the order of its terms.
cents = (wins["Amount"] * 100).round()
months = cents.groupby(wins["Closed Date"].dt.strftime("%Y-%m")).sum()
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
            "revenue": float(cents.sum() / 100),
            "meanDeal": float(cents.mean() / 100),
            "meanCycle": float(cycle.mean()),
            "medianCycle": float(cycle.median()),
            "customers": len(customers),
            "repeatRate": float((customers > 1).mean()),
            "months": {month: float(sum / 100) for month, sum in months.items()},
            "owners": {owner: [int(row["sum"]), int(row["count"])] for owner, row in owners.iterrows()},
        }
    )
)
