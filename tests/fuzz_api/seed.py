"""`python -m tests.fuzz_api.seed CALLER` beside a service: one object of every kind, and a key.

Prints what goes into Schemathesis' configuration: the caller's key and the ids for each path.
"""

import json
import sys

import django

django.setup()

from accounts.models import User  # noqa: E402 - models exist once Django is set up
from accounts.services import api_key_create  # noqa: E402
from rl.models import PolicyVersion  # noqa: E402
from tests.contract.conftest import Things  # noqa: E402


def ids(owner: User, person: User) -> dict[str, tuple[str, str]]:
    """Path → parameter and id."""
    things = Things(owner, person)
    # Of another spec: whoever is to review one sees no evaluation or session of it.
    reviewed = Things(owner, person)
    policy = PolicyVersion.objects.order_by("id")[0]
    return {
        "/api/v1/specs/": ("spec_id", things["spec"]),
        "/api/v1/evaluations/": ("evaluation_id", things["evaluation"]),
        "/api/v1/sessions/": ("id", things["session"]),
        "/api/v1/jobs/": ("id", things["job"]),
        "/api/v1/ratings/": ("id", things["rating"]),
        "/api/v1/reviews/": ("id", reviewed["review"]),
        "/api/v1/comparisons/": ("id", things["comparison"]),
        "/api/v1/hidg-logs/": ("id", things["log"]),
        "/api/v1/api-keys/": ("id", things["key"]),
        "/api/v1/policies/": ("id", str(policy.pk)),
        "/reports/": ("report_id", things["evaluation"]),
        "/iterations/": ("session_id", things["session"]),
    }


def main(caller: str) -> None:
    client = User.objects.create_user("client")
    # Nobody judges specs of their own.
    user = User.objects.create_superuser("staff") if caller == "staff" else client
    _, key = api_key_create(user=user, name="fuzzer")
    sys.stdout.write(json.dumps({"key": key, "ids": ids(client, user)}))


if __name__ == "__main__":
    main(sys.argv[1])
