"""The closed lists that columns and the API share."""

from django.db import models


class PolicyStatus(models.TextChoices):
    CANDIDATE = "candidate"
    CURRENT = "current"
    RETIRED = "retired"


class Algorithm(models.TextChoices):
    CLIPPED = "clipped", "Clipped policy gradient"
    REINFORCE = "reinforce", "REINFORCE with baseline"
    LINUCB = "linucb", "LinUCB"


class SessionKind(models.TextChoices):
    ITERATE = "iterate", "Iteration"
    TRAINING = "training", "Training on a prompt"
    COORDINATED = "coordinated", "Coordinated agents"


class StopReason(models.TextChoices):
    TARGET = "target_reached"
    NO_GAIN = "no_gain"
    STEPS = "steps_used"
