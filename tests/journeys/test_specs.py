"""A client's way through the service over real HTTP: sign in, generate, read, edit, compare."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from accounts.models import User
from accounts.services import api_key_create
from tests.journeys.http import Caller

PROMPT = "A 3-storey steel office, 30 x 20 m, no basement, budget $2.4M"
PASSWORD = "a long enough password"


@pytest.fixture
def anyone(live_server: Any) -> Caller:
    return Caller(live_server.url)


@pytest.fixture
def signed_in(anyone: Caller, transactional_db: None) -> Caller:
    User.objects.create_user("client", password=PASSWORD)
    answer = anyone.post("/auth/login", {"username": "client", "password": PASSWORD})
    assert answer.status == 200
    return anyone.with_headers(Authorization=f"Bearer {answer.json['access']}")


def key_holder(anyone: Caller, username: str) -> Caller:
    user = User.objects.create_user(username, password=PASSWORD)
    _, key = api_key_create(user=user, name="journey")
    return anyone.with_headers(X_API_Key=key)


def test_from_a_sentence_to_a_compared_edit(signed_in: Caller) -> None:
    generated = signed_in.post("/generate", {"prompt": PROMPT})
    assert generated.status == 200
    location = generated.headers["Location"]
    assert location == f"/api/v1/specs/{generated.json['spec_id']}/"
    origin = generated.json["provenance"]["/stories"]
    assert PROMPT[origin["start"] : origin["end"]] == origin["text"]

    read = signed_in.get(location)
    assert read.status == 200
    assert read.json["spec"] == generated.json["spec"]
    again = signed_in.with_headers(If_None_Match=read.headers["ETag"]).get(location)
    assert (again.status, again.raw) == (304, b"")

    edit = {"spec": {"stories": 5, "dimensions": {"height": 18}}, "reason": "Two more floors"}
    edited = signed_in.with_headers(If_Match=read.headers["ETag"]).patch(location, edit)
    assert edited.status == 200
    assert (edited.json["revision"], edited.json["spec"]["stories"]) == (2, 5)
    assert edited.json["provenance"]["/stories"] == {"source": "person"}
    late = signed_in.with_headers(If_Match=read.headers["ETag"]).patch(location, edit)
    assert late.status == 412

    compared = signed_in.get(f"{location}diff/?from=1&to=2").json
    assert {"op": "replace", "path": "/stories", "value": 5} in compared["patch"]
    assert "Stories: 3 → 5" in [change["text"] for change in compared["summary"]]

    listed = signed_in.get("/api/v1/specs/?design_type=building").json["results"]
    assert [row["id"] for row in listed] == [generated.json["spec_id"]]
    drawn = signed_in.with_headers(Accept="image/*").get(f"{location}preview.svg")
    assert drawn.status == 200
    assert drawn.raw.startswith(b"<svg")
    exported = signed_in.get(f"{location}export/")
    assert exported.json["spec"] == edited.json["spec"]


def test_two_clients_do_not_see_each_other(anyone: Caller, transactional_db: None) -> None:
    one, other = key_holder(anyone, "one"), key_holder(anyone, "other")
    location = one.post("/generate", {"prompt": PROMPT}).headers["Location"]
    assert one.get(location).status == 200
    assert other.get(location).status == 404
    assert other.patch(location, {"spec": {"stories": 9}}).status == 404
    assert other.get("/api/v1/specs/").json["results"] == []
    assert anyone.get(location).status == 401
    wrong = anyone.with_headers(X_API_Key="wrong").get(location)
    assert wrong.status == 401
    assert wrong.headers["WWW-Authenticate"]


def test_a_retried_post_has_one_effect(anyone: Caller, transactional_db: None) -> None:
    caller = key_holder(anyone, "one").with_headers(Idempotency_Key="k-1")
    first = caller.post("/generate", {"prompt": PROMPT})
    second = caller.post("/generate", {"prompt": PROMPT})
    assert (first.status, second.status) == (200, 200)
    assert second.headers["Idempotent-Replayed"] == "true"
    assert second.headers["Location"] == first.headers["Location"]
    assert second.json == first.json
    assert caller.post("/generate", {"prompt": PROMPT + "."}).status == 422
    assert len(caller.get("/api/v1/specs/").json["results"]) == 1


def test_eight_edits_at_once_are_all_kept(anyone: Caller, transactional_db: None) -> None:
    caller = key_holder(anyone, "one")
    location = caller.post("/generate", {"prompt": PROMPT}).headers["Location"]

    def edit(number: int) -> tuple[int, int]:
        answer = caller.patch(location, {"spec": {"stories": 10 + number}})
        return answer.status, answer.json["revision"]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(edit, range(8)))
    assert {status for status, _ in answers} == {200}
    numbers = [row["number"] for row in caller.get(f"{location}revisions/").json["results"]]
    assert numbers == list(range(9, 0, -1))


def test_what_is_no_design_is_said_to_be_none(signed_in: Caller) -> None:
    answer = signed_in.post("/generate", {"prompt": "Write me a poem about the sea"})
    assert answer.status == 422
    assert answer.json["code"] == "not_a_design"
    assert signed_in.get("/api/v1/specs/").json["results"] == []
