"""What people think of a spec: ratings, reviews, the daily log of values."""
