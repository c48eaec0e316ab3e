"""One room for each thing the block does; higher rooms may read lower ones, never the reverse."""
