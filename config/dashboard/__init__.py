"""The HTML dashboard: pages composed from the selectors of the apps."""
