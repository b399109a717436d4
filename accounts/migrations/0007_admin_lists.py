from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_usage"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="agentrun",
            index=models.Index(
                condition=models.Q(("ok", False)), fields=["-id"], name="agent_runs_failed"
            ),
        ),
        migrations.AddIndex(
            model_name="job",
            index=models.Index(fields=["created_at"], name="jobs_created"),
        ),
        migrations.AddIndex(
            model_name="usage",
            index=models.Index(fields=["model", "-id"], name="usage_model"),
        ),
        migrations.AddIndex(
            model_name="usage",
            index=models.Index(fields=["outcome", "-id"], name="usage_outcome"),
        ),
        migrations.AddIndex(
            model_name="usage",
            index=models.Index(fields=["subject"], name="usage_subject"),
        ),
    ]
