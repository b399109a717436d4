"""Numbers inside names: 'WAN28282GB', 'XJ-900', '205/55 R16', 'EN 1090-2', '16:9', 'one-off'."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.noun_phrases import breaking_words
from specs.language.number_words import STARTS
from specs.language.numbered import spans_a_name
from specs.language.phrases import Entry, Lexicon
from specs.language.quantity import Quantity
from specs.language.ratings import is_rating
from specs.language.references import REFERENCES, is_reference
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.words import function_words

LONGEST_PREFIX = 6
BITS = wordset("codes", "behind")
PRONOUN_OPENERS = wordset("codes", "pronoun_openers")
COUNTED_BY = wordset("codes", "counted_by")
TYRES = frozenset({"r", "zr"})


def is_code(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether the number is part of a name, a ratio or a figure of speech."""
    if quantity.low is not None and quantity.kind != "count":
        return spans_a_name(tokens, quantity)
    if quantity.kind == "mass" and (_is_lettered(tokens, quantity) or _is_class(tokens, quantity)):
        return True
    if quantity.kind == "count" or quantity.written in SHORT_UNITS:
        return (
            _is_glued(tokens, quantity)
            or _is_lettered(tokens, quantity)
            or _is_ratio(tokens, quantity)
            or _is_resolution(tokens, quantity)
            or (quantity.kind == "count" and _is_named(tokens, quantity))
        )
    return _is_glued(tokens, quantity)


SHORT_UNITS = frozenset({"hour", "watt", "litre", "gram", "metre", "pound", "gigabyte", "degC"})


def idle_words(tokens: Tokens) -> bytearray:
    """Marks the figures of speech: 'one-of-a-kind', 'two-tone', '4x4', 'on one charge'."""
    marked = bytearray(len(tokens.words))
    lexicon = _idioms()
    first_words, lemmas = lexicon.root.next, tokens.lemmas
    for at in [at for at, lemma in enumerate(lemmas) if lemma in first_words]:
        found = lexicon.longest(lemmas, at)
        if found is not None:
            marked[at : found[0]] = b"\x01" * (found[0] - at)
    return marked


@cache
def _idioms() -> Lexicon:
    found = Lexicon()
    found.add_all(listed(table("scope")["figures_of_speech"]), Entry("idiom", "idiom"))
    return found


def _is_glued(tokens: Tokens, quantity: Quantity) -> bool:
    """'LPDDR5', 'MIL-STD-810H', 'XJ-900': capitals joined to the number."""
    first = quantity.first
    if not first or tokens.kinds[first] != NUMBER or tokens.kinds[first - 1] != WORD:
        return False
    if quantity.group >= 0 or tokens.gaps[first] == " " or quantity.label_first == first - 1:
        return False
    if (
        tokens.words[first - 1] == "a"
        and len(tokens.words[first]) == 1
        and quantity.kind == "count"
    ):
        # A size of paper: "up to A3".
        return True
    start, end = tokens.span(first - 1, first)
    prefix = tokens.text.source[start:end]
    short = prefix.isupper() and len(prefix) <= LONGEST_PREFIX
    return short and prefix.lower() not in NO_PREFIX


NO_PREFIX = wordset("codes", "no_prefix")


def _is_lettered(tokens: Tokens, quantity: Quantity) -> bool:
    """'320d', '802.11ax', 'unit 4B', '316L stainless': a letter or two behind make it a name."""
    last = quantity.last
    if quantity.kind == "mass" and tokens.kinds[last : last + 1] == [NUMBER]:
        # "6061-T6"
        return tokens.gaps[last] == "" and tokens.gaps[last - 1] == "-"
    if quantity.kind == "volume":
        return tokens.words[last : last + 1] == ["stainless"]
    if quantity.kind != "count" or quantity.label is not None or last >= len(tokens.words):
        return False
    word = tokens.words[last]
    if tokens.gaps[last] or tokens.kinds[last] != WORD or len(word) > 2 or word in KNOWN_ENDS:
        return False
    return tokens.kinds[last - 1] == NUMBER and tokens.kinds[last + 1 : last + 2] != [NUMBER]


KNOWN_ENDS = wordset("codes", "known_ends")


def _is_class(tokens: Tokens, quantity: Quantity) -> bool:
    """'A half-ton pickup': a class of trucks, whatever they weigh."""
    near = tokens.words[quantity.last : quantity.last + 3]
    hyphen = tokens.gaps[quantity.last - 1] == "-"
    return hyphen and quantity.written == "short_ton" and not TRUCKS.isdisjoint(near)


