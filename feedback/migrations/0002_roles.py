"""The roles of staff, as groups: reviewer, lead, rubric editor, operator, auditor."""

from django.db import migrations

VIEW = ("view",)
SPECS = {"specs.spec": VIEW, "specs.specrevision": VIEW}
JUDGEMENTS = {
    "feedback.rating": VIEW,
    "feedback.quickfeedback": VIEW,
    "feedback.comparison": VIEW,
    "feedback.correction": VIEW,
    "feedback.reviewitem": VIEW,
    "feedback.reviewlease": VIEW,
}
DIARIES = {"feedback.hidglog": VIEW, "feedback.feedbacklog": VIEW}
EVALUATIONS = {"evaluation.evaluation": VIEW, "evaluation.rubric": VIEW}
LEARNING = {
    "rl.iterationsession": VIEW,
    "rl.iterationlog": VIEW,
    "rl.policyversion": VIEW,
    "feedback.rewardmodel": VIEW,
}
ACCOUNTS = {
    "accounts.user": VIEW,
    "accounts.apikey": VIEW,
    "accounts.job": VIEW,
    "accounts.agentrun": VIEW,
    "accounts.usage": VIEW,
}
# What is written through a service asks for the right to do it, not for the right to edit rows.
ROLES = {
    "reviewer": {
        **SPECS,
        **EVALUATIONS,
        "feedback.rating": ("add", "view"),
        "feedback.comparison": ("add", "view"),
        "feedback.correction": ("add", "view"),
        "feedback.reviewitem": ("view", "=review"),
        "feedback.hidglog": ("add", "view"),
    },
    "lead": {
        **SPECS,
        **EVALUATIONS,
        **JUDGEMENTS,
        **DIARIES,
        "specs.spec": ("change", "view"),
        "feedback.rating": ("add", "view"),
        "feedback.comparison": ("add", "view"),
        "feedback.correction": ("add", "view"),
        "feedback.reviewitem": (
            "add",
            "change",
            "view",
            "=review",
            "=decide_review",
            "=see_agreement",
            "=export_feedback",
        ),
    },
    "rubric editor": {
        **SPECS,
        **EVALUATIONS,
        "evaluation.rubric": ("add", "change", "view"),
    },
    "operator": {
        **SPECS,
        **ACCOUNTS,
        **LEARNING,
        **DIARIES,
        "accounts.apikey": ("add", "change", "view"),
        "accounts.job": ("change", "view"),
        "feedback.hidglog": ("delete", "view"),
        "feedback.feedbacklog": ("delete", "view"),
    },
    "auditor": {
        **SPECS,
        **EVALUATIONS,
        **JUDGEMENTS,
        **DIARIES,
        **LEARNING,
        **ACCOUNTS,
        "feedback.reviewitem": ("view", "=see_agreement"),
    },
}
OWN = {
    "review": "Can take reviews from the queue",
    "decide_review": "Can accept and return reviewed specs",
    "see_agreement": "Can see how far reviewers agree",
    "export_feedback": "Can export what people said",
}


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for role, rights in ROLES.items():
        group, _ = Group.objects.get_or_create(name=role)
        for model, actions in rights.items():
            group.permissions.add(*(permission(apps, model, action) for action in actions))


def permission(apps, model, action):
    """Django makes permissions after all migrations have run; made here first, it keeps these."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    app_label, name = model.split(".")
    content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=name)
    if action.startswith("="):
        codename, label = action[1:], OWN[action[1:]]
    else:
        codename, label = f"{action}_{name}", f"Can {action} {name}"
    found, _ = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": label}
    )
    return found


def drop_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("feedback", "0001_ratings_reviews_and_logs"),
    ]

    operations = [migrations.RunPython(make_roles, drop_roles)]
