"""An Idempotency-Key on a stream: one spec, whoever hears of it, in whichever form."""

import json
import threading
import time

import pytest
from rest_framework.test import APIClient

from accounts.models import IdempotencyRecord, Usage
from accounts.services import api_key_create
from specs.api.event_stream import slots
from specs.models import Spec
from tests.specs.llm.test_service import events, llm  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db(transaction=True)
STREAM, PLAIN = "text/event-stream", "application/json"


@pytest.fixture
def send(user):
    credential = api_key_create(user=user, name="test").key

    def post(accept=STREAM, prompt="A 4-storey office", key="once", **more):
        headers = {"X-API-Key": credential, "Accept": accept, "Idempotency-Key": key}
        body = {"prompt": prompt, **more}
        return APIClient().post("/generate", body, format="json", headers=headers)

    return post


@pytest.mark.parametrize("engine", ["rules", "llm"])
def test_a_repeated_stream_ends_as_the_first_did_and_makes_nothing(llm, send, engine):  # noqa: F811
    llm("ok")
    first, again = events(send(engine=engine)), send(engine=engine)
    assert again["Idempotent-Replayed"] == "true"
    assert again["Content-Type"].startswith(STREAM)
    repeated = events(again)
    assert [name for name, _ in repeated] == ["progress", "snapshot", "spec"]
    assert repeated[-1] == first[-1]
    assert repeated[1] == [event for event in first if event[0] == "snapshot"][-1]
    assert again["Location"] == f"/api/v1/specs/{first[-1][1]['spec_id']}/"
    assert Spec.objects.count() == 1
    assert Usage.objects.count() == (1 if engine == "llm" else 0)
    assert slots.taken == 0


def test_the_answer_is_kept_in_both_forms(llm, send):  # noqa: F811
    llm("ok")
    streamed = events(send(STREAM, key="streamed-first"))[-1][1]
    plain = send(PLAIN, key="streamed-first")
    assert (plain.status_code, plain["Idempotent-Replayed"]) == (200, "true")
    assert plain.json() == streamed
    first = send(PLAIN, key="plain-first").json()
    assert events(send(STREAM, key="plain-first"))[-1] == ("spec", first)
    assert Spec.objects.count() == 2


def test_another_prompt_under_the_same_key_is_refused(llm, send):  # noqa: F811
    llm("ok")
    events(send())
    answer = send(prompt="A 5-storey office")
    assert answer.status_code == 422
    assert json.loads(answer.content)["code"] == "idempotency_key_reused"
    assert Spec.objects.count() == 1


def test_a_second_stream_while_the_first_goes_on_is_a_conflict(llm, send):  # noqa: F811
    llm("slow")
    first = send()
    lines = iter(first.streaming_content)
    next(lines)
    second = send()
    assert second.status_code == 409
    assert json.loads(second.content)["code"] == "idempotency_key_in_flight"
    assert send(PLAIN).status_code == 409
    b"".join(lines)
    assert send()["Idempotent-Replayed"] == "true"
    assert Spec.objects.count() == 1


def test_a_client_that_leaves_mid_stream_finds_the_answer_later(llm, send, settings):  # noqa: F811
    llm("slow")
    settings.LLM_DEADLINE_S = 10
    first = send()
    next(iter(first.streaming_content))
    first.close()
    assert slots.taken == 0
    answer = events(send())[-1][1]
    assert answer["spec_id"] == str(Spec.objects.get().pk)
    assert answer["engine"] == "llm"
    # It was asked, so it is charged.
    assert Usage.objects.get().subject == Spec.objects.get().pk


def test_a_client_that_leaves_before_the_first_byte_has_asked_for_nothing(llm, send):  # noqa: F811
    llm("ok")
    send().close()
    assert not IdempotencyRecord.objects.exists()
    assert not Spec.objects.exists()
    assert events(send())[-1][0] == "spec"


def test_a_stream_that_fails_leaves_its_key_free(llm, send, settings):  # noqa: F811
    llm("ok")
    assert events(send(prompt="Write me a poem"))[-1][0] == "error"
    assert not IdempotencyRecord.objects.exists()
    settings.STREAMS_PER_WORKER = 0
    assert send().status_code == 503
    assert not IdempotencyRecord.objects.exists()


def test_eight_streams_at_once_make_one_spec(llm, send):  # noqa: F811
    llm("ok")
    start, ends = threading.Barrier(8), []

    def once():
        from django.db import connection

        start.wait()
        for _ in range(50):
            answer = send()
            if answer.status_code == 200:
                ends.append(events(answer)[-1])
                break
            assert answer.status_code in {409, 503}
            time.sleep(0.05)
        connection.close()

    threads = [threading.Thread(target=once) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ends) == 8
    assert {end[1]["spec_id"] for end in ends} == {str(Spec.objects.get().pk)}
