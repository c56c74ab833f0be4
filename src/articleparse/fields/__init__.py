"""What a line of an article says: names, dates, bylines, credits, datelines."""
