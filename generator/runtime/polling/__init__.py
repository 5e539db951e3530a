"""Long-running work: tasks, the polling schedule, the progress bar."""
