"""Every quantity of a text, from left to right."""

import re
from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.amounts import magnitudes
from specs.language.bound_headers import share_headers
from specs.language.bounds import set_bound
from specs.language.chains import with_chains
from specs.language.counting_words import take_in_counting_words
from specs.language.ellipsis import share_units
from specs.language.guarded_units import TIMES
from specs.language.headings import (
    ALL,
    HEADING_ENDS,
    is_side,
    unit_at_end,
    unit_beside,
    unit_of_all,
)
from specs.language.indefinite import BARE
from specs.language.labels import LETTERS, set_labels
from specs.language.measures import ARTICLE_OPENERS, MeasureReader
from specs.language.money import is_name, money_at
from specs.language.money_words import LETTERED, MINOR, NOTES, SCALED
from specs.language.number_words import STARTS
from specs.language.numbers import writes_comma_decimals
from specs.language.products import ProductReader
from specs.language.quantity import Quantity
from specs.language.ranges import IN_RANGES, with_range
from specs.language.restatements import without_restatement
from specs.language.shared_bounds import share_bounds
from specs.language.side_runs import SIGNS, WORDS, SideRunReader
from specs.language.side_scales import measure_runs
from specs.language.sprints import set_sprints
from specs.language.systems import in_its_system
from specs.language.tokens import NUMBER, Tokens, tokenise
from specs.language.tolerances import with_tolerance, without_tolerances
from specs.language.unit_values import set_value
from specs.language.unmeant import is_refusal


def quantities(tokens: Tokens) -> list[Quantity]:
    """Measures, ranges, products, money, durations and counts, with labels and bounds."""
    found = _read(tokens)
    _measure_sides(tokens, found)
    set_labels(tokens, found)
    measure_runs(found)
    found = with_chains(tokens, found)
    found = without_tolerances(tokens, found)
    set_sprints(tokens, found)
    previous: Quantity | None = None
    for quantity in found:
        if quantity.bound == "exact":
            set_bound(tokens, quantity, previous)
        _per_year(tokens, quantity)
        previous = quantity
    found = [quantity for quantity in found if not is_refusal(tokens, quantity)]
    if ":" in tokens.vocabulary:
        share_headers(tokens, found)
    share_bounds(tokens, found)
    share_units(tokens, found)
    take_in_counting_words(tokens, found)
    return found


def _measure_sides(tokens: Tokens, found: list[Quantity]) -> None:
    """'90 high, 60 wide, all centimetres': the unit said for all of them."""
    for quantity in found:
        # "150 thick (mm)".
        beside = unit_beside(tokens, quantity) if quantity.kind == "count" else None
        if beside is not None:
            set_value(quantity, beside, quantity.number)
            quantity.kind, quantity.unit, quantity.written = "length", beside.normal, beside.name
    unit = unit_of_all(tokens) if found and not ALL.isdisjoint(tokens.vocabulary) else None
    unit = unit or (unit_at_end(tokens) if found else None)
    if unit is None:
        return
    for quantity in found:
        if is_side(tokens, quantity):
            set_value(quantity, unit, quantity.number)
            quantity.kind, quantity.unit, quantity.written = unit.kind, unit.normal, unit.name


YEARLY = frozenset({"annual", "annually", "yearly"})


def _per_year(tokens: Tokens, quantity: Quantity) -> None:
    """'annual energy about 130 kWh'."""
    if quantity.kind != "energy":
        return
    near = range(max(0, quantity.first - YEAR_REACH), min(len(tokens), quantity.last + 2))
    if any(tokens.words[at] in YEARLY for at in near) or _used_yearly(tokens.words, quantity.last):
        quantity.kind, quantity.unit = "energy_use", "kWh/year"


def _used_yearly(words: list[str], last: int) -> bool:
    """'240 kWh used per year', '180 kWh of electricity a year'."""
    for at in range(last, min(last + USED_REACH, len(words) - 1)):
        if words[at] in EVERY and words[at + 1] in YEARS:
            return at > last
        if words[at] not in USED:
            return False
    return False


USED_REACH = 4
USED = wordset("quantities", "used")
EVERY = frozenset({"per", "a", "each", "every", "in", "over"})
YEARS = frozenset({"year", "annum", "yr"})


YEAR_REACH = 5


NEVER_NOTHING = frozenset({"length", "area", "volume", "mass"})
"""A thing of 0 m is no thing: the figure is a slip, and the schema has no place for it."""
MOST = 500
"""No design has more figures; the rest of such a text stays unread and is reported as unmet."""


