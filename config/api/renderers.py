"""JSON out: UTF-8 and never NaN, so that what is sent can be read by every client."""

from rest_framework.renderers import JSONRenderer


class StrictJSONRenderer(JSONRenderer):
    charset = "utf-8"
    strict = True
