"""What every rendered client runs on. It knows no API: names, paths and error shapes are data."""
