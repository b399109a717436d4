"""Numbers that measure nothing: addresses, years, telephone and model numbers, slips."""

from specs.knowledge import wordset
from specs.language.codes import idle_words, is_code
from specs.language.guarded_units import TIMES
from specs.language.numbered import is_numbered
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.triggers import scope_words
from specs.language.units import unit_at
from specs.language.words import function_words

LOOSE_DESIGNATORS = wordset("scope", "loose_designators")

ROAD_LETTERS = wordset("scope", "road_letters")

UNRELATED = wordset("scope", "unrelated")


def unrelated_numbers(
    tokens: Tokens, found: list[Quantity], mention_at: list[Mention | None]
) -> list[Quantity]:
    """Give addresses, years, telephone and model numbers a kind of their own."""
    if not found:
        return found
    idle = idle_words(tokens)
    for index, quantity in enumerate(found):
        said = _is_idle(idle, quantity) and not _is_of_several(tokens, found, index)
        if said or is_code(tokens, quantity):
            quantity.kind = "name"
        elif index and _goes_on(tokens, found[index - 1], quantity):
            quantity.kind = found[index - 1].kind
        elif quantity.kind == "count" and quantity.group < 0:
            ahead = mention_at[quantity.first - 1] if quantity.first else None
            if ahead is None or not _is_long_room(ahead):
                quantity.kind = _kind_of(tokens, found, index)
    return [q for q in found if q.kind not in UNRELATED]


def _is_long_room(mention: Mention) -> bool:
    """'Living room 32' has a size; 'room 32' is a name."""
    return mention.last - mention.first > 1 and mention.entry("space") is not None


def _kind_of(tokens: Tokens, found: list[Quantity], index: int) -> str:
    """What a bare number is: a count, or one of the kinds that count nothing."""
    quantity, words = found[index], tokens.words
    before = words[quantity.first - 1] if quantity.first else ""
    behind = words[quantity.last] if quantity.last < len(words) else ""
    if _is_year(quantity, words, before, behind):
        return "year"
    if is_numbered(tokens, quantity):
        return "name"
    bare = quantity.bound == "exact" or _is_joined(tokens, quantity)
    if before in scope_words("designators") and bare and _names(tokens, quantity, before):
        return "name"
    counted = behind.endswith("s") and behind not in function_words()
    if before == ":" and words[quantity.first - 2] in REFERRING and bare and not counted:
        # "Ref: 4711".
        return "name"
    if before in scope_words("months") or behind in scope_words("months"):
        return "date"
    if _is_address(tokens, quantity):
        return "address"
    if _is_phone(tokens, quantity, found, index):
        return "phone"
    if _is_moment(tokens, quantity, behind) or _is_ratio(words, quantity):
        return "date"
    if before == "(" and behind in AGE_ENDS and words[quantity.first - 2] in RELATIVES:
        # "My aunt (84) lives on a hill".
        return "date"
    if behind in TIMES and _is_of_pixels(tokens, quantity.last + 1):
        return "name"
    steel = behind == "stainless" and words[quantity.first] in STEELS
    return "name" if steel else "count"


def _is_of_pixels(tokens: Tokens, at: int) -> bool:
    """'1500 x 1000 pixels'."""
    unit = unit_at(tokens.words, at + 1) if tokens.kinds[at : at + 1] == [NUMBER] else None
    return unit is not None and unit[0].kind == "resolution"


AGE_ENDS = frozenset({")", ","})
RELATIVES = wordset("scope", "aged")
REFERRING = wordset("scope", "referring")


def _is_idle(idle: bytearray, quantity: Quantity) -> bool:
    said = idle[quantity.first : quantity.last]
    return any(said) if quantity.kind == "count" else quantity.kind == "duration" and all(said)


