"""What follows from the records and is worked out anew when they change: threads, ranking, standing, trends."""
