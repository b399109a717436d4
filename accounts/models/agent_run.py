from django.db import models

from accounts.ids import uuid7


class AgentRun(models.Model):
    """One run of an agent: how long it took and how it ended. `/agent-status` is made of these."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agent = models.CharField(max_length=40)
    version = models.CharField(max_length=40, blank=True)
    duration_ms = models.FloatField()
    ok = models.BooleanField()
    error = models.CharField(max_length=100, blank=True, help_text="The class of the error.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "agent_runs"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["agent", "-id"], name="agent_runs_agent"),
            models.Index(fields=["created_at"], name="agent_runs_created"),
            # Of the few that failed only: every other run is stored without touching it.
            models.Index(fields=["-id"], condition=models.Q(ok=False), name="agent_runs_failed"),
        ]

    def __str__(self) -> str:
        return f"{self.agent} {self.created_at:%Y-%m-%d %H:%M:%S}"
