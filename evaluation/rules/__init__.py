"""Rules as data (rules/data/*.yaml) over small pure functions (quantities and checks)."""
