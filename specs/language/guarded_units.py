"""Short words that are a unit in some places and a word or a label in others."""

from specs.knowledge import listed, table, wordset
from specs.language.tokens import NUMBER, WORD, Tokens

DAY_ROOMS = frozenset(
    {"room", "rooms", "lounge", "lounges", "nursery", "nurseries", "bed", "beds", "spa", "spaces"}
)
TIMES = frozenset({"x", "×", "*", "by"})
# Behind a bare "in" one of these says that it is the unit and not the preposition.
AFTER_INCHES = wordset("measures", "after_inches") | TIMES
GUARDED = frozenset(
    [
        "horses",
        "ponies",
        "in",
        "'",
        '"',
        "g",
        "w",
        "h",
        "l",
        "t",
        "st",
        "pt",
        "y",
        "ch",
        "re",
        "#",
        "m",
        "kn",
        "min",
        "bar",
        "bars",
        "day",
    ]
)
# "Zero to sixty in under five seconds".
SPRINTS = frozenset({"60", "62", "100", "sixty", "two", "hundred"})
REST = wordset("sprints", "rest") | {"0"}
HORSES = frozenset({"horses", "ponies", "horse"})
POWER_MAKERS = wordset("measures", "power_makers")
POWER_PLACES = wordset("measures", "power_places")
LESS_THAN_A_STONE = frozenset(map(str, range(1, 14)))
GLUED_ONLY = frozenset({"st", "pt", "y", "ch", "re"})
NETWORKS = frozenset({"2", "3", "4", "5", "6", "2.5", "10"})
MOBILE = frozenset({"3", "4", "5"})
SIDE_LETTERS = frozenset("lwhdb")
LENGTHS = frozenset({"cm", "mm", "m", "in", "ft"})
AFTER_SIDE = frozenset({"by", "and", "with", "x"})


