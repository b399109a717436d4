"""Running the service: what its parts do, how it is measured, and what is deleted when."""
