"""What a brochure looks like: faces, sizes, colors and spaces by role, one YAML a theme."""
