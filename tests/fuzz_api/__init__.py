"""Schemathesis over the whole document, as a client and as staff."""
