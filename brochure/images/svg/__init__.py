"""SVG as vectors: text → tree of nodes → marks (paths with colors still by name) → shapes."""
