"""Read: the author's file -> Brochure."""

from brochure.content.read import read

__all__ = ["read"]