TRUCKS = frozenset({"truck", "pickup", "pick"})


def _is_ratio(tokens: Tokens, quantity: Quantity) -> bool:
    """'16:9', '1:50', '205/55 R16'; 'EN 1090-2' goes on behind a number that is a name."""
    words, gaps, kinds = tokens.words, tokens.gaps, tokens.kinds
    first, last = quantity.first, quantity.last
    for mark, number in ((last, last + 1), (first - 1, first - 2)):
        if 0 <= number < len(words) and words[mark] == ":" and kinds[number] == NUMBER:
            glued = gaps[mark] == "" and gaps[max(mark, number)] == ""
            if glued and gaps[max(first, mark)] == "":
                return True
    if words[last : last + 1] == ["/"]:
        last += 2
    return words[last : last + 1] != [] and words[last] in TYRES and (
        kinds[last + 1 : last + 2] == [NUMBER] and gaps[last + 1] == ""
    )  # fmt: skip


def _is_resolution(tokens: Tokens, quantity: Quantity) -> bool:
    """'2880 x 1800 panel': pixels, although nobody says so."""
    if quantity.group < 0 or not quantity.guessed:
        return False
    return any(
        tuple(tokens.words[first : first + 3 : 2]) in RESOLUTIONS
        for first in (quantity.first, quantity.first - 2)
        if first >= 0
    )


RESOLUTIONS = frozenset(tuple(pair.split(" x ")) for pair in wordset("codes", "resolutions"))


def _is_named(tokens: Tokens, quantity: Quantity) -> bool:
    words, first, last = tokens.words, quantity.first, quantity.last
    behind = words[last] if last < len(words) else ""
    if behind in BITS and (tokens.gaps[last] in ("", "-") or behind not in ("sized", "in")):
        return True
    if words[first] in TYRES or (words[first - 1 : first] and words[first - 1] in TYRES):
        return tokens.gaps[first] == "" and tokens.kinds[first - 2 : first - 1] == [NUMBER]
    if words[first] == "one" and last == first + 1:
        return _is_pronoun(tokens, quantity) or is_reference(tokens, quantity)
    if first and words[first - 1] in ALL_OF and words[first] in STARTS and _ends(tokens, last):
        # "£150 for the two".
        return True
    if words[last : last + 1] == ["a"] and tokens.quote(last, last + 1) == "A":
        # Amperes: "a 16 A plug".
        return True
    if _is_model(tokens, quantity) or _is_postcode(tokens, quantity):
        return True
    if is_reference(tokens, quantity) or is_rating(tokens, quantity):
        return True
    if _is_of_picture(words, last):
        return True
    if _is_numbered(tokens, first) or (first and words[first - 1] in AGES):
        return True
    return _follows_name(tokens, quantity)


MAKERS = wordset("codes", "makers")
PICTURES = wordset("codes", "pictures")
US_STATES = wordset("codes", "states")
MODEL_WORDS = 2


def _is_of_picture(words: list[str], last: int) -> bool:
    """'a 5K monitor', 'a 1.5 K display': lines and no thousands."""
    end = last + (words[last : last + 1] == ["k"])
    return words[end - 1] == "k" and end < len(words) and words[end] in PICTURES


def _is_model(tokens: Tokens, quantity: Quantity) -> bool:
    """'a Porsche 911', 'the Dell XPS 13 9340': a maker's number, and nothing counted behind."""
    words, first, last = tokens.words, quantity.first, quantity.last
    if tokens.kinds[first] != NUMBER or last != first + 1 or quantity.bound != "exact":
        return False
    behind = words[last] if last < len(words) else ""
    if behind.endswith("s") and behind not in breaking_words():
        return False
    at, source = first - 1, tokens.text.source
    while at >= max(0, first - 1 - MODEL_WORDS - 1):
        word = words[at]
        if word in MAKERS:
            return True
        start = tokens.span(at, at + 1)[0]
        if not (source[start].isupper() or tokens.kinds[at] == NUMBER):
            return False
        at -= 1
    return False


def _is_postcode(tokens: Tokens, quantity: Quantity) -> bool:
    """'Chicago, IL 60601'."""
    first, figure = quantity.first, tokens.words[quantity.first]
    if not first or len(figure) != 5 or not figure.isdigit():
        return False
    state = tokens.quote(first - 1, first)
    return state.isupper() and state.lower() in US_STATES


