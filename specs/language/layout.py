"""Labels and items that only the layout marks: rows of a table, dots that lead to a value, '//'."""

import re


def labelled(plain: str) -> str:
    """'| Width | 60 cm |' and 'Width ..... 60 cm' read as 'Width: 60 cm': same length, so the
    offsets hold."""
    if " // " in plain:
        # "Library // one floor // 480 m2": what parts the items of a list.
        plain = plain.replace(" // ", " ;  ")
    if "|" in plain:
        plain = ROW.sub(_row, plain)
    if "\n" in plain and (".. " in plain or "__ " in plain or "-- " in plain):
        plain = LEADER.sub(_leader, plain)
    return plain


ROW = re.compile(r"^ *\|[^\n]*$", re.MULTILINE)
# One to a line and in front of it a label: a sentence that hesitates has no line of its own.
LEADER = re.compile(r"^([^\n.:,_]{1,40}?) (?:\.{2,}|_{2,}|-{2,}) (?=[^\n])", re.MULTILINE)


def _row(row: re.Match[str]) -> str:
    cells = row[0].replace("|", " ", 1)
    if cells.rstrip().endswith("|"):
        body = cells.rstrip()
        cells = body[:-1] + " " * (len(cells) - len(body) + 1)
    if not cells.strip(" -:|"):
        return " " * len(cells)
    return cells.replace("|", ":", 1).replace("|", ",")


def _leader(line: re.Match[str]) -> str:
    return f"{line[1]}:".ljust(len(line[0]))