def _is_of_several(tokens: Tokens, found: list[Quantity], index: int) -> bool:
    """'2x4 GB of RAM': no stud, since what the sign multiplies is measured."""
    if index + 1 >= len(found) or found[index + 1].kind == "count":
        return False
    gap = tokens.words[found[index].last : found[index + 1].first]
    return len(gap) == 1 and gap[0] in TIMES


def _goes_on(tokens: Tokens, before: Quantity, quantity: Quantity) -> bool:
    """'EN 1090-2', '020 7946 0321': one name or telephone number in several numerals."""
    first = quantity.first
    if quantity.kind != "count":
        return False
    if before.kind == "year":
        # "EN 1991-2"; but "1991-2001" is a span.
        return first == before.last and tokens.gaps[first] == "-"
    if before.kind not in UNRELATED:
        return False
    if first == before.last:
        return tokens.gaps[first] in ("-", "") or before.kind == "phone"
    glued = first == before.last + 1 and tokens.words[before.last] in DATE_MARKS
    return glued and tokens.gaps[before.last] == tokens.gaps[first] == ""


def _is_joined(tokens: Tokens, quantity: Quantity) -> bool:
    """'order 77-1029': a range of nothing."""
    return quantity.low is not None and tokens.gaps[quantity.last - 1] == "-"


def _names(tokens: Tokens, quantity: Quantity, before: str) -> bool:
    if quantity.first > 1 and tokens.words[quantity.first - 2] in ("each", "every", "per"):
        # "Each level 8 exam rooms": of every level, not of the eighth.
        return False
    if before == "no" and tokens.kinds[quantity.first] == WORD:
        # "Four, no five, bedrooms".
        return False
    if before in ROAD_LETTERS:
        # "I-65", "A40": a letter names a road only when it is joined to its number.
        return tokens.gaps[quantity.first] in ("", "-")
    if before == "h" and tokens.gaps[quantity.first] == " ":
        # "Desk 160 x 80, h 76".
        return False
    behind = tokens.words[quantity.last] if quantity.last < len(tokens.words) else ""
    if before in NAMING and (behind in function_words() or not behind.endswith("s")):
        return True
    return (
        before not in LOOSE_DESIGNATORS
        or tokens.gaps[quantity.first] == "-"
        or quantity.last >= len(tokens.words)
        or tokens.kinds[quantity.last] == MARK
    )


HOURLY = frozenset({"after", "before", "past", "till", "until"})
CLOCK = range(1, 13)
NAMING = wordset("scope", "naming")
STEELS = wordset("scope", "steels")
DAYS = 31
DATE_REACH = 6
DATE_MARKS = frozenset("/-.:")


def _is_moment(tokens: Tokens, quantity: Quantity, behind: str) -> bool:
    """'24/7', '2025-06-01', '12/05/2026', '14:30', '9am': no amount of anything."""
    words, gaps, size = tokens.words, tokens.gaps, len(tokens.words)
    if behind in ("am", "pm", "o'clock") and gaps[quantity.last] in ("", " "):
        return True
    if behind in ("a", "p") and words[quantity.last + 1 : quantity.last + 3] == [".", "m"]:
        # "From 8 a.m. to 6 p.m.".
        return gaps[quantity.last + 2] == ""
    if words[quantity.first - 1] in HOURLY and quantity.value in CLOCK and quantity.first:
        # "Ring after six".
        return quantity.last >= size or tokens.kinds[quantity.last] == MARK
    first, last = quantity.first, quantity.last
    start, stop = first - DATE_REACH, last + DATE_REACH
    while first > max(1, start) and words[first - 1] in DATE_MARKS and words[first - 2].isdigit():
        if gaps[first] or gaps[first - 1]:
            break
        first -= 2
    while last + 1 < min(size, stop) and words[last] in DATE_MARKS and words[last + 1].isdigit():
        if gaps[last] or gaps[last + 1]:
            break
        last += 2
    parts = [words[i] for i in range(first, last) if words[i].isdigit()]
    if len(parts) == 3:
        short = [len(p) for p in parts] == [2, 2, 2] and max(map(int, parts[:2])) <= DAYS
        return short or any(len(p) == 4 for p in (parts[0], parts[2]))
    clock = len(parts) == 2 and ":" in words[first:last]
    return parts == ["24", "7"] or (clock and len(parts[1]) == 2 and int(parts[0]) < 24)


