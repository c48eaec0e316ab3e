"""The day at a glance: reads all, owns nothing."""
