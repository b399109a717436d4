"""Word forms: one lemma for plurals and for British and American spelling."""

from functools import cache

from specs.knowledge import listed, table, wordset

SPELLING = {
    "colour": "color",
    "centre": "center",
    "theatre": "theater",
    "aluminium": "aluminum",
    "grey": "gray",
    "fibre": "fiber",
    "fibreboard": "fiberboard",
    "fibreglass": "fiberglass",
    "storey": "story",
    "tyre": "tire",
    "metre": "meter",
    "kilometre": "kilometer",
    "litre": "liter",
    "mould": "mold",
    "moulded": "molded",
    "carcase": "carcass",
    "programme": "program",
    "neighbourhood": "neighborhood",
    "harbour": "harbor",
    "galvanised": "galvanized",
    "anodised": "anodized",
    "motorised": "motorized",
    "stabiliser": "stabilizer",
    "organiser": "organizer",
    "pressurised": "pressurized",
    "catalogue": "catalog",
    "cancelling": "canceling",
    "travelling": "traveling",
    "panelling": "paneling",
    "levelling": "leveling",
    "jewellery": "jewelry",
    "plough": "plow",
    "grille": "grill",
    "licence": "license",
    "defence": "defense",
    "cheque": "check",
    "sulphur": "sulfur",
    "storeyed": "story",
    "storied": "story",
    "aeroplane": "airplane",
    "timbre": "timber",
    "vapour": "vapor",
    "armour": "armor",
    "enamelled": "enameled",
    "woollen": "woolen",
    "mahagony": "mahogany",
    "favourite": "favorite",
    "modelled": "modeled",
    "labelled": "labeled",
    "parlour": "parlor",
    "worshipper": "worshiper",
    "traveller": "traveler",
    "calibre": "caliber",
    "doughnut": "donut",
    "stn": "station",
    "rm": "room",
    "rms": "room",
    "bathrm": "bathroom",
    "bedrm": "bedroom",
}
IRREGULAR = {
    "shelves": "shelf",
    "bookshelves": "bookshelf",
    "halves": "half",
    "knives": "knife",
    "lives": "life",
    "leaves": "leaf",
    "wolves": "wolf",
    "lofts": "loft",
    "feet": "foot",
    "teeth": "tooth",
    "men": "man",
    "women": "woman",
    "geese": "goose",
    "mice": "mouse",
    "wcs": "wc",
    "tvs": "tv",
    "pcs": "pc",
    "acs": "ac",
    "evs": "ev",
    "buses": "bus",
    "busses": "bus",
    "gases": "gas",
    "lenses": "lens",
    "canvases": "canvas",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "pies": "pie",
    "dies": "die",
    "atria": "atrium",
    "axes": "axis",
    "matrices": "matrix",
    "criteria": "criterion",
    "foyers": "foyer",
    "houses": "house",
    "warehouses": "warehouse",
    "greenhouses": "greenhouse",
    "axles": "axle",
    "benches": "bench",
    "couches": "couch",
    "watches": "watch",
    "churches": "church",
    "porches": "porch",
    "arches": "arch",
    "hatches": "hatch",
    "garages": "garage",
    "lounges": "lounge",
    "caches": "cache",
    "niches": "niche",
    "quiches": "quiche",
    "headaches": "headache",
    "stoves": "stove",
    "children": "child",
    "quays": "quay",
    "moves": "move",
    "hooves": "hoof",
    "roofs": "roof",
    "rooves": "roof",
    "speeches": "speech",
    "scarves": "scarf",
    "loaves": "loaf",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "heroes": "hero",
}
# Negated verbs without their apostrophe, as people type them.
CONTRACTIONS = {
    "reqd": "required",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "isnt": "isn't",
    "arent": "aren't",
    "wasnt": "wasn't",
    "wont": "won't",
    "cant": "can't",
    "shouldnt": "shouldn't",
    "wouldnt": "wouldn't",
    "couldnt": "couldn't",
    "mustnt": "mustn't",
    "havent": "haven't",
    "hasnt": "hasn't",
    "neednt": "needn't",
}
# Words that end in s and are no plural, and plurals that mean another thing than their singular.
KEPT = wordset("words", "kept")


@cache
def _lemmas() -> dict[str, str]:
    return {**SPELLING, **IRREGULAR, **{word: word for word in KEPT}}


MOST_KNOWN = 50_000
_CACHE: dict[str, str] = {}


def lemma(word: str) -> str:
    """`storeys` and `story` are one word; so are `aluminium` and `aluminum`."""
    known = _CACHE.get(word)
    if known is None:
        known = _fold(word)
        if len(_CACHE) > MOST_KNOWN:
            _CACHE.clear()
        _CACHE[word] = known
    return known


def forms(word: str) -> tuple[str, str]:
    """A word as it is read, with its apostrophe, and its lemma."""
    whole = CONTRACTIONS.get(word, word)
    return whole, lemma(whole)


def _fold(word: str) -> str:
    known = _lemmas()
    if word.endswith("'s"):
        word = word[:-2]
    if word in known:
        return known[word]
    word = _without_ending(word)
    return known.get(word, word)


def _without_ending(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def singular(word: str) -> str:
    """The singular in the spelling of the prompt: `theatres` is `theatre`."""
    if word in KEPT:
        return word
    return IRREGULAR.get(word) or _without_ending(word)


@cache
def word_class(name: str) -> frozenset[str]:
    """A closed class of `words.yaml`."""
    return frozenset(listed(table("words")[name]))


@cache
def function_words() -> frozenset[str]:
    """Words that no noun phrase contains."""
    names = ("determiners", "prepositions", "conjunctions", "pronouns", "auxiliaries")
    return frozenset().union(*(frozenset(listed(table("words")[name])) for name in names))


@cache
def describing_words() -> frozenset[str]:
    """Colours, styles, sizes and qualities: they say how a part is, not which part."""
    return (
        word_class("colors") | word_class("styles") | word_class("sizes") | word_class("qualities")
    )
