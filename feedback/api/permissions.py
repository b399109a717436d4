"""Staff with a right of their role. Roles are groups, made by migration."""

from typing import Any

from rest_framework.request import Request

from accounts.permissions import StaffOnly
from accounts.principals import user_of


class StaffWith(StaffOnly):
    """Also refuses those whose role lacks `codename`."""

    codename = ""
    message = "Your role may not do this."

    def has_permission(self, request: Request, view: Any) -> bool:
        return super().has_permission(request, view) and user_of(request).has_perm(
            f"feedback.{self.codename}"
        )


class MayReview(StaffWith):
    codename = "review"


class MayDecide(StaffWith):
    codename = "decide_review"


class MaySeeAgreement(StaffWith):
    codename = "see_agreement"
