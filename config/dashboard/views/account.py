"""Signing in and out, and the choice of appearance."""

from typing import Any

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.ratelimits import FormGuard
from config.dashboard.context import APPEARANCES, COOKIE

YEAR_SECONDS = 365 * 24 * 3600


class SignInView(LoginView):
    """Shares its limits with the admin's form: two forms are not twice the guesses."""

    template_name = "registration/login.html"
    next_page = "dashboard:home"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        guard = FormGuard(request)
        wait = guard.wait()
        if not wait:
            answer = super().post(request, *args, **kwargs)
            guard.ended(succeeded=answer.status_code == 302)
            return answer
        # What was typed is not looked at.
        context = self.get_context_data(form=self.form_class(request), wait=wait)
        response = self.render_to_response(context)
        response.status_code = 429
        response["Retry-After"] = str(wait)
        return response


class SignOutView(LogoutView):
    next_page = "dashboard:sign-in"


@require_POST
def appearance(request: HttpRequest) -> HttpResponse:
    chosen = request.POST.get("appearance", "")
    response = HttpResponseRedirect(_back(request))
    if chosen == "system":
        response.delete_cookie(COOKIE, samesite="Lax")
    elif chosen in APPEARANCES:
        response.set_cookie(
            COOKIE,
            chosen,
            max_age=YEAR_SECONDS,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response


def _back(request: HttpRequest) -> str:
    url = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if safe else reverse("dashboard:home")
