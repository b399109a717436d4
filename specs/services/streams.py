"""Generating a spec step by step: the shape at once, values as they are read, the stored spec last.

The engine runs in a thread of its own, because it may wait for a model; everything that needs the
database runs in the caller's.
"""

import queue
import threading
from collections.abc import Iterator
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any

from django.db import connections

from accounts.models import User
from specs.choices import EngineChoice
from specs.draft import Draft
from specs.generation.snapshots import nothing_yet, snapshot
from specs.models import Spec
from specs.services.designs import spec_from_draft
from specs.services.drafts import Engine, draft_make, engine_choose, principal_or_owner

# Proxies close a connection on which nothing is heard for a while.
SECONDS_BETWEEN_SIGNS = 5.0


@dataclass(frozen=True, slots=True)
class StreamEvent:
    """`progress` and `snapshot` carry JSON, `spec` the stored spec, `waiting` nothing."""

    name: str
    data: Any = None


SpecStream = Iterator[StreamEvent]


def spec_generate_stream(
    *,
    prompt: str,
    owner: User | None,
    engine: str = EngineChoice.AUTO,
    design_type: str | None = None,
    principal: str = "",
) -> SpecStream:
    """Raises BudgetSpent at once, and NotADesign on the way. The last event is `spec`."""
    charged = principal_or_owner(principal, owner)
    chosen = engine_choose(wanted=engine, principal=charged)
    return _events(prompt, owner, chosen, design_type, charged)


def _events(
    prompt: str, owner: User | None, engine: Engine, design_type: str | None, principal: str
) -> SpecStream:
    yield StreamEvent("snapshot", nothing_yet())
    yield StreamEvent("progress", {"stage": "reading", "engine": str(engine.name)})
    run = _Run(prompt, engine, design_type)
    asking = False
    while True:
        news = run.news()
        if news is None:
            yield StreamEvent("waiting")
        elif isinstance(news, BaseException):
            raise news
        elif isinstance(news, _Done):
            break
        else:
            if not asking:
                yield StreamEvent("progress", {"stage": "asking the model"})
                asking = True
            yield StreamEvent("snapshot", snapshot(news))
    yield StreamEvent("progress", {"stage": "storing"})
    spec: Spec = spec_from_draft(prompt=prompt, owner=owner, draft=news.draft, principal=principal)
    yield StreamEvent("snapshot", snapshot(news.draft, done=True))
    yield StreamEvent("spec", spec)


@dataclass(frozen=True, slots=True)
class _Done:
    draft: Draft


News = Draft | _Done | BaseException | None


class _Run:
    """The engine at work in its thread."""

    def __init__(self, prompt: str, engine: Engine, design_type: str | None) -> None:
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        arguments = (prompt, engine, design_type)
        # The context carries the request's id, for the log lines of the thread.
        target = copy_context().run
        threading.Thread(target=target, args=(self._work, *arguments), daemon=True).start()

    def _work(self, prompt: str, engine: Engine, design_type: str | None) -> None:
        try:
            draft = draft_make(
                prompt=prompt,
                engine=engine,
                design_type=design_type,
                on_draft=self._news.put,
            )
            self._news.put(_Done(draft))
        except BaseException as problem:  # noqa: BLE001 - raised again in the caller's thread
            self._news.put(problem)
        finally:
            connections.close_all()

    def news(self) -> News:
        """The next thing that happened; None when nothing did for a while."""
        try:
            return self._news.get(timeout=SECONDS_BETWEEN_SIGNS)
        except queue.Empty:
            return None
