"""Read: the author's file -> Brochure."""

from brochure.content.reader import read

__all__ = ["read"]
