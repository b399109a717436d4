"""Jobs and runs of agents: how far they are, how they went."""

import json
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html

from accounts.admin.looking import LogAdmin, seconds
from accounts.admin.recent import recent
from accounts.models import AgentRun, Job
from accounts.services import job_cancel


@admin.register(Job)
class JobAdmin(LogAdmin):
    """The result is read at its address, which knows who may not see a score yet."""

    list_display = ("created_at", "kind", "owner", "status", "progress", "attempts", "took")
    list_filter = ("status", recent("kind"), "created_at")
    list_select_related = ("owner",)
    sortable_by = ("status", "created_at")
    search_fields = ("=owner__username",)
    search_help_text = "The name of its owner."
    fieldsets = (
        (None, {"fields": ("id", "kind", "owner", "asked", "created_at")}),
        ("State", {"fields": ("status", "progress", "attempts", "lease_until")}),
        ("End", {"fields": ("started_at", "finished_at", "took", "made", "failure")}),
    )
    actions = ("cancel",)

    def has_cancel_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("accounts.change_job"))

    @admin.action(description="Cancel the selected jobs", permissions=["cancel"])
    def cancel(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        ended = [job_cancel(job).status for job in queryset]
        cancelled = sum(status == "cancelled" for status in ended)
        level = messages.SUCCESS if cancelled == len(ended) else messages.WARNING
        self.message_user(
            request,
            f"{cancelled} of {len(ended)} are cancelled; a running one ends at its next step, and "
            "what had ended stays.",
            level=level,
        )

    @admin.display(description="Progress", ordering=None)
    def progress(self, job: Job) -> str:
        if not job.progress_total:
            return job.progress_message or "-"
        told = f"{job.progress_done} of {job.progress_total}"
        return f"{told}, {job.progress_message}" if job.progress_message else told

    @admin.display(description="Took")
    def took(self, job: Job) -> str:
        if job.started_at is None:
            return "-"
        spent = (job.finished_at or timezone.now()) - job.started_at
        return seconds(spent.total_seconds() * 1000)

    @admin.display(description="What was asked")
    def asked(self, job: Job) -> str:
        return _shown(job.parameters)

    @admin.display(description="What it made")
    def made(self, job: Job) -> str:
        if not job.result_url:
            return "-"
        return format_html('<a href="{0}">{0}</a>', job.result_url)

    @admin.display(description="What went wrong")
    def failure(self, job: Job) -> str:
        return _shown(job.error) if job.error else "-"


@admin.register(AgentRun)
class AgentRunAdmin(LogAdmin):
    list_display = ("created_at", "agent", "version", "time", "ok", "error")
    list_filter = (recent("agent"), "ok", recent("error"), "created_at")
    sortable_by = ("created_at",)
    fieldsets = ((None, {"fields": ("created_at", "agent", "version", "time", "ok", "error")}),)

    @admin.display(description="Time")
    def time(self, run: AgentRun) -> str:
        return seconds(run.duration_ms)


def _shown(value: Any) -> str:
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return format_html('<pre class="shown-json">{}</pre>', text)
