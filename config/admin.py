"""The admin site: Django's own, with the project's names."""

from django.contrib import admin


class ProjectAdminSite(admin.AdminSite):
    site_header = "Prompt-to-JSON"
    site_title = "Prompt-to-JSON"
    index_title = "Review and operate"
