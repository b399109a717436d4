"""The unit said once for two things of a kind: 'tare 980 kg, payload 320', '38 dB, 41 on boost'."""

from functools import cache

from specs.knowledge import listed, phrases_from, table, wordset
from specs.language.number_words import STARTS
from specs.language.parallels import BREAKS, EQUALS, OF_PEOPLE, PLACED, TOTALS
from specs.language.quantity import Quantity
from specs.language.references import NAMED, REFERENCES
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.triggers import scope_words
from specs.language.words import function_words, lemma

STATES = wordset("ellipsis", "states") | wordset("ellipsis", "positions")
MODES = phrases_from("ellipsis", "modes")
NEVER_MEASURED = wordset("ellipsis", "never_measured") | OF_PEOPLE | NAMED | REFERENCES
OF_MASS = wordset("ellipsis", "carrying")
OF_ALL = wordset("ellipsis", "measuring")
MAKING = wordset("ellipsis", "making")
NAMED_ALIKE, LABELLED, CARRIED, PLACES, NEAR = 14.0, 4.5, 3.0, 2.5, 2.0
"""How many times the one figure may be the other."""
FEWEST = 10.0
"""'4 on each side' counts; nobody leaves out what a dozen of are."""
NOUNS, REACH = 3, 8
ARTICLES = frozenset({"the", "a", "an", "its", "our", "my", "only", "just", "now"})


def is_counterpart(tokens: Tokens, quantity: Quantity, other: Quantity, start: int) -> bool:
    """Whether `quantity`, of which the bound starts at `start`, is measured as `other` is."""
    first = quantity.first
    if quantity.low is not None or other.kind in NEVER_SHARED:
        return False
    gap = tokens.words[other.end : start]
    if not gap or len(gap) > REACH or (gap[-1] not in BREAKS and tokens.kinds[first] != NUMBER):
        return False
    if _is_same_use(tokens, quantity, other, gap):
        return True
    if tokens.kinds[first] != NUMBER or not _fits(quantity, other, NAMED_ALIKE):
        return other.kind == "power" and not RESTING.isdisjoint(_behind(tokens, quantity))
    if any(word in ".!?\n" for word in gap):
        return False
    return (
        _is_labelled(tokens, quantity, other, gap)
        or _is_state(tokens, quantity, other, gap)
        or _is_carried(tokens, quantity, other, gap)
    )


def _behind(tokens: Tokens, quantity: Quantity) -> list[str]:
    return tokens.words[quantity.end : quantity.end + 3]


