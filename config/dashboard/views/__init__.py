"""One module per page: read the request, ask the selectors, hand rows to a template."""
