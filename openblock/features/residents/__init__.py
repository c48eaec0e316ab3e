"""Who lives in the block: people, their stays, keep-apart pairs, alert marks and notes."""
