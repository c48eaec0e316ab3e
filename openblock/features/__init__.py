"""The features of the block, one folder each; who may import whom stands in the map."""
