"""Labels and items that only the layout marks: rows of a table, dots that lead to a value, bullets,
the bars, strokes and dashes that part the items of a list."""

import re
from itertools import pairwise


def labelled(plain: str) -> str:
    """'| Width | 60 cm |' and 'Width ..... 60 cm' read as 'Width: 60 cm': same length, so the
    offsets hold."""
    if " // " in plain:
        # "Library // one floor // 480 m2": what parts the items of a list.
        plain = plain.replace(" // ", " ;  ")
    for mark in PARTING:
        if mark in plain:
            plain = _parted(plain, mark)
    if "\n" in plain:
        plain = BULLET.sub(r"\1 \2", plain)
    if "|" in plain:
        plain = ROW.sub(_row, plain)
    if "\n" in plain and (".. " in plain or "__ " in plain or "-- " in plain):
        plain = LEADER.sub(_leader, plain)
    return plain


PARTING = (" | ", " / ", " - ", " — ", " · ")
FEWEST = 3
BULLET = re.compile(r"(^ *)(?:[-*+·—→✓✔]|>(?! *[\d£$€~.]))( )", re.MULTILINE)


def _parted(plain: str, mark: str) -> str:
    """'Desk | oak | 140 x 70 cm | two drawers': the sign stands where a comma could."""
    if plain.count(mark) < FEWEST:
        return plain
    lines = plain.split("\n")
    for at, line in enumerate(lines):
        count = line.count(mark)
        commas = line.count(", ") + line.count("; ")
        if count >= FEWEST and commas < count and not _is_row_or_range(line, mark):
            lines[at] = line.replace(mark, " ; ")
    return "\n".join(lines)


def _is_row_or_range(line: str, mark: str) -> bool:
    """'| Width | 60 cm |', '10 - 20 m', '300 km - 400 km', '140 / 70 / 75 cm', '180 km / h'."""
    if mark == " | ":
        return line.lstrip().startswith("|")
    if mark != " / " and ". " in line:
        # "Speakers - cut. USB hub - cut."
        return True
    parts = list(pairwise(line.split(mark)))
    if any(ahead[-1:].isdigit() and behind[:1].isdigit() for ahead, behind in parts):
        return True
    if mark == " / ":
        return any(ahead[-1:].isalpha() and PER.match(behind) for ahead, behind in parts)
    return any(_same_unit(ahead, behind) for ahead, behind in parts)


PER = re.compile(r"(?:100 ?)?(?:km|h|hr|hour|min|minute|s|day|week|month|year|m2|person)\b")
FIGURE_BEHIND = re.compile(r"([£$€]?)[\d.,]+ ?([^\W\d_]*)")
FIGURE_AHEAD = re.compile(r"([£$€]?)\d[\d.,]* ?([^\W\d_]*)$")


def _same_unit(ahead: str, behind: str) -> bool:
    first, second = FIGURE_AHEAD.search(ahead[-LONGEST_FIGURE:]), FIGURE_BEHIND.match(behind)
    return first is not None and second is not None and first.groups() == second.groups()


LONGEST_FIGURE = 20


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
