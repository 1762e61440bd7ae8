"""How a sheet folds: which panels there are, how wide, in which order."""
