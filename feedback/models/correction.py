"""What a person changed in a spec: the later revision is preferred to the earlier one."""

from django.conf import settings
from django.db import models

from accounts.ids import uuid7
from specs.models.fields import DocumentField


class Correction(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    before = models.ForeignKey(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="corrections"
    )
    after = models.OneToOneField(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="correction"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="corrections"
    )
    patch = DocumentField(help_text="JSON Patch (RFC 6902) from the one to the other.")
    reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "corrections"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(before=models.F("after")),
                name="corrections_change_something",
            ),
        )

    def __str__(self) -> str:
        return f"correction {str(self.pk)[-8:]}"
