"""The LLM engine: any OpenAI-compatible endpoint, grounded by what the prompt states.

Nothing is imported here: the SDK takes half a second, and a service without a model never needs it.
"""
