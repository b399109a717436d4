"""The HTTP rim of specs: views parse, call one service or selector, and present."""
