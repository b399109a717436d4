"""The HTTP rim of evaluation: views parse, call one service or selector, and present."""
