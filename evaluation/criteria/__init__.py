"""The five criteria: pure functions that explain themselves, independent of each other."""
