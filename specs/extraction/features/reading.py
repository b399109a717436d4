"""Features: named ones of the vocabulary, known parts, and parts a list asks for."""

from specs.extraction.features.apart import height_range, shared_heads, split_features
from specs.extraction.features.feature import Feature
from specs.extraction.features.listed import listed_features
from specs.extraction.features.named import (
    feature_inside,
    features_of_head,
    named_feature,
)
from specs.extraction.features.wishes import wished_features
from specs.language.document import Document
from specs.language.subject import Subject


def read_features(doc: Document, subject: Subject) -> list[Feature]:
    found: dict[str, Feature] = {}
    for apart in (*split_features(doc, subject), *wished_features(doc, subject)):
        found.setdefault(apart.name, apart)
    for mention in doc.mentions:
        if not doc.is_free(mention.first, mention.last):
            continue
        feature = named_feature(doc, subject, mention) or feature_inside(doc, subject, mention)
        if feature is not None:
            doc.take(mention.first, mention.last)
            if feature.name not in found:
                found[feature.name] = feature
    of_ranges = height_range(doc, subject)
    for feature in (*features_of_head(doc, subject), *of_ranges):
        found.setdefault(feature.name, feature)
    for feature in shared_heads(doc, subject):
        found.setdefault(feature.name, feature)
    for feature in listed_features(doc, subject):
        if feature.name not in found:
            found[feature.name] = feature
            doc.take(feature.evidence.first, feature.evidence.last)
    if "hybrid_drive" in found:
        # Its "e-motors" are half of the drive.
        found.pop("electric_drive", None)
    return sorted(found.values(), key=lambda f: f.evidence.first)
