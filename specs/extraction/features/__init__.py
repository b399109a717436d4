"""Features: named ones of the vocabulary, known parts, and parts a list asks for."""

from specs.extraction.features.feature import Feature
from specs.extraction.features.reading import read_features

__all__ = ["Feature", "read_features"]
