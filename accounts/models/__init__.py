from accounts.models.agent_run import AgentRun
from accounts.models.api_key import ApiKey
from accounts.models.idempotency import IdempotencyRecord
from accounts.models.job import Job
from accounts.models.token_family import TokenFamily
from accounts.models.usage import Usage
from accounts.models.user import User

__all__ = ["AgentRun", "ApiKey", "IdempotencyRecord", "Job", "TokenFamily", "Usage", "User"]
