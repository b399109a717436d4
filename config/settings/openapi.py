"""The OpenAPI document and the two pages that show it."""

SPECTACULAR = {
    "TITLE": "Prompt-to-JSON",
    "DESCRIPTION": (
        "Turns a plain-language design prompt into a validated JSON spec, and says for every "
        "value where it came from.\n\n"
        "Send an API key as `X-API-Key`, or an access token from `/auth/login` as "
        "`Authorization: Bearer`. To try it in the browser, open [/docs](/docs): **Authorize** "
        "with a key, then **Try it out**.\n\n"
        "Errors are problem details (RFC 9457). Lists have `next` and `previous`. What you may "
        "not see is 404, as if it were not there."
    ),
    # The schema of a spec is JSON Schema 2020-12, which is what this version speaks.
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": {
        "DesignTypeEnum": "specs.choices.DesignType",
        "EngineEnum": "specs.choices.Engine",
        "EngineChoiceEnum": "specs.choices.EngineChoice",
        "OriginEnum": "specs.choices.Origin",
        "StorageEnum": "specs.choices.Storage",
        "ReviewStateEnum": "specs.choices.ReviewState",
        "ReviewItemStateEnum": "feedback.choices.ItemState",
        "LeaseStateEnum": "feedback.choices.LeaseState",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.api.schema.add_spec_schema",
        "config.api.schema.allow_anything",
        "config.api.schema.add_problems",
    ],
    "TAGS": [
        {"name": "generate", "description": "A sentence becomes a spec."},
        {"name": "specs", "description": "Stored specs, their revisions and what changed."},
        {"name": "evaluate", "description": "Scores with their evidence, and reports to keep."},
        {"name": "feedback", "description": "What people think: ratings, choices, corrections."},
        {"name": "reviews", "description": "The blind review queue, and how far reviewers agree."},
        {"name": "daily log", "description": "Honesty, integrity, discipline, gratitude."},
        {"name": "learning", "description": "Policies that improve specs, and their sessions."},
        {"name": "design types", "description": "What can be designed, and the words for it."},
    ],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "persistAuthorization": True,
        "defaultModelsExpandDepth": 0,
        "displayRequestDuration": True,
    },
    "REDOC_DIST": "SIDECAR",
}
