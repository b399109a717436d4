"""A drawing of a spec, to scale, of what is known and nothing else."""

from specs.preview.drawing import CONTENT_SECURITY_POLICY, draw

__all__ = ["CONTENT_SECURITY_POLICY", "draw"]
