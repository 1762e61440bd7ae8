"""Lay out: Brochure -> Layout: blocks to strips, strips to panels, overflow told."""

from brochure.layout.panels import lay_out

__all__ = ["lay_out"]
