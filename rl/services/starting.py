"""What a session starts from: a stored spec, or the draft of a prompt, which is stored together
with the session and not before. A job whose worker is killed leaves no spec behind."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.models import AgentRun, User
from accounts.services import usage_record
from accounts.services.agent_runs import agent_run
from rl.stored import checked_locks
from specs.choices import EngineChoice
from specs.models import Spec
from specs.services import spec_drafted, specs_store
from specs.services.drafts import draft_make, engine_choose, principal_or_owner


@dataclass(frozen=True, slots=True)
class Start:
    """`run` and `usage` are of the draft; a stored spec has neither."""

    spec: Spec
    principal: str
    payer_id: uuid.UUID | None
    run: AgentRun | None = None
    usage: dict[str, Any] | None = None

    def store(self, spent: Sequence[dict[str, Any]] = ()) -> None:
        """Inside the transaction that stores the session: the spec where it is new, and what the
        language model cost. `spent` are the calls of the session's edits."""
        if self.run is not None:
            specs_store([self.spec])
            self.run.save(force_insert=True)
            self._record("generate", self.usage or {})
        for usage in spent:
            self._record("rewrite", usage)

    def _record(self, purpose: str, usage: dict[str, Any]) -> None:
        usage_record(
            principal=self.principal,
            user_id=self.payer_id,
            purpose=purpose,
            usage=usage,
            subject=self.spec.pk,
        )


def start_from_prompt(
    prompt: str, owner: User | None, locks: Sequence[str], engine: str = EngineChoice.AUTO
) -> Start:
    """Raises NotADesign. Locks name places of what the rules draft, so the rules draft it."""
    principal = principal_or_owner("", owner)
    wanted = EngineChoice.RULES if locks else engine
    chosen = engine_choose(wanted=wanted, principal=principal)
    with agent_run("MainAgent", version=str(chosen.name)) as run:
        draft = draft_make(prompt=prompt, engine=chosen)
    checked_locks(draft.spec.as_json(), list(locks))
    spec = spec_drafted(prompt=prompt, owner=owner, draft=draft)
    return Start(spec, principal, owner.pk if owner else None, run, dict(draft.usage))
