"""The press edition: for a print shop, which prints on a larger sheet and cuts it."""

from brochure.editions.edition import Edition
from brochure.geometry import INCH

PRESS = Edition(
    name="press",
    pages="sides",
    standard="x-4",
    ppi=300,  # what printers ask for (domain notes §2)
    leaves_out=frozenset({"share"}),
    # No color may end on a fold, which wanders (domain notes §1): fields go around it by 1/32 in.
    fold_inset=-INCH / 32,
    on_press=True,
    marks=True,
    how_to_print="send it to a print shop with its ticket, and ask for a folded proof.",
)
