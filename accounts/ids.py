"""Identifiers: UUIDs of version 7, which sort by the time they were made."""

import uuid

from uuid_utils.compat import uuid7 as make_uuid7


def uuid7() -> uuid.UUID:
    return make_uuid7()
