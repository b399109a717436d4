"""Scores with evidence: criteria, rubrics, findings."""
