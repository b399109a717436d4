"""What a session starts from: a stored spec, or the draft of a prompt, which is stored together
with the session and not before. A job whose worker is killed leaves no spec behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.ids import uuid7
from accounts.models import AgentRun, User
from accounts.services import Bill
from accounts.services.agent_runs import agent_run
from rl.stored import checked_locks
from specs.choices import EngineChoice
from specs.draft import Draft
from specs.models import Spec
from specs.services import spec_drafted, specs_store
from specs.services.drafts import Engine, draft_make, engine_choose, principal_or_owner


@dataclass(frozen=True, slots=True)
class Start:
    """`runs` are of the agents that drafted; a stored spec has none."""

    spec: Spec
    bill: Bill
    runs: tuple[AgentRun, ...] = ()

    def store(self) -> None:
        """Inside the transaction that stores the session: the spec where it is new."""
        if self.runs:
            specs_store([self.spec])
            AgentRun.objects.bulk_create(self.runs)


def bill_for(principal: str, owner: User | None, spec: Spec | None = None) -> Bill:
    """Of a session on `spec`, or on one that is still to be made."""
    return Bill(
        principal=principal_or_owner(principal, owner),
        user_id=owner.pk if owner else None,
        subject=spec.pk if spec else uuid7(),
    )


def start_from_prompt(
    prompt: str, owner: User | None, bill: Bill, locks: Sequence[str], engine: str
) -> Start:
    """Raises NotADesign. Locks name places of what the rules draft, so the rules draft it."""
    wanted = EngineChoice.RULES if locks else engine
    chosen = engine_choose(wanted=wanted, principal=bill.principal)
    draft, run = drafted(prompt, chosen, bill)
    checked_locks(draft.spec.as_json(), list(locks))
    return start_from_draft(prompt, owner, bill, draft, [run])


def start_from_draft(
    prompt: str, owner: User | None, bill: Bill, draft: Draft, runs: Sequence[AgentRun]
) -> Start:
    spec = spec_drafted(prompt=prompt, owner=owner, draft=draft, spec_id=bill.subject)
    return Start(spec, bill, tuple(runs))


def drafted(prompt: str, engine: Engine, bill: Bill) -> tuple[Draft, AgentRun]:
    """A draft that is paid for, with how the agent's run went. Raises NotADesign."""
    with agent_run("MainAgent", version=str(engine.name)) as run:
        draft = draft_make(prompt=prompt, engine=engine)
    bill.charge("generate", draft.usage)
    return draft, run
