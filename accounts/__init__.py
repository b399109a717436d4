"""Who calls and what they called: users, API keys, tokens."""
