"""The large-print edition: for low vision, on pages that any clinic can print and staple."""

from brochure.editions.edition import Edition
from brochure.geometry import INCH

LARGE_PRINT = Edition(
    name="large-print",
    pages="pages",
    standard="accessible",
    ppi=300,
    leaves_out=frozenset({"share"}),
    unprinted=INCH / 4,  # as in the office edition: the same printers
    # RNIB: clear print is 14 pt, large print 16 or more. Running text takes the larger, and what a
    # theme sets smaller than that, captions and small print, never less than the smaller.
    body=16,
    least=14,
    how_to_print="on one side or both (flip on the {edge} edge), actual size (no scaling); "
    "then staple the corner.",
)
