"""The room finder: every bed for a person, the best first, with what speaks for and against."""