def _read(tokens: Tokens) -> list[Quantity]:
    reader = MeasureReader(tokens, comma_decimals=_comma_decimals(tokens))
    products, runs = ProductReader(reader), SideRunReader(reader)
    found: list[Quantity] = []
    words, kinds, currencies = tokens.words, tokens.kinds, _currency_starts()
    end, openers = 0, _openers()
    for at in [at for at, word in enumerate(words) if kinds[at] == NUMBER or word in openers]:
        if at < end:
            continue
        if len(found) >= MOST:
            break
        word = words[at]
        number = kinds[at] == NUMBER or word in STARTS or word in ARTICLE_OPENERS or word == "sub"
        number = number or (word in BARE and tokens.gaps[at + 1 : at + 2] == ["-"])
        label = not number and ((word in LETTERS and products.label_starts(at)) or runs.starts(at))
        if not (number or label or word in currencies):
            continue
        labelled = not RUN_WORDS.isdisjoint(words[at : at + REACH])
        run = runs.run(at, found) if labelled else []
        read = products.grouped(run) if run else _at(reader, products, at)
        for quantity in read:
            if quantity.value > 0 or quantity.kind not in NEVER_NOTHING:
                found.append(quantity)
        end = read[-1].last if read else at
    return found


def _at(reader: MeasureReader, products: ProductReader, at: int) -> list[Quantity]:
    # Most figures are neither money nor a side: a look at the words ahead saves the attempts.
    ahead = reader.words[at : at + REACH]
    if ahead[1:2] == ["s"] and ahead[3:4] == ["p"] and not any(reader.tokens.gaps[at + 1 : at + 4]):
        # "5s2p": how the cells of a battery are joined.
        return [Quantity(at, at + 4, 1.0, "1", "decade", 1.0)]
    if at > 1 and reader.words[at - 1] in HEADING_ENDS:
        ahead = reader.words[max(0, at - HEADING) : at + REACH]
    if not _money_words().isdisjoint(ahead):
        money = money_at(reader.tokens, at, comma_decimals=reader.comma_decimals)
        if money is not None and not is_name(reader.tokens, money):
            return [with_tolerance(reader, money)]
    slashed = "/" in ahead and not RUN_WORDS.isdisjoint(reader.words[max(0, at - REACH) : at])
    if slashed or not SIDE_WORDS.isdisjoint(ahead):
        product = products.product(at)
        if product:
            return product
    single = reader.measure(at)
    if single is None:
        return []
    if single.written in IN_RANGES:
        # "1m80 to 2m10", "an hour and a half to two".
        single = reader.compound(single)
    whole = reader.compound(with_tolerance(reader, with_range(reader, single)))
    return [without_restatement(reader, in_its_system(reader, whole))]


def _comma_decimals(tokens: Tokens) -> bool:
    return TELLING.search(tokens.text.plain) is not None and writes_comma_decimals(tokens)


TELLING = re.compile(r"\d,\d|\d\.\d+\.\d")
"""Numerals that may tell how a writer writes decimals."""


REACH = 12
HEADING = 5
"""Tokens of a heading that may name a currency: '(US$) :'."""
RUN_WORDS = frozenset({*SIGNS, *WORDS})
SIDE_WORDS = RUN_WORDS | TIMES | {"/"}


@cache
def _money_words() -> frozenset[str]:
    """A word of every amount of money."""
    return _currency_starts() | {
        *MINOR,
        *NOTES,
        *magnitudes(),
        "pound",
        "pounds",
        *LETTERED,
        *SCALED,
        "cr",
    }


@cache
def _openers() -> frozenset[str]:
    """Everything but a numeral that may be the first token of a quantity."""
    return STARTS | ARTICLE_OPENERS | _currency_starts() | {*LETTERS, *SIGNS, *WORDS, *BARE, "sub"}


@cache
def _currency_starts() -> frozenset[str]:
    """First tokens of everything that may name a currency in front of an amount."""
    data = table("currencies")
    forms = [
        f for group in ("symbols", "words") for line in data[group].values() for f in listed(line)
    ]
    codes = [code.lower() for code in data["words"]]
    starts = {tokenise(form).words[0] for form in [*forms, *codes]}
    return frozenset({*starts, *LETTERED, *SCALED}) - ARTICLE_OPENERS


__all__ = ["quantities"]
