"""Counts that are performance: seats, occupancy, gears, shelves, drawers, burners, settings."""

from functools import cache
from itertools import pairwise

from specs.extraction.counted import Count, counted
from specs.extraction.counted_nouns import NOUNS, counts_noun
from specs.extraction.counted_parts import with_other_sorts
from specs.extraction.people import people_of_building
from specs.extraction.room_for import for_so_many
from specs.extraction.sums import is_surer, sum_of
from specs.extraction.uncounted import (
    beside_driver,
    by_pronoun,
    drivetrain,
    single_parts,
    single_seat,
)
from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.labels import ADJECTIVES
from specs.language.lexicon import FEATURE
from specs.language.noun_phrases import phrase_end
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words, lemma, word_class

PEOPLE_ONLY_IN_BUILDINGS = wordset("counts", "people_only_in_buildings")

MORE = wordset("counts", "more")
SEATING = wordset("counts", "seating")
SLEEPING = wordset("counts", "sleeping")
REACH = 4


@cache
def _people() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("people")["people"]) if " " not in w)


def read_counts(doc: Document, subject: Subject) -> list[Count]:
    found: dict[str, Count] = {}
    for quantity in doc.quantities:
        if quantity.kind != "count" or any(doc.taken[quantity.first : quantity.last]):
            continue
        if not doc.is_free(quantity.first, quantity.last) or quantity.group >= 0:
            continue
        count = None if _of_others(doc, quantity) else _counted(doc, subject, quantity)
        count = count or sum_of(doc, quantity, found)
        if count is None:
            continue
        count = with_other_sorts(doc, quantity, count)
        previous = found.get(count.metric)
        if previous is None or is_surer(doc, count, previous):
            found[count.metric] = count
        if found[count.metric] is count:
            doc.take(count.evidence.first, count.evidence.last)
    for count in (*by_pronoun(doc, subject), *single_parts(doc, subject)):
        if count.metric not in found:
            found[count.metric] = count
            doc.take(count.evidence.first, count.evidence.last)
    if "seats" not in found and subject.design_type == "vehicle":
        found.update({count.metric: count for count in (*beside_driver(doc), *single_seat(doc))})
    if "gears" not in found and subject.category == "bicycle":
        found.update({count.metric: count for count in drivetrain(doc)})
    return list(found.values())


def _of_others(doc: Document, quantity: Quantity) -> bool:
    """'1.1 million passengers a year' is a rate; 'our town (11,400 inhabitants)' is not ours."""
    rate = doc.words[quantity.last : quantity.last + 4]
    if not RATED.isdisjoint(rate) and (
        "annually" in rate or any(pair in RATES for pair in pairwise(rate))
    ):
        return True
    first = quantity.first
    counted = doc.quantity_at[first - 1] if first else None
    typed = doc.lemmas[quantity.last : quantity.last + 1]
    if counted is not None and counted.kind == "count" and typed and typed[0] in BED_TYPES:
        # "12 four-bed dorms": so many sleep in one of them.
        return True
    bracket = first > 2 and doc.words[first - 1] == "("
    return bracket and any(word in OWNERS for word in doc.words[first - 4 : first - 1])


BED_TYPES = frozenset({"bed", "bedded", "berth", "person", "bunk"})
OWNERS = frozenset({"our", "my", "their", "his", "her"})
RATES = frozenset(
    (word, unit)
    for word in ("a", "per", "each", "every")
    for unit in ("year", "day", "week", "month", "hour", "annum", "season", "night")
)
RATED = frozenset(word for word, _ in RATES) | {"annually"}


FILLERS = frozenset({"up", "to", "about", "for", "around", "of", ":", "least", "at"})
FILLERS |= {"comfortably", "roughly"}
GROUPS = frozenset({"family", "household", "party", "crew", "team", "staff"})
GROUPS |= {"congregation", "audience"}


