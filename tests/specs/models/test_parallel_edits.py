"""Edits at the same time follow each other: consecutive numbers, nothing lost."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from specs.models import Spec, SpecRevision
from specs.services import RevisionConflict, revision_edit, spec_generate

EDITORS = 8


@pytest.fixture
def shared(transactional_db: None, small_engine: None) -> Spec:
    owner = User.objects.create_user("client")
    return spec_generate(prompt="A 3-storey office", owner=owner)


def at_once(edit: Any) -> list[Any]:
    def run(number: int) -> Any:
        try:
            return edit(number)
        except RevisionConflict as conflict:
            return conflict
        finally:
            connection.close()

    with ThreadPoolExecutor(EDITORS) as pool:
        return list(pool.map(run, range(EDITORS)))


def test_eight_edits_make_eight_revisions(shared: Spec) -> None:
    sides = ["length", "width", "depth", "diameter", "volume", "weight", "floor_area", "height"]

    def edit(number: int) -> int:
        changes = {"dimensions": {sides[number]: 100.0 + number}}
        return revision_edit(spec=shared, changes_made=changes, author=None).number

    assert sorted(at_once(edit)) == list(range(2, 2 + EDITORS))
    latest = Spec.objects.get(pk=shared.pk).latest
    assert latest.number == 1 + EDITORS
    # Each edit was made on the one before it, so none undid another.
    for number, side in enumerate(sides):
        assert latest.document["dimensions"][side] == 100.0 + number
    parents = SpecRevision.objects.order_by("number").values_list("parent__number", flat=True)
    assert list(parents) == [None, *range(1, 1 + EDITORS)]


def test_of_eight_edits_of_one_state_one_wins(shared: Spec) -> None:
    def edit(number: int) -> Any:
        changes = {"stories": 10 + number}
        return revision_edit(spec=shared, changes_made=changes, author=None, based_on=1)

    results = at_once(edit)
    conflicts = [result for result in results if isinstance(result, RevisionConflict)]
    assert len(conflicts) == EDITORS - 1
    assert {conflict.latest for conflict in conflicts} == {2}
    assert SpecRevision.objects.count() == 2
