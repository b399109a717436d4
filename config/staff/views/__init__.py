"""One module per kind of work: read the request, call one service, hand rows to a template."""
