"""What a prompt says about something else, and what it rules out."""

from dataclasses import dataclass
from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.clauses import DASHES, FULL_STOPS
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry, Lexicon, Mention
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.words import describing_words, word_class

POSSESSIVES = wordset("scope", "possessives")
CLAUSE_ENDS = wordset("scope", "clause_ends")
PERSON_FILLERS = wordset("scope", "person_fillers")
LABEL_FILLERS = wordset("scope", "label_fillers")
UNRELATED = wordset("scope", "unrelated")
ROAD_LETTERS = wordset("scope", "road_letters")
LOOSE_DESIGNATORS = wordset("scope", "loose_designators")

LONGEST_NOUN = 5


@dataclass(frozen=True, slots=True)
class Negation:
    """`items` are the token ranges of the excluded things; `known` allows only known names."""

    first: int
    last: int
    items: tuple[tuple[int, int], ...]
    known: bool = False


@cache
def _triggers() -> Lexicon:
    data, found = table("scope"), Lexicon()
    for name, forms in data["beside"].items():
        found.add_all(listed(forms), Entry("beside", name))
    for name in ("replaced", "reason", "open", "known", "idioms", "behind", "subjects"):
        found.add_all(listed(data[name]), Entry(name, name))
    return found


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(listed(table("scope")[name]))


def _trigger_at(tokens: Tokens, at: int) -> tuple[int, Entry] | None:
    found = _triggers().longest(tokens.lemmas, at)
    return (found[0], found[1][0]) if found is not None else None


def asides(
    tokens: Tokens,
    sentence: list[int],
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
) -> bytearray:
    """Marks every token that speaks of a neighbour, a site, a predecessor, a person or a reason."""
    size = len(tokens)
    away = bytearray(size)
    at = 0
    while at < size:
        starts = at == 0 or sentence[at] != sentence[at - 1]
        if starts:
            end = _subject_scope(tokens, at, sentence)
            if end:
                _mark(away, at, end)
                at = end
                continue
        mention = mention_at[at]
        if mention is not None and mention.last - mention.first > 1:
            at = mention.last if mention.first == at else at + 1
            continue
        trigger = _trigger_at(tokens, at)
        if trigger is None:
            at += 1
            continue
        last, entry = trigger
        if (
            entry.name == "likeness"
            and tokens.words[at] == "like"
            and at
            and tokens.words[at - 1] in WISHES
        ):
            # "We would like a house" compares nothing.
            at += 1
            continue
        if entry.name == "place" and tokens.words[at] == "under" and _is_of(mention_at, last):
            # "Walls under a tile roof" are all the design's.
            at = last
            continue
        end = _scope_end(tokens, last, entry, sentence, quantity_at)
        if end:
            _mark(away, at, end)
        at = max(last, end)
    _people(tokens, away)
    return away


WISHES = wordset("scope", "wishes")


def _is_of(mention_at: list[Mention | None], at: int) -> bool:
    near = [m for m in mention_at[at : at + 2] if m is not None]
    return any(m.entry("material") is not None for m in near)


def _mark(away: bytearray, first: int, last: int) -> None:
    for at in range(first, last):
        away[at] = 1


def _subject_scope(tokens: Tokens, at: int, sentence: list[int]) -> int:
    """The end of a clause whose subject is not the design; 0 where the subject is."""
    words, kinds, size = tokens.words, tokens.kinds, len(tokens)
    start = at
    while at < size and (words[at] in OPENING or (kinds[at] == MARK and words[at] in DASHES)):
        at += 1
    trigger = None
    for place in range(at, min(at + 3, size)):
        found = _triggers().longest(tokens.lemmas, place)
        if found is not None and any(e.table == "subjects" for e in found[1]):
            trigger = (place, found[0])
            break
        if kinds[place] != WORD or words[place] in breaking_words():
            break
    if trigger is None:
        return _gone_scope(tokens, at, sentence, start)
    # "Old oak bench" and "current model": an adjective counts only with a verb behind its noun.
    noun_end = phrase_end(tokens, trigger[1]) if trigger[1] < size else size
    following = words[noun_end] if noun_end < size else ""
    head = tokens.lemmas[trigger[1] - 1]
    if head in ADJECTIVES and following not in SUBJECT_VERBS and not following.endswith("ed"):
        if not (
            following in ("we", "i", "they")
            and any(w in SUBJECT_VERBS for w in words[noun_end : noun_end + 6])
        ):
            return 0
    if head not in ADJECTIVES and noun_end > trigger[1] and following not in SUBJECT_VERBS:
        return 0
    if (
        head not in ADJECTIVES
        and following not in SUBJECT_VERBS
        and following not in (":", ",", "(", "", "of", "for", "on", "in", "at", ".", "-")
        and not following[:1].isdigit()
    ):
        return 0
    return _clause_end(tokens, noun_end, sentence, start)