DEFINITE = frozenset({"the", "our", "my", "these", "those", "them", "its", "their", "your", "a"})
ALL_OF = frozenset({"the", "both", "these", "those"})
AGES = frozenset({"ages", "aged", "age", "turned", "turning", "turns"})


def _is_numbered(tokens: Tokens, first: int) -> bool:
    """'at no. 14', and the 5 of 'no. 3 of 5'."""
    if first > 2 and tokens.words[first - 1] == "of" and tokens.kinds[first - 2] == NUMBER:
        return tokens.words[first - 3] in REFERENCES or _is_numbered(tokens, first - 2)
    if first and tokens.words[first - 1] == "#" and tokens.gaps[first] == "":
        return True
    before = tokens.words[max(0, first - 2) : first]
    if (
        before[-1:] == ["."]
        and len(before) == 2
        and tokens.gaps[first] == tokens.gaps[first - 1] == ""
    ):
        # A name with a dot: "the ID.4".
        return tokens.kinds[first - 2] == WORD
    if (
        before[-1:] == ["/"]
        and tokens.gaps[first] == tokens.gaps[first - 1] == ""
        and (first > 2 and tokens.words[first - 3] in REFERENCES)
    ):
        return True
    lettered = before[:1] in (["usb"], ["type"]) and before[-1] in ("a", "b", "c")
    if lettered or before == ["f", "/"]:
        return True
    if before[-1:] == ["f"] and tokens.gaps[first] == "":
        # An aperture: "f1.8".
        return True
    if not first or tokens.words[first - 1] not in ("no", "nr", "nos"):
        return False
    end = tokens.ends[first - 1]
    return tokens.text.plain[end : end + 1] == "."


def _ends(tokens: Tokens, at: int) -> bool:
    return (
        at >= len(tokens.words) or tokens.kinds[at] == MARK or tokens.words[at] in function_words()
    )


def _is_pronoun(tokens: Tokens, quantity: Quantity) -> bool:
    """'the big one', 'like the one from the shop': it stands for a thing and counts none."""
    words, first, last = tokens.words, quantity.first, quantity.last
    behind = words[last] if last < len(words) else ""
    ends = not behind or tokens.kinds[last] == MARK or behind in function_words()
    if behind == "of" and words[last + 1 : last + 2] != [] and words[last + 1] in DEFINITE:
        return True
    if first and words[first - 1] in STOOD_FOR and behind in DONE_BY:
        # "The new one goes to 160".
        return True
    if not ends or behind in STARTS or tokens.kinds[last : last + 1] == [NUMBER]:
        return False
    if behind in ("or", "and", "to") and words[last + 1 : last + 2] != []:
        following = words[last + 1]
        if following in STARTS or tokens.kinds[last + 1] == NUMBER or following in ("more", "half"):
            return False
    if first and words[first - 1] in COUNTED_BY:
        return False
    return any(word in PRONOUN_OPENERS for word in words[max(0, first - 4) : first])


STOOD_FOR = frozenset({"new", "old", "other", "this", "that", "last", "next", "current", "big",
                       "small", "first", "existing", "present", "which", "second"})  # fmt: skip
DONE_BY = wordset("ellipsis", "gapping") | frozenset(
    {"goes", "went", "comes", "came", "was", "had", "died", "broke", "sits", "sat", "fits", "ran",
     "lasted", "weighed", "measured", "took", "stays", "will", "may", "must", "can", "cannot"}
)  # fmt: skip


def _follows_name(tokens: Tokens, quantity: Quantity) -> bool:
    """'rival of the iPhone 15,': a capitalised word amid small ones, and nothing counted behind."""
    words, first, last = tokens.words, quantity.first, quantity.last
    if first < 2 or tokens.kinds[first] != NUMBER or quantity.low is not None:
        return False
    if tokens.kinds[first - 1] != WORD or tokens.kinds[first - 2] != WORD:
        return False
    if tokens.gaps[first] != " " or quantity.bound != "exact" or words[first - 1] in STARTS:
        return False
    source = tokens.text.source
    name = source[slice(*tokens.span(first - 1, first))]
    before = source[slice(*tokens.span(first - 2, first - 1))]
    if name == name.lower() or before != before.lower() or name.lower() in NO_PREFIX:
        return False
    return last >= len(words) or tokens.kinds[last] == MARK or words[last] in function_words()
