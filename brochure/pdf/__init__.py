"""Paint: Sheets → PDF bytes. The only package that knows reportlab.

`document` opens and closes the file, `painter` turns a sheet's items into operators, and what
they name on the way (fonts, images, shadings, opacities) is kept once a document in `resources`.
"""

from __future__ import annotations

from brochure.pdf.document import paint
from brochure.pdf.output import Output

__all__ = ["Output", "paint"]
