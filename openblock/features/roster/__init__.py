"""The duty roster: shift templates, team cycles, duties, what is wrong with them, who is on."""
