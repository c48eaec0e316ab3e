"""What stands beside the plan: who has no bed, the floor's figures, the chosen room."""