def _gone_scope(tokens: Tokens, at: int, sentence: list[int], start: int) -> int:
    """'Our 1998 gas boiler finally died': what is gone is not what is asked for."""
    words = tokens.words
    if start == at or words[at - 1] not in POSSESSIVES:
        return 0
    if len(words) > at + 1 and words[at + 1] in ("one", "ones") and words[at].isdigit():
        # "My 2017 one weighs 2.6 kg".
        return _clause_end(tokens, at, sentence, start)
    end = at
    while end < len(words) and end < at + 7 and sentence[end] == sentence[start]:
        if words[end] in GONE:
            return _clause_end(tokens, end, sentence, start)
        if words[end] in (",", ":", "is", "should", "must", "needs", "has"):
            return 0
        end += 1
    return 0


GONE = wordset("scope", "gone")
OPENING = wordset("scope", "opening")
ADJECTIVES = wordset("scope", "adjectives")
SUBJECT_VERBS = wordset("scope", "subject_verbs")


def _clause_end(tokens: Tokens, at: int, sentence: list[int], start: int) -> int:
    words, size = tokens.words, len(tokens)
    while at < size and sentence[at] == sentence[start]:
        if words[at] == "," and at + 1 < size and words[at + 1] in RESTARTS:
            return at
        if words[at] in CLAUSE_ENDS and at > start + 1:
            return at
        at += 1
    return at


RESTARTS = wordset("scope", "restarts")


def _scope_end(
    tokens: Tokens,
    last: int,
    entry: Entry,
    sentence: list[int],
    quantity_at: list[Quantity | None],
) -> int:
    """Where the scope behind a trigger ends; 0 where the trigger opens none."""
    words, size = tokens.words, len(tokens)
    if last >= size:
        return last if entry.table in ("beside", "replaced") else 0
    if entry.table == "beside":
        if entry.name == "swap" and words[last] == "the":
            pass
        at = last
        pair = "between" in words[last - 2 : last]
        while at < size and sentence[at] == sentence[last]:
            if words[at] in PLACE_STOPS and not (pair and words[at] == "and"):
                break
            pair = pair and words[at] != "and"
            if (
                at > last
                and quantity_at[at] is not None
                and entry.name != "swap"
                and quantity_at[at].kind != "count"
            ):  # type: ignore[union-attr]
                break
            at += 1
        if at < size and words[at] == "(" and ")" in words[at : at + BRACKET_WORDS]:
            at = words.index(")", at) + 1
        return at
    if entry.table == "replaced":
        at = last
        while at < size and sentence[at] == sentence[last]:
            if words[at] == "," and (at + 1 >= size or words[at + 1] not in RELATIVES):
                break
            if words[at] in ("but", "so", ":") or (
                words[at] == "and"
                and words[at + 1 : at + 2]
                in (["need"], ["want"], ["would"], ["have"], ["are"], ["we"], ["now"], ["can"])
            ):
                break
            at += 1
        return at
    if entry.table == "reason":
        at = last
        while at < size and sentence[at] == sentence[last] and words[at] not in (",", ":", ")"):
            at += 1
        return at
    return 0


BRACKET_WORDS = 8
PLACE_STOPS = frozenset(
    {
        ",",
        ":",
        "(",
        ")",
        "—",
        "with",
        "and",
        "but",
        "so",
        "that",
        "which",
        "has",
        "needs",
        "is",
        "should",
        "must",
        "for",
        "or",
        "where",
        "while",
        "plus",
        "we",
        "it",
    }
)
RELATIVES = wordset("scope", "relatives")


