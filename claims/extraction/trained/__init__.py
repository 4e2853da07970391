"""The shipped pipeline: its weights, and everything that rebuilds them from the treebank."""
