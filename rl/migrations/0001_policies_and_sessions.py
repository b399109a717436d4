import accounts.ids
import django.db.models.deletion
import specs.models.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("specs", "0002_title_search"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PolicyVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=accounts.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "algorithm",
                    models.CharField(
                        choices=[
                            ("clipped", "Clipped policy gradient"),
                            ("reinforce", "REINFORCE with baseline"),
                            ("linucb", "LinUCB"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("candidate", "Candidate"),
                            ("current", "Current"),
                            ("retired", "Retired"),
                        ],
                        default="candidate",
                        max_length=20,
                    ),
                ),
                (
                    "settings",
                    specs.models.fields.DocumentField(
                        help_text="Every setting of the training run, seed included."
                    ),
                ),
                ("seed", models.BigIntegerField()),
                ("episodes", models.PositiveIntegerField()),
                (
                    "data_hash",
                    models.CharField(help_text="Of the prompts it was trained on.", max_length=64),
                ),
                (
                    "libraries",
                    specs.models.fields.DocumentField(
                        help_text="Versions of what did the arithmetic."
                    ),
                ),
                ("features_hash", models.CharField(max_length=64)),
                ("operators_hash", models.CharField(max_length=64)),
                ("rubric_hash", models.CharField(max_length=64)),
                (
                    "reward_model",
                    models.CharField(
                        blank=True,
                        help_text="Version of the learnt taste; empty without one.",
                        max_length=64,
                    ),
                ),
                (
                    "weights",
                    specs.models.fields.DocumentField(
                        help_text="One row for each feature, one column for each operator."
                    ),
                ),
                ("weights_hash", models.CharField(max_length=64)),
                ("curve", specs.models.fields.DocumentField(default=list)),
                (
                    "report",
                    specs.models.fields.DocumentField(
                        default=dict, help_text="What the gate found."
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "compared_at",
                    models.DateTimeField(blank=True, help_text="When the gate looked.", null=True),
                ),
                ("promoted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="children",
                        to="rl.policyversion",
                    ),
                ),
            ],
            options={
                "db_table": "policy_versions",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="IterationSession",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=accounts.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("iterate", "Iteration"),
                            ("training", "Training on a prompt"),
                            ("coordinated", "Coordinated agents"),
                        ],
                        max_length=20,
                    ),
                ),
                ("prompt", models.TextField(blank=True)),
                (
                    "settings",
                    specs.models.fields.DocumentField(
                        default=dict, help_text="What was asked for."
                    ),
                ),
                (
                    "result",
                    specs.models.fields.DocumentField(
                        default=dict, help_text="Learning curve or contributions."
                    ),
                ),
                ("initial_score", models.FloatField()),
                ("final_score", models.FloatField()),
                ("total_reward", models.FloatField(default=0.0)),
                (
                    "stopped_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("target_reached", "Target"),
                            ("no_gain", "No Gain"),
                            ("steps_used", "Steps"),
                        ],
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "final_revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="specs.specrevision",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="iteration_sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "spec",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="iteration_sessions",
                        to="specs.spec",
                    ),
                ),
                (
                    "start_revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="specs.specrevision",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        blank=True,
                        help_text="What played, or what was trained; empty where the search played alone.",
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="sessions",
                        to="rl.policyversion",
                    ),
                ),
            ],
            options={
                "db_table": "iteration_sessions",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="IterationLog",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=accounts.ids.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("agent", models.CharField(max_length=40)),
                ("action", models.CharField(max_length=40)),
                (
                    "state_hash",
                    models.CharField(help_text="Of the design before the step.", max_length=64),
                ),
                (
                    "mask",
                    specs.models.fields.DocumentField(help_text="The operators that were legal."),
                ),
                ("probability", models.FloatField(help_text="What the policy gave to the action.")),
                ("patch", specs.models.fields.DocumentField()),
                (
                    "document",
                    specs.models.fields.DocumentField(help_text="The spec after the step."),
                ),
                ("score_before", models.FloatField()),
                ("score_after", models.FloatField()),
                ("reward", models.FloatField()),
                ("reward_parts", specs.models.fields.DocumentField()),
                ("cost", models.FloatField()),
                ("evaluation", specs.models.fields.DocumentField()),
                ("feedback", specs.models.fields.DocumentField(default=list)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "session",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="iterations",
                        to="rl.iterationsession",
                    ),
                ),
            ],
            options={
                "db_table": "iteration_logs",
                "ordering": ("session", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "number"), name="iteration_logs_one_row_per_number"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="policyversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "current")),
                fields=("status",),
                name="policy_versions_one_is_current",
            ),
        ),
        migrations.AddConstraint(
            model_name="policyversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["candidate", "current", "retired"])),
                name="policy_versions_known_status",
            ),
        ),
        migrations.AddConstraint(
            model_name="policyversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("algorithm__in", ["clipped", "reinforce", "linucb"])),
                name="policy_versions_known_algorithm",
            ),
        ),
        migrations.AddIndex(
            model_name="iterationsession",
            index=models.Index(fields=["owner", "id"], name="iteration_sessions_by_owner"),
        ),
        migrations.AddConstraint(
            model_name="iterationsession",
            constraint=models.CheckConstraint(
                condition=models.Q(("final_score__gte", models.F("initial_score"))),
                name="iteration_sessions_never_worse",
            ),
        ),
        migrations.AddConstraint(
            model_name="iterationsession",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["iterate", "training", "coordinated"])),
                name="iteration_sessions_known_kind",
            ),
        ),
    ]