def _people(tokens: Tokens, away: bytearray) -> None:
    """'a guy who's 6'2"', 'I am 1.9 m tall', 'my 6 year old': a person's measures are no design's."""
    words, size = tokens.words, len(tokens)
    for at, word in enumerate(words):
        if word in PERSON_VERBS and at + 1 < size:
            near = at + 1
            while near < size and near < at + 4 and words[near] in PERSON_FILLERS:
                near += 1
            if near < size and tokens.kinds[near] == NUMBER:
                end = near
                while (
                    end < size
                    and end < near + 8
                    and words[end] not in PLACE_STOPS
                    and words[end] not in FULL_STOPS
                ):
                    end += 1
                _mark(away, at, end)
        elif word in ("year", "yr", "month") and at and words[at + 1 : at + 2] == ["old"]:
            _mark(away, at - 1, at + 2)
        elif word in ("olds", "aged") and at:
            end = at + 1
            while end < size and (tokens.kinds[end] == NUMBER or words[end] in ("to", "and", "-")):
                end += 1
            _mark(away, max(0, at - 2) if word == "olds" else at, end)


PERSON_VERBS = wordset("scope", "person_verbs")


def negations(
    tokens: Tokens,
    mention_at: list[Mention | None],
    away: bytearray,
    quantity_at: list[Quantity | None],
) -> list[Negation]:
    found: list[Negation] = []
    at, size = 0, len(tokens)
    first_words = _triggers().root.next
    while at < size:
        if tokens.lemmas[at] not in first_words or away[at]:
            at += 1
            continue
        mention = mention_at[at]
        if (mention is not None and mention.first < at) or (
            mention is not None and mention.last > at + 1 and mention.first == at
        ):
            at = mention.last
            continue
        trigger = _trigger_at(tokens, at)
        if trigger is None or trigger[1].table not in ("open", "known", "idioms", "behind"):
            at += 1
            continue
        last, entry = trigger
        if tokens.words[at] == "without" and at and quantity_at[at - 1] is not None:
            # "32 g without the strap" says what was weighed.
            noun = last + (tokens.words[last : last + 1] in (["the"], ["its"], ["a"], ["any"]))
            end = phrase_end(tokens, noun)
            for place in range(at, end):
                away[place] = 1
            at = max(last, end)
            continue
        if at and tokens.words[at] == "no" and last < size and tokens.words[last] in MARKS:
            at = last
            continue
        if entry.table == "known" and last < size and quantity_at[last] is not None:
            # "Not on two floors": the number is ruled out.
            for place in range(last, quantity_at[last].last):  # type: ignore[union-attr]
                away[place] = 1
        if entry.table in ("open", "known"):
            items = _items(
                tokens,
                last,
                mention_at,
                quantity_at,
                known=entry.table == "known",
                both=tokens.words[at] != "no",
            )
            if items:
                found.append(Negation(at, last, tuple(items), entry.table == "known"))
                last = max(last, items[-1][1])
        elif entry.table == "behind":
            item = _item_before(tokens, at, mention_at)
            if item is not None and not any(away[item[0] : item[1]]):
                found.append(Negation(at, last, (item,)))
        at = last
    found.extend(_free_of(tokens, mention_at, away))
    found.extend(_denied(tokens, mention_at, away))
    return found


DENIALS = (
    ("none",), ("no",), ("n", "/", "a"), ("never",), ("nope",), ("nil",), ("absolutely", "not"),
    ("not", "needed"), ("not", "wanted"), ("not", "required"), ("no", "thanks"), ("no", "thank", "you"),
    ("definitely", "not"), ("certainly", "not"), ("not", "at", "all"), ("no", "please"), ("0",), ("zero",),
    ("excluded",), ("unwanted",), ("without",), ("no", "way"), ("please", "no"), ("please", "not"), ("not",),
)  # fmt: skip
DENIAL_STARTS = frozenset(denial[0] for denial in DENIALS)
MARKS = frozenset(",.;:!?\n)(")


