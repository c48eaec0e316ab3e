"""Officers: who serves in the block, in which rank, post and team, and who may mentor."""
