"""The phrases that open a scope."""

from functools import cache

from specs.knowledge import listed, table
from specs.language.phrases import Entry, Lexicon
from specs.language.tokens import Tokens

TABLES = (
    "reason", "open", "known", "idioms", "behind", "dismissed", "subjects",
)  # fmt: skip

Trigger = tuple[int, tuple[Entry, ...]]
"""The end of a trigger, and what it may open."""


@cache
def triggers() -> Lexicon:
    data, found = table("scope"), Lexicon()
    for group in ("beside", "replaced"):
        for name, forms in data[group].items():
            found.add_all(listed(forms), Entry(group, name))
    for name in TABLES:
        forms = listed(data[name])
        # Half of all people type "dont" and "isnt".
        hasty = [form.replace("n't", "nt") for form in forms if "n't" in form]
        found.add_all([*forms, *hasty], Entry(name, name))
    found.add_all(_refused_provisions(), Entry("behind", "behind"))
    return found


def _refused_provisions() -> list[str]:
    data = table("scope")["provisions"]
    done = listed(data["done"])
    forms = [f"{refusal} {verb}" for refusal in listed(data["refusals"]) for verb in done]
    bare = [
        f"{verb} {done}"
        for verb in ("not", "is not", "are not", "isn't", "aren't", "was not", "were not")
        for done in listed(data["plainly"])
    ]
    return [*forms, *bare]


@cache
def scope_words(name: str) -> frozenset[str]:
    return frozenset(listed(table("scope")[name]))


def triggers_in(tokens: Tokens) -> dict[int, Trigger]:
    """Every trigger of the text, by the token at which it begins, from left to right."""
    lexicon, lemmas = triggers(), tokens.lemmas
    first_words, found = lexicon.root.next, {}
    for at in [at for at, lemma in enumerate(lemmas) if lemma in first_words]:
        match = lexicon.longest(lemmas, at)
        if match is not None:
            found[at] = match
    return found
