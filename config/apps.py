"""The admin site under the project's own names, and the app of the composition root."""

from importlib import import_module

from django.apps import AppConfig
from django.contrib import admin
from django.contrib.admin import apps as admin_apps


class ProjectAdminConfig(admin_apps.AdminConfig):
    default_site = "config.admin.ProjectAdminSite"
    default = False


class RootConfig(AppConfig):
    name = "config"
    default = True

    def ready(self) -> None:
        # Tasks are sent through this application from every process, so it is made in each.
        import_module("config.celery")
        import_module("config.operations.worker_metrics")
        # The last app of the list: the others' admin pages are registered by now.
        import_module("config.staff.specs").compose(admin.site)
