"""Who is calling: an API key, an access token, or a signed-in session."""

from rest_framework.authentication import BaseAuthentication


class ApiKeyAuthentication(BaseAuthentication):
    pass


class AccessTokenAuthentication(BaseAuthentication):
    pass
