"""What a caller may do: scopes by method, staff only, and endpoints that are open by setting."""

from typing import Any

from django.conf import settings
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from accounts.choices import Scope
from accounts.principals import principal_of


class Scoped(BasePermission):
    """Signed in, with `read` for what only looks and `write` for everything else."""

    message = "This credential lacks the scope that the call needs."

    def has_permission(self, request: Request, view: Any) -> bool:
        needed = Scope.READ if request.method in SAFE_METHODS else Scope.WRITE
        return principal_of(request).may(needed)


class StaffOnly(Scoped):
    """A staff user, by a credential that may act as one."""

    message = "This needs a staff credential."

    def has_permission(self, request: Request, view: Any) -> bool:
        return principal_of(request).staff and super().has_permission(request, view)


class PublicIfListed(Scoped):
    """Open to callers without credentials where PUBLIC_ENDPOINTS names the view's `endpoint`.

    Authentication runs first all the same: a wrong credential is 401 here too.
    """

    def has_permission(self, request: Request, view: Any) -> bool:
        if not request.user.is_authenticated and view.endpoint in settings.PUBLIC_ENDPOINTS:
            return True
        return super().has_permission(request, view)
