"""The office edition: for a duplex printer on a desk, which cannot print to the paper's edge."""

from brochure.editions.edition import Edition
from brochure.geometry import INCH

OFFICE = Edition(
    name="office",
    pages="sides",
    standard="plain",
    ppi=300,
    leaves_out=frozenset({"share"}),
    # Office printers leave 1/6 to 0.2 in white (domain notes §1); a quarter inch is safe on all.
    unprinted=INCH / 4,
    # Folds wander by up to 1/16 in, so a field's edge keeps 1/8 in away and looks meant.
    fold_inset=INCH / 8,
    how_to_print="{sides}, actual size (no scaling){then}.",
)