def _denied(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'Basement: none', 'wifi=no', 'basement no, lift yes': a label with a denial as its value."""
    words, size = tokens.words, len(tokens)
    found = []
    for at in range(1, size):
        if words[at] not in DENIAL_STARTS:
            continue
        for denial in DENIALS:
            end = at + len(denial)
            if words[at] != denial[0] or tuple(words[at:end]) != denial:
                continue
            if end < size and words[end] not in MARKS:
                continue
            label = at - 1
            colon = words[label] in (":", "=", "-", "?")
            if colon:
                label -= 1
            elif mention_at[label] is None or denial[0] not in (
                "no",
                "none",
                "definitely",
                "absolutely",
            ):
                continue
            item = _label(tokens, label, mention_at)
            if item is not None and not any(away[item[0] : item[1]]):
                found.append(Negation(at, end, (item,)))
            break
    return found


def _label(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> tuple[int, int] | None:
    """The noun phrase at the start of the line or clause that ends at `at`."""
    first = at
    while first >= 0 and tokens.words[first] not in MARKS and tokens.kinds[first] == WORD:
        first -= 1
    first += 1
    while first <= at and tokens.words[first] in LABEL_FILLERS:
        first += 1
    mention = mention_at[first] if first <= at else None
    end = (
        mention.last
        if mention is not None and mention.first == first
        else phrase_end(tokens, first)
    )
    return (first, min(end, at + 1)) if first < min(end, at + 1) else None


def _items(
    tokens: Tokens,
    at: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
    *,
    known: bool,
    both: bool,
) -> list[tuple[int, int]]:
    """The excluded noun phrases: 'a basement, garage or pool' has three."""
    words, size = tokens.words, len(tokens)
    items: list[tuple[int, int]] = []
    if at < size and words[at] == ":":
        at += 1
    while at < size:
        if words[at] == "/" and items:
            at += 1
        item = _item(tokens, at, mention_at, quantity_at, known=known)
        if item is None:
            break
        items.append(item)
        at = item[1]
        if at >= size:
            break
        if (
            words[at] in ("or", "nor")
            or (words[at] == "/" and tokens.kinds[at + 1 : at + 2] == [WORD])
            or (words[at] == "and" and both and _list_goes_on(tokens, at + 1, mention_at))
        ):
            at += 1
        elif words[at] == "," and _or_follows(tokens, at + 1):
            at += 1
            if words[at] in ("or", "nor", "and"):
                at += 1
        else:
            break
        if at < size and words[at] in ("no", "without"):
            break
    return items


def _list_goes_on(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> bool:
    """'without a basement and garage': the second noun ends the clause and is not counted."""
    if at >= len(tokens) or tokens.kinds[at] != WORD or tokens.words[at] in breaking_words():
        return False
    end = phrase_end(tokens, at)
    return end >= len(tokens) or tokens.words[end] in FULL_STOPS or tokens.words[end] == ","


def _or_follows(tokens: Tokens, at: int) -> bool:
    """A list of short phrases that ends with 'or': 'no X, Y or Z'."""
    words, size = tokens.words, len(tokens)
    if at < size and words[at] in ("or", "nor"):
        return True
    run = 0
    while at < size:
        word = words[at]
        if word in ("or", "nor"):
            return run > 0
        if word == ",":
            run = 0
        elif tokens.kinds[at] != WORD or word in breaking_words() or run >= 3:
            return False
        else:
            run += 1
        at += 1
    return False


def _item(
    tokens: Tokens,
    at: int,
    mention_at: list[Mention | None],
    quantity_at: list[Quantity | None],
    *,
    known: bool,
) -> tuple[int, int] | None:
    words, size, stops = tokens.words, len(tokens), _words("stops")
    while at < size and words[at] in _words("fillers"):
        if mention_at[at] is not None and mention_at[at].first == at:  # type: ignore[union-attr]
            break
        at += 1
    start = at
    while at < size and at - start < LONGEST_NOUN:
        mention = mention_at[at]
        if mention is not None and mention.first == at:
            at = mention.last
            continue
        if at > start and mention_at[at - 1] is not None and words[at].endswith("ing"):
            break
        if tokens.kinds[at] == NUMBER and at + 1 < size and quantity_at[at] is not None:
            break
        if tokens.kinds[at] != WORD or words[at] in stops or words[at] in ("or", "nor", "and"):
            break
        if words[at] in word_class("determiners") or words[at] in word_class("pronouns"):
            break
        at += 1
    if at == start:
        return None
    if known:
        return _known_part(start, at, mention_at)
    if all(
        words[i] in describing_words()
        and words[i] not in word_class("colors")
        and mention_at[i] is None
        for i in range(start, at)
    ):
        return None
    return start, at


def _known_part(first: int, last: int, mention_at: list[Mention | None]) -> tuple[int, int] | None:
    for at in range(first, min(first + 2, last)):
        mention = mention_at[at]
        if mention is not None and mention.first == at:
            return at, mention.last
    return None


def _item_before(
    tokens: Tokens, at: int, mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """The subject of '… is not wanted'."""
    words = tokens.words
    at -= 1
    while at >= 0 and (words[at] in COPULAS or words[at] in word_class("adverbs")):
        at -= 1
    end = at + 1
    while at >= 0:
        mention = mention_at[at]
        if mention is not None:
            at = mention.first - 1
            continue
        if tokens.kinds[at] != WORD or words[at] in breaking_words():
            break
        at -= 1
    return (at + 1, end) if at + 1 < end else None


COPULAS = wordset("scope", "copulas")


def _free_of(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'plastic-free': what stands before the hyphen is not wanted."""
    found = []
    for at, word in enumerate(tokens.words):
        if (
            word == "free"
            and at
            and tokens.gaps[at] == "-"
            and mention_at[at] is None
            and not away[at]
        ):
            mention = mention_at[at - 1]
            if mention is not None and mention.last == at:
                found.append(Negation(at, at + 1, ((mention.first, at),)))
    return found


def unrelated_numbers(
    tokens: Tokens, found: list[Quantity], mention_at: list[Mention | None]
) -> list[Quantity]:
    """Give addresses, years, telephone and model numbers a kind of their own."""
    words, gaps = tokens.words, tokens.gaps
    for index, quantity in enumerate(found):
        if quantity.kind == "count" and quantity.group < 0:
            before = words[quantity.first - 1] if quantity.first else ""
            behind = words[quantity.last] if quantity.last < len(words) else ""
            if _is_year(quantity, words, before, behind):
                quantity.kind = "year"
            elif (
                before in _words("designators")
                and quantity.bound == "exact"
                and _names(tokens, quantity, before)
            ):
                quantity.kind = "name"
            elif before in _words("months") or behind in _words("months"):
                quantity.kind = "date"
            elif _is_address(tokens, quantity):
                quantity.kind = "address"
            elif _is_phone(tokens, quantity, found, index):
                quantity.kind = "phone"
    found = [q for q in found if q.kind not in UNRELATED]
    return _without_corrected(words, found)


def _without_corrected(words: list[str], found: list[Quantity]) -> list[Quantity]:
    """'299 PLN? no sorry, 1.299 PLN': the second figure takes the place of the first."""
    kept: list[Quantity] = []
    for quantity in found:
        if kept and kept[-1].kind == quantity.kind:
            between = words[kept[-1].last : quantity.first]
            if len(between) <= 7 and (
                "sorry" in between
                or "scratch" in between
                or between[-2:] == ["i", "mean"]
                or ("no" in between and "wait" in between)
                or "correction" in between
            ):
                kept.pop()
        kept.append(quantity)
    return kept


def _names(tokens: Tokens, quantity: Quantity, before: str) -> bool:
    if before in ROAD_LETTERS:
        # "I-65", "A40": a letter names a road only when it is joined to its number.
        return tokens.gaps[quantity.first] in ("", "-")
    return (
        before not in LOOSE_DESIGNATORS
        or tokens.gaps[quantity.first] == "-"
        or quantity.last >= len(tokens)
        or tokens.kinds[quantity.last] == MARK
    )


def _is_year(quantity: Quantity, words: list[str], before: str, behind: str) -> bool:
    figure = words[quantity.first]
    if not (figure.isdigit() and len(figure) == 4 and 1700 <= int(figure) <= 2100):
        return False
    if before in YEAR_CUES or before in _words("months"):
        return True
    return behind in YEAR_NOUNS or (
        not behind[:1].isalpha() and before not in ("for", "seats", "holds")
    )


YEAR_CUES = wordset("scope", "year_cues")
YEAR_NOUNS = wordset("scope", "year_nouns")


def _is_address(tokens: Tokens, quantity: Quantity) -> bool:
    """A number, then one to three capitalised words of which the last names a street."""
    at, size = quantity.last, len(tokens)
    if quantity.low is not None:
        return False
    text = tokens.text
    steps = 0
    while at < size and steps < 4 and tokens.kinds[at] == WORD:
        place = tokens.span(at, at + 1)[0]
        if not text.source[place].isupper():
            return False
        if tokens.words[at] in _words("street") and (
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
    gap = tokens.gaps[quantity.first]
    previous = tokens.words[quantity.first - 1] if quantity.first else ""
    return gap == "-" and previous.isdigit() and len(previous) >= 3 and len(figure) >= 3


PHONE_CUES = wordset("scope", "phone_cues")
