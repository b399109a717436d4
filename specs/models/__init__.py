from specs.models.revision import SpecRevision
from specs.models.spec import Spec

__all__ = ["Spec", "SpecRevision"]
