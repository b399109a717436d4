from accounts.admin.people import ApiKeyAdmin, TokenFamilyAdmin, UserAdmin
from accounts.admin.usage import UsageAdmin
from accounts.admin.work import AgentRunAdmin, JobAdmin

__all__ = [
    "AgentRunAdmin",
    "ApiKeyAdmin",
    "JobAdmin",
    "TokenFamilyAdmin",
    "UsageAdmin",
    "UserAdmin",
]
