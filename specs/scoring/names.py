"""Names that mean the same: spelling, plurals, aliases of the vocabulary, uses, grades, units."""

import re
from functools import cache
from typing import Any

from specs.knowledge import listed, table, vocabulary

WORD = re.compile(r"[a-z0-9]+")
SIBILANTS = ("ches", "shes", "xes", "sses", "zes")
UNIT_MARKS = str.maketrans("", "", " ·.^\t\n")


def fold(word: str) -> str:
    spelling = table("scoring")["spelling"]
    word = spelling.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(SIBILANTS):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return str(spelling.get(word, word))


@cache
def norm(name: str) -> str:
    return "_".join(fold(w) for w in WORD.findall(name.lower().replace("wi-fi", "wifi")))


def words_of(text: str) -> frozenset[str]:
    """Every word of a prompt, as written and folded."""
    found = WORD.findall(text.lower().replace("wi-fi", "wifi"))
    return frozenset(found) | frozenset(fold(word) for word in found)


class Names:
    """The vocabulary's names and aliases in their normal form."""

    def __init__(self, voc: dict[str, Any]) -> None:
        self.categories = {dt: {norm(c) for c in cs} for dt, cs in voc["categories"].items()}
        self.category_aliases = {norm(a): norm(c) for a, c in voc["category_aliases"].items()}
        self.materials, self.material_aliases = _with_aliases(voc["materials"])
        self.spaces, self.space_aliases = _with_aliases(voc["spaces"])
        self.features = {dt: {norm(f) for f in fs} for dt, fs in voc["features"].items()}
        self.feature_aliases = {norm(a): norm(f) for a, f in voc["feature_aliases"].items()}
        self.all_features = frozenset().union(*self.features.values())
        metrics = {name: entry["aliases"] for name, entry in voc["performance"].items()}
        self.metrics, self.metric_aliases = _with_aliases(metrics)
        # Names that are a space and a feature of buildings: a count of one is found in either.
        self.dual = self.spaces & self.features.get("building", set())

    def category(self, name: str | None, design_type: str | None) -> str:
        known = norm(str(name))
        if known in self.categories.get(str(design_type), ()):
            return known
        return self.category_aliases.get(known, known)

    def material(self, name: str | None) -> str:
        return _resolved(norm(str(name)), self.materials, self.material_aliases)

    def space(self, name: str | None) -> str:
        return _resolved(norm(str(name)), self.spaces, self.space_aliases)

    def metric(self, name: str | None) -> str:
        return _resolved(norm(str(name)), self.metrics, self.metric_aliases)

    def feature(self, name: str, design_type: str | None) -> str:
        known = norm(str(name))
        own = self.features.get(str(design_type), set())
        alias = self.feature_aliases.get(known)
        return alias if known not in own and alias is not None and alias in own else known

    def exclusion(self, name: str, design_type: str | None) -> frozenset[str]:
        """Every canonical name that an exclusion may stand for."""
        return frozenset(
            {norm(name), self.feature(name, design_type), self.space(name), self.material(name)}
        )


def _with_aliases(entries: dict[str, list[str]]) -> tuple[set[str], dict[str, str]]:
    names = {norm(name) for name in entries}
    aliases: dict[str, str] = {}
    for name, others in entries.items():
        for other in others:
            aliases.setdefault(norm(other), norm(name))
    return names, aliases


def _resolved(name: str, names: set[str], aliases: dict[str, str]) -> str:
    return name if name in names else aliases.get(name, name)


@cache
def names() -> Names:
    return Names(vocabulary())


@cache
def _use_groups() -> list[frozenset[str]]:
    return [frozenset(norm(use) for use in listed(line)) for line in table("scoring")["uses"]]


def same_use(left: str, right: str) -> bool:
    left, right = norm(left), norm(right)
    first, second = set(left.split("_")), set(right.split("_"))
    if first <= second or second <= first:
        return True
    groups = [g for g in _use_groups() if left in g or first & g]
    return any(right in g or second & g for g in groups)


def same_grade(left: str, right: str) -> bool:
    first, second = set(WORD.findall(str(left).lower())), set(WORD.findall(str(right).lower()))
    return bool(first) and bool(second) and (first <= second or second <= first)


def same_unit(unit: object) -> str:
    folded = str(unit).translate(UNIT_MARKS).lower().replace("²", "2").replace("³", "3")
    folded = folded.replace("nits", "cd/m2").replace("n*m", "nm").replace("kw*h", "kwh")
    if folded in ("", "1", "none", "count", "null"):
        return "1"
    return {"inch": "in", "inches": "in", '"': "in", "db(a)": "db", "dba": "db"}.get(folded, folded)