def is_unit(tokens: Tokens, at: int) -> bool:
    """Whether the guarded word at `at`, behind a number, is a unit."""
    words = tokens.words
    word, gap = words[at], tokens.gaps[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "day" or (word == "in" and _is_abbreviated(tokens, at, following)):
        # "Four day rooms", "two day nurseries".
        return word == "in" or gap == "-" or following not in DAY_ROOMS
    if word == "in":
        # "0-100 in under 8 s" is no length.
        sprint = words[at - 1] in SPRINTS and not REST.isdisjoint(words[max(0, at - 6) : at - 1])
        centred = following in CENTRED and _is_on_centre(words, at + 1)
        return gap == "" or centred or (_are_inches(following) and not sprint)
    if word == "st" and tokens.kinds[at + 1 : at + 2] == [NUMBER]:
        # "11 st 6 lb", "12st 7".
        ordinal = words[at - 1].endswith("1") and not words[at - 1].endswith("11")
        bare = gap == "" and not ordinal and words[at + 1] in LESS_THAN_A_STONE
        return bare or words[at + 2 : at + 3] in (["lb"], ["lbs"], ["pounds"])
    if word in ("'", '"') or word in GLUED_ONLY:
        # "60's style" is no length.
        decade = word == "'" and following == "s" and tokens.gaps[at + 1] == ""
        return gap == "" and not decade
    if word == "w" and following == "/" and tokens.gaps[at + 1] == "":
        # "2 shelves w/ lights"; "150 W / 33 dB" is a power.
        return False
    if word in ("w", "h", "l", "t"):
        return not (_is_grade(tokens, at, following) or _is_side(tokens, at, following))
    if word == "g":
        return not _is_network(tokens, at)
    if word in HORSES:
        # "150 horses under the bonnet"; a stable for 20 horses has no power.
        before, behind = words[max(0, at - 6) : at], words[at + 1 : at + 5]
        return not (POWER_MAKERS.isdisjoint(before) and POWER_PLACES.isdisjoint(behind))
    if word in ("bar", "bars", "min"):
        return not _is_least(words, at) if word == "min" else _are_bars(words, at, following)
    if word == "m" and gap == " " and _is_glued_number(tokens, at):
        # "Four M10 anchors".
        return tokens.quote(at, at + 1) != "M"
    if word == "kn":
        # Knots are never written "kN", which is a force.
        return tokens.quote(at, at + 1) != "kN"
    return word != "#" or (gap == "" and not following[:1].isalnum())


BAR_NOUNS = wordset("measures", "bar_nouns")
PRESSURE = wordset("measures", "pressure_cues")


def _are_bars(words: list[str], at: int, following: str) -> bool:
    """'9 bar', 'espresso, 15 bars'; but '4 bar stools', '2 bars and a restaurant'."""
    if words[at] == "bar":
        return following not in BAR_NOUNS
    near = words[max(0, at - 5) : at + 4]
    listed = words[max(0, at - 2)] == "," == following and len(words[at - 1]) > 1
    return listed or "." in words[at - 1] or not PRESSURE.isdisjoint(near)


# Steels that come with a low share of carbon, and what stands in front of their name.
LOW_CARBON = frozenset({"304", "316"})
STEEL_LINKS = frozenset({"in", "from", "grade", "aisi", "type", "ss", "stainless", "steel"})
PARTS = wordset("materials", "common_parts") | frozenset(listed(table("uses")["whole"]))


def _is_steel(tokens: Tokens, at: int, following: str) -> bool:
    """'A case in 316L', 'housing | 316L', '316L rails'; a cupboard of 316 l holds so much."""
    if tokens.gaps[at] != "" or tokens.quote(at, at + 1) != "L":
        return False
    words, ahead = tokens.words, tokens.words[at - 2 : at - 1]
    shell = at > 2 and tokens.lemmas[at - 3] in PARTS - VESSELS
    labelled = shell and ahead[0] in (":", "|", "=", "of")
    named = tokens.lemmas[at + 1 : at + 2]
    behind = following in ("stainless", "steel") or (named != [] and named[0] in PARTS - VESSELS)
    return (
        behind or labelled or (ahead != [] and ahead[0] in STEEL_LINKS and words[at - 3] != "out")
    )


VESSELS = frozenset(
    {"tank", "drum", "reservoir", "tub", "jug", "basket", "bowl", "box", "cavity", "chamber"}
    | {"volume", "drawer", "cabinet", "unit", "total", "cylinder", "pan", "jar", "cup"}
)


def _is_glued_number(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at + 1 : at + 2] == [NUMBER] and tokens.gaps[at + 1] == ""


def _is_least(words: list[str], at: int) -> bool:
    """'seats: 2 min, 4 max': the least of a pair and no minutes."""
    behind, before = words[at + 1 : at + 4], words[max(0, at - 4) : at]
    most = behind[-1:] in (["max"], ["maximum"]) and behind[0] in PAIRED
    return most or ("max" in before[1:2] and before[2:3] != [] and before[2] in PAIRED)


PAIRED = frozenset({",", "-", "/", "and", "to", ";"})


def _is_abbreviated(tokens: Tokens, at: int, following: str) -> bool:
    """'a 27-in. washer', '3/16 in steel plate', but no '3-in-1'."""
    plain, end = tokens.text.plain, tokens.ends[at]
    if plain[end : end + 1] == "." and plain[end + 1 : end + 2] != "":
        return True
    if tokens.words[at + 1 : at + 3] == ["4", "k"]:
        # "A monitor 32 in 4k".
        return True
    fraction = at > 2 and tokens.words[at - 2] == "/" and tokens.gaps[at - 1] == ""
    hyphen = tokens.gaps[at] == "-" and following[:1].isalpha() and following not in IN_ONE
    return fraction or hyphen


IN_ONE = frozenset({"one", "a", "line", "the"})


def _is_grade(tokens: Tokens, at: int, following: str) -> bool:
    """'6061-T6', '6082 T6', '5083-H116': the temper of an alloy; "a 3-t crane" weighs tonnes."""
    word, ahead = tokens.words[at], tokens.words[at - 1]
    if word == "l":
        return ahead in LOW_CARBON and _is_steel(tokens, at, following)
    if word == "w" or tokens.kinds[at + 1 : at + 2] != [NUMBER] or tokens.gaps[at + 1] != "":
        return False
    return tokens.gaps[at] == "-" or len(ahead) == len("6061")


def _is_side(tokens: Tokens, at: int, following: str) -> bool:
    """'60 W x 50 D', '60w x 55d x 85h cm': a label where another side goes before or behind."""
    words, kinds = tokens.words, tokens.kinds
    next_side = following in TIMES and kinds[at + 2 : at + 3] == [NUMBER]
    if next_side and at + 3 >= len(words) and len(words[at + 2]) == 1:
        # "60 W x 2".
        return False
    if tokens.gaps[at] == "":
        # "60W x 2" are lamps: glued letters label only in a row of such letters.
        next_side = next_side and words[at + 3 : at + 4] != [] and words[at + 3] in SIDE_LETTERS
        last_side = at > 3 and words[at - 2] in TIMES and words[at - 3] in SIDE_LETTERS
        return next_side or last_side
    if following in SIDE_LETTERS and words[at + 2 : at + 3] != [] and words[at + 2] in SIDE_LETTERS:
        # "178 x 60 x 64 H W D".
        return True
    last_side = at > 3 and words[at - 2] in TIMES and words[at - 3] in SIDE_LETTERS
    if last_side and len(words[at - 1]) > SHORT and not following[:1].isalnum():
        # "1010 w x 2110 h".
        return True
    front = at > 1 and words[at - 2] in SIDE_LETTERS
    next_side = next_side or (front and kinds[at + 1 : at + 2] == [NUMBER])
    if following == "in" and at + 2 < len(words) and words[at + 2] not in AFTER_SIDE:
        # "1.2 l in volume", "1 L in 3 min": a preposition.
        worded = kinds[at + 2] in (WORD, NUMBER)
        return next_side if worded else next_side or following in LENGTHS
    return next_side or following in LENGTHS


SHORT = 2
"""Digits of hours, at most."""


def _are_inches(following: str) -> bool:
    if not following or following in AFTER_INCHES:
        return True
    return not following[0].isalnum() and following not in "('\""


CENTRED = frozenset({"o", "c", "on", "w"})


def _is_on_centre(words: list[str], at: int) -> bool:
    """'16 in o.c.', '24 in on centre', '12 in c/c'; 'a 27 in w/ stand' is as wide."""
    if words[at] == "on":
        return words[at + 1 : at + 2] != [] and words[at + 1] in CENTRES
    if words[at] == "w":
        return words[at + 1 : at + 2] == ["/"]
    return words[at + 1 : at + 2] in (["."], ["/"], ["c"], ["-"])


CENTRES = frozenset({"center", "centre", "centers", "centres"})


def _is_network(tokens: Tokens, at: int) -> bool:
    """5G is a network, 5g a mass; 'GPS, 4g, 64 gb' in small letters throughout is one, too."""
    place = tokens.span(at, at + 1)[0]
    if tokens.words[at - 1] not in NETWORKS:
        return False
    small = tokens.gaps[at] == "" and tokens.words[at - 1] in MOBILE
    return tokens.text.source[place] == "G" or (small and _is_listed(tokens, at))


def _is_listed(tokens: Tokens, at: int) -> bool:
    """An item of its own, and nothing that weighs: 'earbuds, 5g each'."""
    behind, ahead = tokens.words[at + 1 : at + 2], tokens.words[max(0, at - 2) : at - 1]
    return (not behind or behind[0] in (",", ";", ".", "and", "/", "or", "\n")) and (
        ahead in ([","], [";"], ["and"], ["with"], ["/"], ["no"], ["+"])
    )
