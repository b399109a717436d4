"""The closed lists that columns and the API share."""

from django.db import models

from specs.design import DESIGN_TYPES

# The schema bounds the title and not the category; an indexed column needs a bound for both.
MAX_TITLE = 120
MAX_CATEGORY = 100
MAX_MODEL = 200


class DesignType(models.TextChoices):
    BUILDING = "building"
    VEHICLE = "vehicle"
    ELECTRONICS = "electronics"
    APPLIANCE = "appliance"
    FURNITURE = "furniture"
    GENERAL = "general"


if tuple(DesignType.values) != DESIGN_TYPES:
    raise ImportError("specs.choices and specs.design list different design types")


class Engine(models.TextChoices):
    """What turned the prompt into the spec. A submitted spec has none."""

    RULES = "rules"
    LLM = "llm", "LLM"


class EngineChoice(models.TextChoices):
    """What a client may ask for."""

    AUTO = "auto"
    RULES = "rules"
    LLM = "llm", "LLM"


class Origin(models.TextChoices):
    """How a revision came to be."""

    GENERATED = "generated"
    SUBMITTED = "submitted"
    EDITED = "edited", "Edited by a person"
    ITERATED = "iterated", "Improved by a learning session"


class ReviewState(models.TextChoices):
    """Where people stand on the latest revision; a new revision starts again at pending."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Storage(models.TextChoices):
    """Where an acknowledged spec is: a journalled one is stored when the database is back."""

    DATABASE = "database", "in the database"
    JOURNAL = "journal", "in a file, until the database is back"
