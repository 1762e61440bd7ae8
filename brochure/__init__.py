"""brochure: one YAML file and some pictures become a folded, printable PDF."""
