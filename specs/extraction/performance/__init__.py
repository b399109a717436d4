"""Performance: what a number with a unit says about the design."""

from specs.extraction.performance.metrics import Metric
from specs.extraction.performance.reading import read_performance

__all__ = ["Metric", "read_performance"]
