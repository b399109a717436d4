"""The lexicons of `specs.knowledge` as phrases that a text may mention."""

import gc
import re
from collections.abc import Iterable
from functools import cache

from specs.design import DESIGN_TYPES
from specs.knowledge import listed, table, vocabulary, wordset
from specs.language.phrases import Entry, Lexicon
from specs.language.words import lemma

KIND, MATERIAL, SPACE, FEATURE, FREE = "kind", "material", "space", "feature", "free"


def snake(text: str) -> str:
    """A name in the spec's form: `page-turn buttons` is `page_turn_buttons`."""
    text = text.replace("'", "")
    return "_".join(
        "".join(c if c.isalnum() and c.isascii() else " " for c in text.lower()).split()
    )


@cache
def lexicon() -> Lexicon:
    found = Lexicon()
    _kinds(found)
    _materials(found)
    _spaces(found)
    _features(found)
    # The lexicons live as long as the process. Frozen, they cost the collector nothing: its full
    # passes over these thousands of nodes took longer than ten readings.
    gc.freeze()
    return found


def _kinds(found: Lexicon) -> None:
    voc = vocabulary()
    of_category = {c: dt for dt, cs in voc["categories"].items() for c in cs if c != "general"}
    for design_type, categories in table("kinds").items():
        for category, names in categories.items():
            found.add_all(listed(names), Entry(KIND, category, design_type))
            if category != "general":
                found.add(category.replace("_", " "), Entry(KIND, category, design_type))
    for design_type, compounds in table("compounds").items():
        for category, groups in compounds.items():
            entry = Entry(KIND, category, design_type)
            for group in groups:
                lasts = listed(group["last"])
                for name in (f"{a} {b}" for a in listed(group["first"]) for b in lasts):
                    # A name that is listed itself means what the list says.
                    found.add(name, entry, unless=KIND)
    for alias, category in voc["category_aliases"].items():
        if alias not in MODIFIERS:
            found.add(alias, Entry(KIND, category, of_category[category]))


# Aliases of the vocabulary that describe a kind and never name one.
MODIFIERS = frozenset({"residential", "commercial", "industrial"})


def _materials(found: Lexicon) -> None:
    data = table("materials")
    grades = {name: listed(kinds) for name, kinds in data["grades"].items()}
    for name, aliases in vocabulary()["materials"].items():
        found.add(name.replace("_", " "), Entry(MATERIAL, name))
        for alias in aliases:
            if alias not in grades.get(name, ()):
                found.add(alias, Entry(MATERIAL, name))
    for name, aliases in data["names"].items():
        found.add(name.replace("_", " "), Entry(MATERIAL, name))
        found.add_all(listed(aliases), Entry(MATERIAL, name))
    for name, kinds in grades.items():
        for grade in kinds:
            found.add(grade, Entry(MATERIAL, name, grade_name(grade)))
    for name, codes in data["codes"].items():
        for code in map(str, codes):
            _graded(found, name, code, data["suffixes"].get(name, ()))


def _graded(found: Lexicon, name: str, code: str, suffixes: Iterable[str]) -> None:
    # "6061 aluminium", and the other way round: "stainless 304", "aluminium alloy 6061".
    for metal in (name.replace("_", " "), *CALLED.get(name, ())):
        found.add(f"{code} {metal}", Entry(MATERIAL, name, code.upper()))
        found.add(f"{metal} {code}", Entry(MATERIAL, name, code.upper()))
    if not code.isdigit():
        found.add(code, Entry(MATERIAL, name, code.upper()))
    if not WITH_SUFFIX.fullmatch(code):
        return
    for suffix in suffixes:
        full = f"{code}-{suffix}" if code.isdigit() else code + suffix
        found.add(full, Entry(MATERIAL, name, full.upper()))
        found.add(f"{name} {full}", Entry(MATERIAL, name, full.upper()))


WITH_SUFFIX = re.compile(r"s\d{3}|\d{4}")
"""Codes that a quality or a temper may follow: S355J2, 6082-T6."""
CALLED = {
    "aluminum": (
        "alloy",
        "aluminum alloy",
        "alu",
        "al",
        "aluminum grade",
        "marine aluminum",
        "marine grade aluminum",
    ),
    "stainless_steel": ("stainless", "inox", "ss", "steel", "stainless steel grade"),
    "steel": ("steel grade",),
}
"""How a metal is called beside the code of its grade."""


