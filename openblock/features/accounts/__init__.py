"""Who may sign in and do what; the log of who did and saw what."""
