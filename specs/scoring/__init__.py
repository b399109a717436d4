"""Measuring the extraction: predicted specs against annotated prompts."""
