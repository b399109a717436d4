"""The composition root: settings, URLs, the shape of errors, health. No app imports it."""
