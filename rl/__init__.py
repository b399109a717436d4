"""Learning which edit to make next."""
