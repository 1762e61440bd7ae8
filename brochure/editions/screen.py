"""The screen edition: for mail and the web; one panel a page, in the order in which it is read."""

from brochure.editions.edition import Edition

SCREEN = Edition(
    name="screen",
    pages="panels",
    standard="accessible",
    ppi=170,  # between 150 and 200: sharp at twice the size on most screens, a third of the bytes
    on_paper=False,
)
