"""JSON Patch and Merge Patch: the diff of any two documents turns one into the other."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs.patches import apply, diff, merge_patch, same

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text("ab/~", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.text("ab/~", max_size=3), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(json_values, json_values)
def test_applying_the_diff_gives_the_other(before: Any, after: Any) -> None:
    assert same(apply(before, diff(before, after)), after)


@given(json_values)
def test_no_change_is_no_operation(document: Any) -> None:
    assert diff(document, document) == []


@given(json_values, json_values)
def test_the_documents_are_left_alone(before: Any, after: Any) -> None:
    copies = apply(before, []), apply(after, [])
    apply(before, diff(before, after))
    merge_patch(before, after)
    assert same(before, copies[0])
    assert same(after, copies[1])


# The examples of RFC 7396, appendix A.
@pytest.mark.parametrize(
    ("document", "patch", "expected"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"a": "foo"}, "bar", "bar"),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_merge_patch(document: Any, patch: Any, expected: Any) -> None:
    assert merge_patch(document, patch) == expected


@pytest.mark.parametrize(
    ("document", "operation", "expected"),
    [
        ({"a": [1, 2]}, {"op": "add", "path": "/a/-", "value": 3}, {"a": [1, 2, 3]}),
        ({"a": [1, 2]}, {"op": "add", "path": "/a/0", "value": 0}, {"a": [0, 1, 2]}),
        ({"a": 1}, {"op": "move", "from": "/a", "path": "/b"}, {"b": 1}),
        ({"a": 1}, {"op": "copy", "from": "/a", "path": "/b"}, {"a": 1, "b": 1}),
        ({"a": 1}, {"op": "test", "path": "/a", "value": 1.0}, {"a": 1}),
        ({"a": 1}, {"op": "replace", "path": "", "value": [2]}, [2]),
        ({"a/b": 1}, {"op": "remove", "path": "/a~1b"}, {}),
    ],
)
def test_operations(document: Any, operation: Any, expected: Any) -> None:
    assert apply(document, [operation]) == expected


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "remove", "path": "/b"},
        {"op": "replace", "path": "/b", "value": 1},
        {"op": "add", "path": "/a/5", "value": 1},
        {"op": "add", "path": "/a/x", "value": 1},
        {"op": "add", "path": "/b/c", "value": 1},
        {"op": "remove", "path": "/a/-"},
        {"op": "test", "path": "/a", "value": 2},
        {"op": "spin", "path": "/a"},
    ],
)
def test_operations_that_lead_nowhere(operation: Any) -> None:
    with pytest.raises((LookupError, ValueError)):
        apply({"a": [1]}, [operation])
