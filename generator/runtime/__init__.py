"""What every rendered client runs on. Nothing here knows which API it serves: names, paths and error shapes are data."""