def _is_ratio(words: list[str], quantity: Quantity) -> bool:
    """'a fall of 1 in 80'."""
    first, last = quantity.first, quantity.last
    starts = words[first] == "1" and words[last : last + 1] == ["in"]
    if starts and last + 1 < len(words) and words[last + 1].isdigit():
        return True
    near = words[max(0, first - PITCH) : last + PITCH]
    if "pitch" in near and "/" in words[first - 1 : last + 1]:
        # "Roof pitch 6/12".
        return words[last : last + 2] == ["/", "12"] or words[first] == "12"
    return words[max(0, first - 2) : first] == ["1", "in"]


PITCH = 4


def _is_year(quantity: Quantity, words: list[str], before: str, behind: str) -> bool:
    if not _looks_like_year(words[quantity.first]):
        return False
    if quantity.low is not None:
        # "Between 1889 and 1891 the pier was rebuilt", but "1800 to 2000 seats".
        return _looks_like_year(words[quantity.last - 1]) and not behind.endswith("s")
    if before.isdigit() and words[max(0, quantity.first - 2)] == "q":
        return True
    if behind in ("and", "or") and _looks_like_year(*words[quantity.last + 1 : quantity.last + 2]):
        # "Extended 1962 and 2003".
        return True
    if before == "the" and behind[:1].isalpha() and not behind.endswith("s"):
        return True
    if before in YEAR_CUES or before in scope_words("months"):
        return True
    return behind in YEAR_NOUNS or (
        not behind[:1].isalpha() and before not in ("for", "seats", "holds")
    )


def _looks_like_year(figure: str = "") -> bool:
    return figure.isdigit() and len(figure) == 4 and 1700 <= int(figure) <= 2100


YEAR_CUES = wordset("scope", "year_cues")

YEAR_NOUNS = wordset("scope", "year_nouns")


def _is_address(tokens: Tokens, quantity: Quantity) -> bool:
    """A number, then one to three capitalised words of which the last names a street."""
    at, size = quantity.last, len(tokens.words)
    if quantity.low is not None:
        return False
    text = tokens.text
    steps = 0
    while at < size and steps < 4 and tokens.kinds[at] == WORD:
        place = tokens.span(at, at + 1)[0]
        if not text.source[place].isupper():
            return False
        if tokens.words[at] in scope_words("street") and (
            steps or tokens.words[at] in ("ne", "nw", "se", "sw", "broadway")
        ):
            return True
        at += 1
        steps += 1
    return False


def _is_phone(tokens: Tokens, quantity: Quantity, found: list[Quantity], index: int) -> bool:
    figure = tokens.words[quantity.first]
    before = tokens.words[max(0, quantity.first - 3) : quantity.first]
    if len(figure) >= 3 and figure.isdigit() and any(w in PHONE_CUES for w in before):
        return True
    at = quantity.first
    while at > max(0, quantity.first - DATE_REACH) and tokens.words[at - 1].isdigit():
        at -= 1
    if at and tokens.words[at - 1] == "+" and not tokens.gaps[at] and tokens.gaps[at - 1]:
        # "+44 20 7946 0018", but neither "G+2" nor "+5 %".
        return tokens.words[quantity.last : quantity.last + 1] != ["%"]
    gap = tokens.gaps[quantity.first]
    previous = tokens.words[quantity.first - 1] if quantity.first else ""
    return gap == "-" and previous.isdigit() and len(previous) >= 3 and len(figure) >= 3


PHONE_CUES = wordset("scope", "phone_cues")
