"""The HTTP contract as a whole: every URL, every caller, every bad body."""
