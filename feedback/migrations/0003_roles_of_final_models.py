"""The roles, held against the final models: who ends sign-ins and promotes policies, rights that
nothing asks for, and rights that were named otherwise than Django names them."""

from django.db import migrations

# Rights of models, as Django words them: what it finds it keeps, so the words have to be its own.
LABELS = {
    "accounts.agentrun": "agent run",
    "accounts.apikey": "API key",
    "accounts.job": "job",
    "accounts.tokenfamily": "sign-in",
    "accounts.usage": "usage",
    "accounts.user": "user",
    "evaluation.evaluation": "evaluation",
    "evaluation.rubric": "rubric",
    "feedback.comparison": "comparison",
    "feedback.correction": "correction",
    "feedback.feedbacklog": "feedback log",
    "feedback.hidglog": "HIDG log",
    "feedback.quickfeedback": "quick feedback",
    "feedback.rating": "rating",
    "feedback.reviewitem": "review item",
    "feedback.reviewlease": "review lease",
    "feedback.rewardmodel": "reward model",
    "rl.iterationlog": "iteration log",
    "rl.iterationsession": "iteration session",
    "rl.policyversion": "policy version",
    "specs.spec": "spec",
    "specs.specrevision": "spec revision",
}
GRANTED = {
    "operator": {
        # Ending a sign-in and promoting a policy are actions that ask for "change".
        "accounts.tokenfamily": ("change", "view"),
        "rl.policyversion": ("change", "view"),
        "evaluation.evaluation": ("view",),
        "evaluation.rubric": ("view",),
    },
    "auditor": {"accounts.tokenfamily": ("view",)},
    "lead": {"feedback.rewardmodel": ("view",)},
}
# Specs are edited by corrections, and rubrics by the next version: nothing asks for these.
TAKEN = {
    "lead": {"specs.spec": ("change",)},
    "rubric editor": {"evaluation.rubric": ("add",)},
}


def correct(apps, schema_editor):
    alias = schema_editor.connection.alias
    reword(apps, alias)
    change(apps, alias, GRANTED, TAKEN)


def go_back(apps, schema_editor):
    change(apps, schema_editor.connection.alias, TAKEN, GRANTED)


def change(apps, alias, granted, taken):
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for role, rights in granted.items():
        # A deployment may have done away with a role: it is not brought back.
        for group in groups.filter(name=role):
            group.permissions.add(*permissions(apps, alias, rights))
    for role, rights in taken.items():
        for group in groups.filter(name=role):
            group.permissions.remove(*permissions(apps, alias, rights))


def permissions(apps, alias, rights):
    """Made here where `migrate` has not come to making them yet, which it does at its end."""
    found = []
    for model, actions in rights.items():
        app_label, name = model.split(".")
        content_types = apps.get_model("contenttypes", "ContentType").objects.using(alias)
        content_type, _ = content_types.get_or_create(app_label=app_label, model=name)
        for action in actions:
            permission, _ = (
                apps.get_model("auth", "Permission")
                .objects.using(alias)
                .get_or_create(
                    content_type=content_type,
                    codename=f"{action}_{name}",
                    defaults={"name": f"Can {action} {LABELS[model]}"},
                )
            )
            found.append(permission)
    return found


def reword(apps, alias):
    rights = apps.get_model("auth", "Permission").objects.using(alias)
    for model, label in LABELS.items():
        app_label, name = model.split(".")
        for action in ("add", "change", "delete", "view"):
            rights.filter(
                content_type__app_label=app_label,
                content_type__model=name,
                codename=f"{action}_{name}",
            ).update(name=f"Can {action} {label}")


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("feedback", "0002_roles"),
    ]

    operations = [migrations.RunPython(correct, go_back)]
