"""Where the rules about something else than the design look at all."""

from specs.language import analyse
from specs.language.aside_openings import next_opening, openings
from specs.language.triggers import triggers_in


def test_nothing_is_looked_for_inside_a_name_or_a_plain_phrase() -> None:
    found = analyse("An oak bench for the hall. My old bench (too low) was near the door")
    triggers = triggers_in(found.tokens)
    places, at = openings(found.tokens, triggers), 0
    looked_at = []
    while (at := next_opening(places, found.mention_at, at)) >= 0:
        looked_at.append(found.words[at])
        at += 1
    assert {"an", "my", "too"} <= set(looked_at)
    assert not {"oak", "bench", "low"} & set(looked_at)


def test_a_word_opens_nothing_where_no_trigger_goes_on_from_it() -> None:
    # "In", "of" and "next" begin "in place of" or "next to".
    found = analyse("A shelf in oak, next week, not of pine but near the door").tokens
    assert [found.words[at] for at in triggers_in(found)] == ["not", "near"]
