"""The admin site under the project's own names, and the app of the composition root."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class ProjectAdminConfig(admin_apps.AdminConfig):
    default_site = "config.admin.ProjectAdminSite"
    default = False


class RootConfig(AppConfig):
    name = "config"
    default = True
