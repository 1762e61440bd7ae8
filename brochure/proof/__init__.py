"""Proof: what to look at, and to fold by hand, before a thousand are printed."""