def _is_same_use(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'8 weeks to build, 2 to ship', 'six months of design, ten of building'."""
    behind = _behind(tokens, quantity)
    if len(behind) < 2 or not 1 < len(gap) <= USED or gap[-1] not in (",", "and", ";", "plus"):
        return False
    if behind[0] != gap[0] or gap[0] not in ("to", "of") or not _fits(quantity, other, CARRIED * 2):
        return False
    return behind[1] not in PRONOUNS and tokens.kinds[quantity.end + 1] == WORD


USED = 4
PRONOUNS = frozenset({"them", "these", "those", "which", "the", "it", "each", "us", "whom"})
NEVER_SHARED = frozenset({"count", "ordinal", "decade", "name", "resolution", "ratio"})


def _fits(quantity: Quantity, other: Quantity, times: float) -> bool:
    small, large = sorted((quantity.number, other.number))
    return small > 0 and large <= small * times


def _is_amount(quantity: Quantity) -> bool:
    """More than one counts without saying what."""
    return quantity.number >= FEWEST or quantity.number % 1 > 0


@cache
def _cue_kinds() -> dict[str, set[str]]:
    """What a word measures: 'range' a length, 'payload' a mass."""
    found: dict[str, set[str]] = {}
    for kind, roles in table("cues").items():
        for role, forms in roles.items():
            for form in listed(forms) if not role.startswith("-") else ():
                if " " not in form:
                    found.setdefault(lemma(form), set()).add(kind)
    for kind, words in table("grammar")["ellipsis"]["measured_as"].items():
        for word in listed(words):
            found[word] = {kind}
    return found


def _is_labelled(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'NIA 640 m2, GIA 780': a noun and its figure behind a noun and its figure."""
    if gap[0] not in BREAKS or not _ends(tokens, quantity.end):
        return False
    nouns = gap[1:]
    while nouns and nouns[-1] in EQUALS:
        nouns = nouns[:-1]
    nouns = [word for word in nouns if word not in ARTICLES]
    if not 0 < len(nouns) <= NOUNS or not all(_is_name(word) for word in nouns):
        return False
    last, closed = nouns[-1], function_words()
    if any(word in closed or word in STARTS or word in NEVER_MEASURED for word in nouns):
        return False
    if last in scope_words("designators") or last in scope_words("months"):
        return False
    kinds = _cue_kinds().get(lemma(last))
    if kinds is not None:
        # "Carries 150 kg, weighs 14".
        return other.kind in kinds and (len(kinds) == 1 or _fits(quantity, other, LABELLED))
    if not _fits(quantity, other, LABELLED):
        return False
    ahead = _noun_ahead(tokens, other)
    if ahead is None:
        return False
    front, at = ahead
    several = lemma(last) != last and last not in SINGULAR
    few = other.kind != "money" and not _is_amount(quantity)
    if several and (lemma(front) == front or few):
        # "Width 60 cm, drawers 12" counts; "tables 75 cm high, stools 45" does not.
        return False
    named = tokens.quote(quantity.first - 1, quantity.first).istitle()
    return not named or tokens.quote(at, at + 1)[0].isupper()


def _is_name(word: str) -> bool:
    return word.isalpha() and len(word) > 1


SINGULAR = frozenset({"gross", "glass", "brass", "bus", "dress", "access", "mattress", "chassis"})


def _noun_ahead(tokens: Tokens, other: Quantity) -> tuple[str, int] | None:
    at = other.begin - 1
    while at >= 0 and (tokens.words[at] in EQUALS or tokens.words[at] in ARTICLES):
        at -= 1
    if at < 0 or tokens.kinds[at] != WORD or tokens.words[at] in function_words():
        return None
    return tokens.words[at], at


SAME = frozenset({"ours", "mine", "it", "this", "that", "one", "new", "yours", "theirs"})
MODALS = wordset("ellipsis", "modals")


def _ends(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens):
        return True
    if tokens.kinds[at] == MARK:
        return tokens.words[at] in ENDS
    return tokens.words[at] in ("and", "but", "or", "plus", "with", "so")


ENDS = frozenset(",;.)\n!?")


def _is_state(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'300 nits, 600 in HDR', '39 dB washing, 71 spinning': the same in another state."""
    words, at = tokens.words, quantity.end
    if gap[-1] not in (",", "/", "and", "but", "plus") or len(gap) > 4 or at >= len(tokens):
        return False
    if tokens.kinds[at] != WORD or not all(word.isalpha() for word in gap[:-1]):
        return False
    if not _fits(quantity, other, LABELLED):
        return False
    ends = at + 1 >= len(tokens) or tokens.kinds[at + 1] == MARK
    alike = gap[-1] != "and" or gap[0] in LAST
    if mode_end(tokens, at) or (ends and words[at] in LAST and alike):
        return True
    behind = words[at + 1 : at + 4]
    if words[at] in PLACED and behind and TOTALS.isdisjoint(behind[:2]):
        both = _is_amount(quantity) and _is_amount(other)
        return len(gap) == 1 and both and _fits(quantity, other, PLACES)
    return len(gap) > 1 and ends and any(
        gap[-2].endswith(form) and words[at].endswith(form) for form in FORMS
    )  # fmt: skip


FORMS = ("ing", "ed")


def mode_end(tokens: Tokens, at: int) -> int:
    """The end of a way of running that starts at `at`, 'on boost', 'flat out'; 0 for none."""
    words = tokens.words
    if words[at] in ("on", "in", "at", "under", "off"):
        inner = at + 1 + (words[at + 1 : at + 2] in (["the"], ["a"], ["full"], ["its"]))
        word = words[inner] if inner < len(words) else ""
        return inner + 1 if word in STATES or word in RUN or word in MODES else 0
    for phrase in MODES.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return 0


LAST = wordset("ellipsis", "last_words")
CAUSES = frozenset({"because", "since", "as", "so", "though", "although", "whereas"})
REACHING = wordset("ellipsis", "reaching")
RESTING = wordset("ellipsis", "resting")
RUN = wordset("ellipsis", "run")


def _is_carried(tokens: Tokens, quantity: Quantity, other: Quantity, gap: list[str]) -> bool:
    """'Dad is 104 kg, so it should carry 150': of the kind that the first figure was."""
    if not _ends(tokens, quantity.end) or (BREAKS | CAUSES).isdisjoint(gap[:2]):
        return False
    if not _fits(quantity, other, CARRIED) or "there" in gap:
        return False
    near = _fits(quantity, other, NEAR) and not SAME.isdisjoint(gap)
    if not _is_amount(quantity) and not near:
        return False
    if any(tokens.kinds[at] == NUMBER for at in range(other.end, quantity.first)):
        return False
    if len(gap) > 2 and gap[-1] == "to" and gap[-2] in REACHING:
        return True
    while len(gap) > 2 and gap[-1] in MODALS:
        # "This one must not top 1.8": the bound is no part of `gap`.
        gap = gap[:-1]
    last = gap[-1]
    if near and last in SAME:
        return True
    if last in OF_ALL or (last in OF_MASS and other.kind in ("mass", "volume")):
        return True
    made = [at for at, word in enumerate(gap) if word in MAKING]
    noun = last not in function_words() and lemma(last) == last and last not in NEVER_MEASURED
    return made != [] and 1 < len(gap) - made[-1] <= NOUNS + 1 and noun
