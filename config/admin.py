"""The admin site: Django's own, with the project's names and a limit on signing in."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse

from accounts.ratelimits import FormGuard


class ProjectAdminSite(admin.AdminSite):
    site_header = "Prompt-to-JSON"
    site_title = "Prompt-to-JSON"
    index_title = "Review and operate"
    # Lists and reviews need the width; the index and the breadcrumbs lead everywhere.
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        # Before Django's own, whose last one takes whatever is left. Imported here: the site is
        # made while the apps load, and the pages need their models.
        from config.staff.urls import staff_urls

        return [*staff_urls(self.admin_view), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        from config.staff.pages import work_links

        return super().index(request, {"staff_pages": work_links(request), **(extra_context or {})})

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        if request.method != "POST":
            return super().login(request, extra_context)
        guard = FormGuard(request)
        wait = guard.wait()
        if not wait:
            answer = super().login(request, extra_context)
            guard.ended(succeeded=answer.status_code == 302)
            return answer
        messages.error(request, f"Too many attempts to sign in. Try again in {wait} seconds.")
        # The empty form, as for a GET: what was typed into it is not looked at.
        request.method = "GET"
        response: HttpResponse = super().login(request, extra_context)
        response.status_code = 429
        response["Retry-After"] = str(wait)
        return response
