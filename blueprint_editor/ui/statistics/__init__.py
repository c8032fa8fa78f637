"""The view of statistics: times, counts and feelings, as they are now."""
