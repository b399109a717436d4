"""The shared language: design specs, how a prompt is read, and where each value came from."""
