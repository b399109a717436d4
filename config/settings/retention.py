"""How long each log is kept, and who deletes from it. Specs and evaluations stay for good."""

from config.env import env

DAYS = env.int("RETENTION_DAYS", default=30)

# Table → days. Pruned every night by beat, and by /admin/prune-logs.
RETENTION_DAYS: dict[str, int] = {
    "agent_runs": DAYS,
    "feedback_logs": DAYS,
    "hidg_logs": DAYS,
    "idempotency_records": 1,
    "iteration_logs": DAYS,
    "jobs": DAYS,
    "usage": DAYS,
}
# Each app deletes from its own tables: (before, dry_run) → how many rows.
PRUNERS: dict[str, str] = {
    "agent_runs": "accounts.services.agent_run_prune",
    # No retention of its own: only where somebody names it.
    "evals": "evaluation.services.evaluation_prune",
    "feedback_logs": "feedback.services.feedback_log_prune",
    "hidg_logs": "feedback.services.hidg_log_prune",
    "idempotency_records": "accounts.services.idempotency_prune",
    "iteration_logs": "rl.services.session_prune",
    "jobs": "accounts.services.job_prune",
    "usage": "accounts.services.usage_prune",
}