def _counted(doc: Document, subject: Subject, quantity: Quantity) -> Count | None:
    behind = _behind(doc, subject, quantity)
    if behind is not None and behind.metric == "seats" and _sleeps(doc, quantity):
        # "Sleeps two adults".
        return counted("occupancy", quantity, quantity.first - 1, behind.evidence.last)
    if behind is not None:
        return behind
    housed = people_of_building(doc, subject, quantity)
    if housed is not None:
        return housed
    before = doc.words[quantity.first - 1] if quantity.first else ""
    at = quantity.first - 1
    while at > 0 and before in FILLERS:
        at -= 1
        before = doc.words[at]
    labelled = _labelled(doc, subject, quantity)
    if labelled is not None:
        return labelled
    if before in SEATING and not _is_height(doc, quantity, before):
        return _people_metric(subject, quantity, at, seat_word=True)
    if (
        doc.words[quantity.first - 1 : quantity.first] == ["for"]
        and "seats" in doc.words[max(0, quantity.first - 5) : quantity.first]
    ):
        return _people_metric(subject, quantity, quantity.first - 1, seat_word=True)
    if for_so_many(doc, subject, quantity):
        return _people_metric(subject, quantity, quantity.first - 1, seat_word=False)
    if before in SLEEPING and subject.design_type != "electronics":
        return counted("occupancy", quantity, at, quantity.last)
    if doc.words[at] == "of" or doc.words[quantity.first - 1 : quantity.first] == ["of"]:
        family = doc.words[quantity.first - 2 : quantity.first - 1]
        if family and family[0] in GROUPS:
            return _people_metric(subject, quantity, quantity.first - 2, seat_word=False)
    return None


def _is_height(doc: Document, quantity: Quantity, before: str) -> bool:
    """'Seat at 480' says how high it is, 'seat 35 round' how wide."""
    behind = doc.words[quantity.last] if quantity.last < len(doc.words) else ""
    sized = behind in ADJECTIVES or behind in ("round", "square", "diameter", "dia")
    return before == "seat" and (doc.words[quantity.first - 1] == "at" or sized)


def _sleeps(doc: Document, quantity: Quantity) -> bool:
    at = quantity.first - 1
    return at >= 0 and doc.words[at] in SLEEPING


def _labelled(doc: Document, subject: Subject, quantity: Quantity) -> Count | None:
    """'Drawers: 4', 'gears=8', 'people: 12', 'glass shelves (9)', 'beech shelves x 5'."""
    listed_gears = _listed_gears(doc, subject, quantity)
    if listed_gears is not None:
        return listed_gears
    at = quantity.first - 2
    closing = doc.words[quantity.last : quantity.last + 3]
    # "Beech shelves (five of them)".
    bracket = closing[:1] == [")"] or (closing[:1] == ["of"] and closing[2:] == [")"])
    marks = (":", "=", "x", "×", "|") + (("(",) if bracket else ())
    while at > 0 and doc.words[at + 1] in ("≤", "≥", "<", ">"):
        # "Visitors | ≤ 600".
        at -= 1
    if at < 0 or doc.words[at + 1] not in marks:
        return None
    last = quantity.last
    if phrase_end(doc.tokens, last, min(len(doc.words), last + 2)) > last:
        # "Volunteer: 2 appliance bays": a title, and the number counts what follows.
        return None
    if at > 2 and doc.words[at - 1 : at + 1] in IN_ALL and doc.kinds[at - 2] == WORD:
        # "Beds in total: 124", "visitors at once: 600".
        at -= 2
    noun = doc.lemmas[at]
    if noun == "bed" and subject.category == "hotel":
        return counted("occupancy", quantity, at, quantity.last)
    known = NOUNS.get(noun)
    if known is not None and subject.design_type in known[1] and noun not in ("speed", "setting"):
        return counted(known[0], quantity, at, quantity.last)
    if noun == "setting" and doc.lemmas[at - 1] == "place" and subject.design_type == "appliance":
        return counted("place_settings", quantity, at - 1, quantity.last)
    if noun in _people() or (
        noun in ("occupancy", "capacity") and subject.design_type == "building"
    ):
        return _people_metric(subject, quantity, at, seat_word=False)
    return None


IN_ALL = (["in", "total"], ["at", "once"], ["in", "all"])


