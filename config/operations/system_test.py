"""`/system-test`: the chain generate → evaluate → iterate, run for real and rolled back."""

import logging
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction

from evaluation.services import spec_evaluate
from rl.services import session_run
from specs.models import Spec
from specs.services import spec_generate

logger = logging.getLogger(__name__)

PROMPT = "A two-storey timber house, 12 x 8 m, three bedrooms, solar panels, no basement"


class RollBack(Exception):
    """Ends the transaction so that nothing of the test stays."""


def system_test() -> dict[str, Any]:
    steps: list[dict[str, Any]] = []
    try:
        with transaction.atomic():
            run_chain(steps)
            raise RollBack
    except RollBack:
        pass
    passed = all(step["passed"] for step in steps)
    return {"success": passed, "steps": steps}


def run_chain(steps: list[dict[str, Any]]) -> None:
    spec: Spec | None = measured(steps, "generate", generate)
    for name, step in (("evaluate", evaluate), ("iterate", iterate)):
        if spec is None:
            steps.append({"step": name, "passed": False, "ms": 0.0, "detail": "no spec to test"})
        else:
            measured(steps, name, partial(step, spec))


def measured(steps: list[dict[str, Any]], name: str, step: Callable[[], Any]) -> Any:
    started = time.perf_counter()
    result, passed, detail = None, True, ""
    try:
        # A savepoint of its own: a step that fails leaves the transaction usable for the next.
        with transaction.atomic():
            result, detail = step()
    except Exception:
        # Whatever broke is the finding; the log has the traceback, the answer does not.
        logger.exception("system test: %s failed", name)
        passed, detail = False, "failed; it is logged"
    ms = round((time.perf_counter() - started) * 1000, 2)
    steps.append({"step": name, "passed": passed, "ms": ms, "detail": detail})
    return result


def generate() -> tuple[Spec, str]:
    spec = spec_generate(prompt=f"{PROMPT} ({time.time_ns()})", owner=None, engine="rules")
    return spec, f"{spec.design_type}/{spec.category}"


def evaluate(spec: Spec) -> tuple[None, str]:
    evaluation = spec_evaluate(spec=spec)
    return None, f"score {evaluation.score}, grade {evaluation.grade}"


def iterate(spec: Spec) -> tuple[None, str]:
    session = session_run(spec=spec, owner=None, n_iter=1)
    return None, f"score {session.initial_score} to {session.final_score}"
