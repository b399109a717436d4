"""Plain values in, what a template can print without arithmetic out."""
