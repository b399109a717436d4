"""The closed lists that columns and the API share."""

from django.db import models


class Grade(models.TextChoices):
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
