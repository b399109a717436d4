"""Why a prompt is no request for a design."""

from specs.extraction.refusal.code import statement
from specs.extraction.refusal.manner import unlike_a_request
from specs.extraction.refusal.orders import immaterial_object, other_act
from specs.extraction.refusal.requests import (
    asks_for_a_thing,
    is_conversion,
    is_request,
    says_what_is_wanted,
)
from specs.extraction.refusal.stories import (
    is_anecdote,
    is_news,
    is_notice,
    is_story,
    wants_money_back,
)
from specs.extraction.refusal.telling import (
    asks_advice,
    asks_of_others,
    asks_of_the_past,
    ends_in_a_question,
    is_question,
    is_sum,
    names_a_thing,
    sets_a_sum,
    tells,
)
from specs.extraction.refusal.words import first_word, phrases, words
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, KIND, MATERIAL, SPACE
from specs.language.phrases import Mention

CLEAR = 12.0
"""A kind with this score is asked for in so many words."""
OPENING = 8
"""A sign among the first tokens says what the whole prompt is."""
ENOUGH = 2
REASONS = {
    "verse": "asks for a text, not for a thing",
    "recipe": "is about cooking, not about a design",
    "injection": "tries to give the program orders",
    "chat": "is conversation, not a request for a design",
    "software": "asks for software or a document, not for a physical thing",
    "task": "asks for a service, not for a design",
    "advert": "offers a thing that stands already",
    "complaint": "is about a thing that was bought",
    "fact": "a question of fact, not a request for a design",
}
ORDERS = frozenset({"fact", "software"})
IN_PAIRS = frozenset({"advert", "complaint"})
"""Signs that say something only together, or where they open the text."""
STRONG = frozenset(REASONS) - IN_PAIRS - {"chat"}
PHYSICAL = wordset("refusal", "physical")
MILD = frozenset({"task", "fact", "chat", "verse", "software"})
"""Signs of single words that a well described thing may use in passing."""
DESCRIBED = 4
SURELY_A_REQUEST, UNLIKE, UNLIKE_WITH_WISH = -1.0, 1.5, 2.5
"""How much a text sounds like no request, as `refusal.manner` has learnt it."""
LONG = 24
"""A shorter text has too few words to sound like anything."""
NOTHING = "names nothing that can be built or made"
NO_WISH = "describes something, but asks for nothing"


