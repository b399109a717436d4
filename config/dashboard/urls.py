"""Pages for people, under /dashboard/."""

from django.urls import path

from config.dashboard.views import (
    account,
    actions,
    home,
    jobs,
    learning,
    reports,
    sessions,
    specs,
)

app_name = "dashboard"

urlpatterns = [
    path("", home.home, name="home"),
    path("sign-in/", account.SignInView.as_view(), name="sign-in"),
    path("sign-out/", account.SignOutView.as_view(), name="sign-out"),
    path("appearance/", account.appearance, name="appearance"),
    path("specs/", specs.specs, name="specs"),
    path("specs/<uuid:spec_id>/", specs.spec, name="spec"),
    path("specs/<uuid:spec_id>/revisions/<int:number>/", specs.revision, name="revision"),
    path("specs/<uuid:spec_id>/score/", actions.score, name="score"),
    path("specs/<uuid:spec_id>/improve/", actions.improve, name="improve"),
    path("reports/", reports.reports, name="reports"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<uuid:session_id>/", sessions.session, name="session"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("jobs/<uuid:job_id>/", jobs.job, name="job"),
    path("jobs/<uuid:job_id>/cancel/", jobs.cancel, name="job-cancel"),
    path("learning/", learning.learning, name="learning"),
    path("learning/<uuid:policy_id>/", learning.policy, name="policy"),
]
