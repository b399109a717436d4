"""What pages have in common that only show rows: services made them, and retention ends them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest


class ReadOnly(admin.options.BaseModelAdmin):  # type: ignore[type-arg]
    """For pages and for inlines."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LogAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    """A table that only grows: newest first, by its key, which needs no index of its own."""

    ordering = ("-id",)
    # Any other order would sort the whole table, unless a page says which column has an index.
    sortable_by: ClassVar[Any] = ()
    date_hierarchy = "created_at"
    list_per_page = 50
    show_full_result_count = False
    # Counts beside each filter are a scan of the table for each.
    show_facets = admin.ShowFacets.NEVER

    class Media:
        css = {"all": ("accounts/admin.css",)}


def seconds(milliseconds: float) -> str:
    """ "12 ms", "1.4 s"."""
    if milliseconds < 1000:
        return f"{milliseconds:.3g} ms"
    return f"{milliseconds / 1000:.1f} s"