def grade_name(grade: str) -> str:
    """ABS, PVC: acronyms as the trade writes them; 'mango wood' is mango, 'EVA foam' is EVA."""
    if grade in ACRONYMS:
        return grade.upper()
    for ending in (" wood", "wood", " foam", " glass"):
        if grade.endswith(ending) and grade not in WHOLE_NAMES and len(grade) > len(ending) + 2:
            kind = grade.removesuffix(ending)
            return kind.upper() if kind in ACRONYMS else kind
    return grade.removeprefix("reclaimed ")


ACRONYMS = wordset("lexicon", "acronyms")
WHOLE_NAMES = wordset("lexicon", "whole_names")


def _spaces(found: Lexicon) -> None:
    for name, aliases in vocabulary()["spaces"].items():
        found.add(name.replace("_", " "), Entry(SPACE, name))
        found.add_all(aliases, Entry(SPACE, name))
    data = table("spaces")
    for name, forms in data["names"].items():
        found.add(name.replace("_", " "), Entry(SPACE, name))
        found.add_all(listed(forms), Entry(SPACE, name))
    for room in listed(data["rooms"]):
        found.add(room, Entry(SPACE, snake(room), "room"))


def _features(found: Lexicon) -> None:
    voc, data = vocabulary(), table("features")
    types = feature_types()
    for name in sorted(types):
        found.add(name.replace("_", " "), Entry(FEATURE, name))
    for alias, name in voc["feature_aliases"].items():
        if alias not in AMBIGUOUS:
            found.add(alias, Entry(FEATURE, name, _types_of(alias)))
    for name, forms in data["names"].items():
        for form in listed(forms):
            found.add(form, Entry(FEATURE, name, _types_of(form)))
    for name, other in data["others"].items():
        for form in listed(other["forms"]):
            found.add(form, Entry(FEATURE, name))
    _free_features(found)


def _free_features(found: Lexicon) -> None:
    data = table("features")
    for design_type, names in data["free"].items():
        for name in listed(names):
            found.add(name, Entry(FREE, snake(name), design_type))
    for design_type, wishes in data["said"].items():
        for name, forms in wishes.items():
            found.add_all(listed(forms), Entry(FREE, name, design_type))
    for name, item in data["items"].items():
        found.add_all(item["words"], Entry(FEATURE, name, tuple(item["types"])))


def _types_of(form: str) -> tuple[str, ...] | None:
    limit = table("features")["words"].get(form)
    return tuple(limit) if isinstance(limit, list) else None


@cache
def said(design_type: str) -> frozenset[str]:
    """The phrases that ask for a part by another word than its name: 'needs to rock'."""
    wishes = table("features")["said"].get(design_type, {})
    return frozenset(form for forms in wishes.values() for form in listed(forms))


@cache
def item_words() -> dict[str, frozenset[str]]:
    """The words that ask for a feature only as an item of their own, by feature."""
    return {name: frozenset(item["words"]) for name, item in table("features")["items"].items()}


# "standing" and "ac" are read by rules of their own: a chair stands too, and an AC is a machine.
AMBIGUOUS = frozenset({"standing"})


@cache
def feature_types() -> dict[str, frozenset[str]]:
    """The design types in which each feature with a normal name is one."""
    found: dict[str, set[str]] = {}
    for design_type, names in vocabulary()["features"].items():
        for name in names:
            found.setdefault(name, set()).add(design_type)
    limited = table("features")["types"]
    for name, own in found.items():
        # A name of another type's list is used where it is the same thing (rule 10); the names
        # that mean something else there are limited by the data.
        own.update(limited.get(name, DESIGN_TYPES))
    for name, other in table("features")["others"].items():
        found[name] = set(other["types"])
    return {name: frozenset(types) for name, types in found.items()}


@cache
def known_words() -> frozenset[str]:
    """Lemmas of every phrase: what a typing error may be corrected to."""
    words: set[str] = set()
    stack = [lexicon().root]
    while stack:
        node = stack.pop()
        words.update(node.next)
        stack.extend(node.next.values())
    return frozenset(words)


@cache
def use_names() -> dict[str, str]:
    """Uses with a normal name, by lemma: siding is the facade, a housing the body."""
    return {
        lemma(word): name
        for name, words in table("uses")["normal"].items()
        for word in listed(words)
    }
