"""Parameters of the operations, for the OpenAPI document."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from specs.choices import DesignType

SPEC_ID = OpenApiParameter(
    "spec_id", OpenApiTypes.UUID, OpenApiParameter.PATH, description="Id of the spec."
)
REVISION_NUMBER = OpenApiParameter(
    "number", OpenApiTypes.INT, OpenApiParameter.PATH, description="Number of the revision, from 1."
)
DESIGN_TYPE = OpenApiParameter(
    "name",
    OpenApiTypes.STR,
    OpenApiParameter.PATH,
    description="Name of the design type.",
    enum=DesignType.values,
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="The ETag of what you have: 304 when it is still the same.",
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="The ETag of what you edited: 412 when somebody else edited it in between.",
)
DIFF = (
    OpenApiParameter(
        "from",
        OpenApiTypes.INT,
        OpenApiParameter.QUERY,
        description="Number of a revision; the one before `to` by default.",
    ),
    OpenApiParameter(
        "to",
        OpenApiTypes.INT,
        OpenApiParameter.QUERY,
        description="Number of a revision; the latest by default.",
    ),
)

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="Any token: the same request with the same key is done once and answered alike "
    "for 24 hours.",
)


def response_header(name: str, description: str, *statuses: int) -> OpenApiParameter:
    return OpenApiParameter(
        name,
        OpenApiTypes.STR,
        OpenApiParameter.HEADER,
        description=description,
        response=list(statuses),
    )


LOCATION = response_header("Location", "Where the stored spec is.", 200, 201)
ETAG = response_header("ETag", "Names this state of the spec.", 200, 201)
