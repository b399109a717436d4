"""`python -m tests.coverage_floor` after a measured run: the worst files; is it enough?

Branches are held to a floor of their own: a share of lines and branches together hides them.
"""

import json
import sys
from pathlib import Path

from coverage import Coverage

BRANCHES = 90.0  # percent; it only rises
WORST = 20
REPORT = Path("var/coverage/report.json")


def main() -> int:
    measured = Coverage()
    measured.load()
    measured.json_report(outfile=str(REPORT))
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    shares = {name: part["summary"]["percent_covered"] for name, part in report["files"].items()}
    for name in sorted(shares, key=shares.__getitem__)[:WORST]:
        print(f"{shares[name]:6.1f} %  {name}")
    totals = report["totals"]
    statements, branches = totals["percent_statements_covered"], totals["percent_branches_covered"]
    print(f"\nstatements {statements:.2f} %, branches {branches:.2f} %, {len(shares)} files")
    if branches < BRANCHES:
        print(f"Fewer than {BRANCHES:g} % of the branches are covered.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
