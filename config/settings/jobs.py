"""Celery: the broker, how tasks behave when a worker dies, and what beat starts when."""

from typing import Any

from celery.schedules import crontab

from config.env import VAR_DIR, env


def broker() -> dict[str, Any]:
    """`REDIS_URL` → Redis; absent → kombu's filesystem transport in `var/broker`."""
    if url := env.str("REDIS_URL", default=""):
        # Sockets that give up: sending a task must not hang a request while Redis is frozen.
        sockets = {"socket_timeout": 1, "socket_connect_timeout": 1}
        return {
            "CELERY_BROKER_URL": url,
            "CELERY_BROKER_TRANSPORT_OPTIONS": {**sockets, "visibility_timeout": 3600},
        }
    folder = VAR_DIR / "broker"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        "CELERY_BROKER_URL": "filesystem://localhost//",
        "CELERY_BROKER_TRANSPORT_OPTIONS": {
            # One folder for both directions: the server and its worker share this machine.
            "data_folder_in": str(folder),
            "data_folder_out": str(folder),
            "control_folder": str(folder / "control"),
        },
    }


CELERY: dict[str, Any] = {
    **broker(),
    # Results live in the jobs table, where their owner can read them.
    "CELERY_TASK_IGNORE_RESULT": True,
    "CELERY_TASK_ACKS_LATE": True,
    "CELERY_WORKER_PREFETCH_MULTIPLIER": 1,
    "CELERY_TASK_SERIALIZER": "json",
    "CELERY_ACCEPT_CONTENT": ["json"],
    "CELERY_TIMEZONE": "UTC",
    "CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP": True,
    "CELERY_TASK_PUBLISH_RETRY": False,
    "CELERY_WORKER_HIJACK_ROOT_LOGGER": False,
    "CELERY_BEAT_SCHEDULE": {
        # A job whose worker was killed is found by its lease and sent again.
        "send due jobs": {"task": "accounts.send_due_jobs", "schedule": 10.0},
        "prune spent tokens": {
            "task": "accounts.prune_expired_tokens",
            "schedule": crontab(hour=3, minute=0),
        },
        "expire review leases": {"task": "feedback.expire_leases", "schedule": 60.0},
        "fill the review queue": {"task": "feedback.fill_review_queue", "schedule": 300.0},
        "fit the reward model": {
            "task": "feedback.fit_reward_model",
            "schedule": crontab(hour=3, minute=40),
        },
        "train a candidate policy": {
            "task": "rl.train_candidate",
            "schedule": crontab(hour=4, minute=10),
        },
        "prune logs": {"task": "config.prune_logs", "schedule": crontab(hour=3, minute=10)},
    },
}

# What each kind of job runs (see accounts.jobs.JobHandler): named here, since imports go down only.
JOB_HANDLERS: dict[str, str] = {
    "batch-evaluate": "evaluation.tasks.batch_job",
    "iterate": "rl.jobs.iterate",
    "advanced-rl": "rl.jobs.advanced_rl",
    "coordinated-improvement": "rl.jobs.coordinated",
}