def _listed_gears(doc: Document, subject: Subject, quantity: Quantity) -> Count | None:
    """'gears 6' on a line of a data sheet."""
    at, last = quantity.first - 1, quantity.last
    if at < 0 or subject.design_type != "vehicle" or doc.words[at] != "gears":
        return None
    opens = at == 0 or doc.words[at - 1] in ("\n", ",", ";", "|")
    ends = last >= len(doc.words) or doc.words[last] in ("\n", ",", ";", "|", ".")
    return counted("gears", quantity, at, last) if opens and ends else None


def _past_feature(doc: Document, at: int) -> int:
    """Behind 'soft close' in '2 soft close drawers': no noun phrase holds its second word."""
    mention = doc.mention_at[at]
    if mention is None or mention.first != at or mention.entry(FEATURE) is None:
        return at
    # The noun is a part of some names: "soft close drawers".
    for noun in (mention.last - 1, mention.last):
        if noun < len(doc.words) and doc.lemmas[noun] in DRAWN:
            return noun
    return at


DRAWN = frozenset({"drawer", "shelf"})


def _behind(doc: Document, subject: Subject, quantity: Quantity) -> Count | None:
    """The noun that the number counts: '14 place settings', '6-speed', 'for 12 people'."""
    at, words = quantity.last, doc.words
    if subject.design_type == "building":
        # "360 more students".
        at += words[at : at + 1] != [] and words[at] in MORE
    if at >= len(doc.words):
        return None
    if subject.category == "dishwasher" and words[at] == "places":
        return counted("place_settings", quantity, quantity.first, at + 1)
    first = _past_feature(doc, at)
    end = min(phrase_end(doc.tokens, first, min(len(doc.words), first + REACH)), len(doc.words))
    if end == at and words[at] in ("seats", "seat", "people", "sleeper"):
        end = at + 1
    for place in range(at, end):
        noun = doc.lemmas[place]
        known = NOUNS.get(noun)
        if (
            known is not None
            and subject.design_type in known[1]
            and counts_noun(doc, subject, noun, place, at)
        ):
            metric = known[0]
            return counted(metric, quantity, quantity.first, place + 1)
        if noun in _people() and _more_behind(doc, place, end):
            continue
        if noun in _people() and not (
            noun in ("family", "staff", "user", "child", "kid")
            and place + 1 < end
            and doc.kinds[place + 1] == WORD
            and doc.lemmas[place + 1] not in _people()
            and not doc.words[place + 1].endswith(("ing", "ed"))
        ):
            if doc.words[place] in PEOPLE_ONLY_IN_BUILDINGS and subject.design_type != "building":
                return None
            mention = doc.mention_at[place]
            if mention is not None and mention.last > place + 1:
                # "4 patient rooms" counts rooms.
                return None
            return _people_metric(
                subject, quantity, quantity.first, seat_word=False, last=place + 1
            )
    return None


def _more_behind(doc: Document, place: int, end: int) -> bool:
    """'25 customer parking spaces': the person only describes what is counted."""
    if end > place + 1 and doc.words[end - 1] in word_class("verbs"):
        # "Sixty people work each shift".
        end -= 1
    return any(
        doc.kinds[i] == WORD
        and doc.lemmas[i] not in _people()
        and doc.words[i] not in describing_words()
        and not doc.words[i].endswith(("ing", "ed"))
        and doc.words[i] not in WHERE
        for i in range(place + 1, end)
    )


# "80 covers inside, 40 on the terrace".
WHERE = frozenset({"inside", "outside", "indoors", "outdoors", "upstairs", "downstairs"})


def _people_metric(
    subject: Subject, quantity: Quantity, first: int, *, seat_word: bool, last: int | None = None
) -> Count | None:
    end = quantity.last if last is None else last
    first = min(first, quantity.first)
    if subject.design_type == "building":
        return counted("seats" if seat_word else "occupancy", quantity, first, end)
    if subject.design_type in ("vehicle", "furniture"):
        return counted("seats", quantity, first, end)
    if subject.design_type == "general":
        return counted("seats" if seat_word else "occupancy", quantity, first, end)
    return None
