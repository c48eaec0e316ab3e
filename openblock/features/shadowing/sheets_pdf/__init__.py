"""How the sheets of practice read on paper."""