def refusal(doc: Document, kind_score: float | None) -> tuple[str, str] | None:
    """Why this is no design prompt, and what was understood; None where it may be one.

    `kind_score` says how clearly a thing is asked for; None where no thing is named at all.
    """
    signs = _found(doc)
    measures = _measures(doc)
    request = is_request(doc) or (kind_score is not None and asks_for_a_thing(doc, measures))
    offered = _in_pairs(doc, signs, request=request)
    if offered is not None:
        return offered
    clear = kind_score is not None and kind_score >= CLEAR
    # What is asked for in so many words and well described needs no ear for how it sounds.
    firm = measures >= DESCRIBED or says_what_is_wanted(doc)
    plain = request and clear and not signs and firm
    # Nor does a short text of which nothing would change by it.
    short = len(doc.words) < LONG and (measures < DESCRIBED or (request and not signs))
    unlike = SURELY_A_REQUEST if plain or short else unlike_a_request(doc)
    described = measures >= DESCRIBED and unlike < SURELY_A_REQUEST
    polite = measures >= DESCRIBED and unlike < UNLIKE
    found = _serious(doc, signs, described=described, polite=polite)
    solid = kind_score is not None and measures >= ENOUGH
    for at, reason, said in found:
        if reason == "fact" and (request or at > OPENING // 2 or not _opens_clause(doc, at)):
            continue
        if reason in STRONG and (at < OPENING or not (clear or solid)):
            return REASONS[reason], said
    for reason, said in (
        ("task", "" if is_conversion(doc) else other_act(doc)),
        ("software", immaterial_object(doc) or statement(doc)),
    ):
        if said:
            return REASONS[reason], said
    only_tells = _only_tells(doc, unlike, measures, request=request)
    if only_tells is not None:
        return only_tells
    told = tells(doc)
    if not (request or described) and _asks(doc, kind_score, told=told, clear=clear):
        return REASONS["fact"], "question"
    if found and not clear and not solid:
        return REASONS[found[0][1]], found[0][2]
    if kind_score is None and not _physical(doc):
        return NOTHING, ""
    if not request and told and (found or (measures < ENOUGH and not names_a_thing(doc))):
        # Thanks or wishes behind news of a library that has opened.
        return NO_WISH, ""
    return None


def _only_tells(
    doc: Document, unlike: float, measures: int, *, request: bool
) -> tuple[str, str] | None:
    """A story, or the money of something asked back."""
    if wants_money_back(doc):
        return REASONS["complaint"], "back"
    # "I want my 840 euros back by Monday" has the words of a request.
    if len(doc.words) >= LONG and unlike > (UNLIKE_WITH_WISH if request else UNLIKE):
        return NO_WISH, ""
    if request:
        return None
    told = is_story(doc) or is_news(doc) or is_anecdote(doc)
    return (NO_WISH, "") if told or (measures < DESCRIBED and is_notice(doc)) else None


def _serious(
    doc: Document, signs: list[tuple[int, str, str]], *, described: bool, polite: bool
) -> list[tuple[int, str, str]]:
    """Signs that say something alone; not those that a well described thing uses in passing:
    'Wakes me at six with the news, FM + DAB, two alarms, walnut case 18 x 9 x 10 cm'; nor the
    courtesies around one: 'Good evening. 24 chairs, beech, 4.5 kg each. Thank you'."""
    return [
        sign
        for sign in signs
        if sign[1] not in IN_PAIRS
        and not (described and sign[1] in MILD and sign[0] > first_word(doc))
        and not (polite and sign[1] == "chat")
    ]


def _asks(doc: Document, kind_score: float | None, *, told: bool, clear: bool) -> bool:
    """Whether the prompt wants to know something."""
    if is_question(doc) or (told and ends_in_a_question(doc)):
        return True
    if asks_of_the_past(doc) or sets_a_sum(doc) or (kind_score is None and asks_of_others(doc)):
        return True
    return not clear and (is_sum(doc) or asks_advice(doc))


def _in_pairs(
    doc: Document, signs: list[tuple[int, str, str]], *, request: bool
) -> tuple[str, str] | None:
    """An advertisement or a complaint, by two of its phrases or by the first words.

    Who asks for something may tell of a faulty one first: there only the money asked back counts.
    """
    for reason in IN_PAIRS if signs else ():
        said = [sign for sign in signs if sign[1] == reason]
        opens = bool(said) and said[0][0] <= first_word(doc) and said[0][2].lower() == "for sale"
        several = len({text for _, _, text in said}) > 1
        asked_back = any(doc.lemmas[at] in ("refund", "money") for at, _, _ in said)
        if opens or (several and (asked_back or not request)):
            return REASONS[reason], said[0][2]
    return None


def _found(doc: Document) -> list[tuple[int, str, str]]:
    """Signs that nothing negates, with their place and the words themselves."""
    signs, lemmas = phrases("signs"), doc.lemmas
    found = []
    first_words = signs.root.next
    for at in [at for at, lemma in enumerate(lemmas) if lemma in first_words]:
        match = signs.longest(lemmas, at)
        if match is None or doc.negated[at] or _modifies(doc, at, match[0]):
            continue
        reason = match[1][0].name
        if reason in ORDERS and match[0] == at + 1 and doc.words[at] != doc.lemmas[at]:
            # "The cot converts to a bed" gives nobody an order.
            continue
        if reason == "injection" and doc.words[at] != doc.lemmas[at]:
            # "The case acts as heat sink" gives nobody an order.
            continue
        if doc.words[at] == "to" and doc.words[at - 1 : at] in (["build"], ["built"]):
            # "Build to rent" is a kind of housing.
            continue
        if reason == "recipe" and _is_what_for(doc, at):
            continue
        if doc.words[match[0] - 1].endswith("'s"):
            # "We need a plumber's van" asks for no plumber.
            continue
        if match[0] == at + 1 and doc.words[at - 1 : at] in (["do"], ["for"]) and at > OPENING // 2:
            # "A place for my daughter to do homework".
            continue
        if doc.words[match[0] - 1] == "joke" and doc.words[match[0] : match[0] + 1] == ["of"]:
            # "A joke of a budget".
            continue
        if reason == "verse" and any(
            w in words("specifications") for w in doc.words[match[0] : match[0] + 4]
        ):
            continue
        found.append((at, reason, doc.tokens.quote(at, match[0])))
    return found


def _is_what_for(doc: Document, at: int) -> bool:
    """'A smart display for recipes'."""
    thing = doc.mention_at[at - 2] if at > 1 and doc.words[at - 1] == "for" else None
    return thing is not None and thing.entry(KIND) is not None


def _opens_clause(doc: Document, at: int) -> bool:
    """'My dad who is 80' and 'for my dad, who is 82' ask nothing."""
    if doc.words[at - 1 : at] == [","] and doc.words[at] in ("who", "where"):
        return False
    return at <= first_word(doc) or not doc.words[at - 1].isalnum()


def _modifies(doc: Document, at: int, end: int) -> bool:
    """'Recipe book stand': a noun alone in front of a thing only says which."""
    if end - at > 1:
        return False
    for behind in range(end, min(end + 2, len(doc))):
        if doc.words[behind] in words("phrase_ends") or not doc.words[behind].isalpha():
            return False
        mention = doc.mention_at[behind]
        if mention is not None and mention.entry(KIND) is not None:
            return True
    return False


def _measures(doc: Document) -> int:
    """How many numbers and materials speak of a thing."""
    numbers = len([q for q in doc.quantities if q.kind in PHYSICAL and q.is_measured])
    return numbers + doc.naming(MATERIAL, SPACE, FEATURE)


def _physical(doc: Document) -> bool:
    """Something measurable or made of something: enough to be a design of an unknown kind."""
    if any(q.kind in PHYSICAL and not any(doc.aside[q.first : q.last]) for q in doc.quantities):
        return True
    return any(
        entry.table in ("material", "feature") or (entry.table == SPACE and _is_counted(doc, m))
        for m in doc.mentions
        for entry in m.entries
    )


def _is_counted(doc: Document, mention: Mention) -> bool:
    """'140 rooms, six storeys'."""
    ahead = doc.quantity_at[mention.first - 1] if mention.first else None
    return ahead is not None and ahead.kind == "count" and ahead.value >= 2
