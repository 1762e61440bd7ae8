"""The checks that neither render a page nor read the PDF back: a build runs them, and no other.

Loading the others takes 3 ms, which is more than these take to judge the brochure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.preflight.checks import (
    alt_text,
    bleed,
    consent,
    feet,
    fold_edges,
    hairlines,
    heading_order,
    hyphens,
    link_text,
    measure,
    resolution,
    reversed_type,
    review,
    rich_black,
    safe_zone,
    total_ink,
)

if TYPE_CHECKING:
    from brochure.preflight.rule import Check

QUICK: tuple[Check, ...] = (
    safe_zone,
    measure,
    hyphens,
    feet,
    resolution,
    total_ink,
    hairlines,
    reversed_type,
    rich_black,
    fold_edges,
    bleed,
    heading_order,
    link_text,
    alt_text,
    consent,
    review,
)
"""In the order in which they are run."""
