"""Reads settings and builds the agents of this app."""

import datetime as dt

from django.conf import settings

from feedback.agent import FeedbackAgent, Rewriter


def lease_time() -> dt.timedelta:
    return dt.timedelta(minutes=settings.REVIEW_LEASE_MINUTES)


def feedback_agent(rewriter: Rewriter | None = None) -> FeedbackAgent:
    return FeedbackAgent(rewriter)
