from accounts.models.api_key import ApiKey
from accounts.models.token_family import TokenFamily
from accounts.models.user import User

__all__ = ["ApiKey", "TokenFamily", "User"]
