"""What content streams call by name, kept once a document: fonts, images, shadings, opacities.

Names are given in the order of first use, so they depend on the sheets alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.pdf.engine import PDFDictionary
from brochure.pdf.fonts import Face, embed
from brochure.pdf.images import image
from brochure.pdf.objects import add
from brochure.pdf.operators import number
from brochure.pdf.shading import axial, soft_mask

if TYPE_CHECKING:
    from brochure.images import Raster
    from brochure.pdf.engine import PDFDocument, PDFObject
    from brochure.shape import LinearGradient
    from brochure.typography.fonts import Font

_Box = tuple[float, float, float, float]


class Resources:
    """The named resources of one document; all its pages share them."""

    def __init__(self, document: PDFDocument) -> None:
        self.dictionary = PDFDictionary()
        self._document = document
        self._faces: dict[Font, Face] = {}
        self._images: dict[str, str] = {}
        self._shadings: dict[LinearGradient, str] = {}
        self._masks: dict[tuple[LinearGradient, _Box], str] = {}
        self._objects: dict[str, dict[str, object]] = {
            "XObject": {},
            "Shading": {},
            "ExtGState": {},
        }

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of the pictures shown, in the order of first use."""
        return tuple(self._images)

    def face(self, font: Font) -> Face:
        """Return the document's face of `font`."""
        face = self._faces.get(font)
        if face is None:
            face = self._faces[font] = Face(font, f"F{len(self._faces) + 1}")
        return face

    def image(self, raster: Raster) -> str:
        """Return the name of `raster`, the same for equal pictures."""
        name = self._images.get(raster.digest)
        if name is None:
            name = self._images[raster.digest] = f"I{len(self._images) + 1}"
            self._add("XObject", name, image(raster, self._document))
        return name

    def shading(self, gradient: LinearGradient) -> str:
        """Return the name of the colors of `gradient`."""
        name = self._shadings.get(gradient)
        if name is None:
            name = self._shadings[gradient] = f"S{len(self._shadings) + 1}"
            self._add("Shading", name, axial(gradient))
        return name

    def mask(self, gradient: LinearGradient, bounds: _Box) -> str:
        """Return the name of the state that masks by the opacity of `gradient` over `bounds`."""
        key = (gradient, bounds)
        name = self._masks.get(key)
        if name is None:
            name = self._masks[key] = f"M{len(self._masks) + 1}"
            self._objects["ExtGState"][name] = soft_mask(gradient, bounds, self._document)
        return name

    def opacity(self, kind: str, alpha: float) -> str:
        """Return the name of the state that sets `kind` (ca: fills, CA: strokes) to `alpha`."""
        value = number(alpha)
        name = f"{kind}{value.replace('.', '_')}"
        self._objects["ExtGState"][name] = f"<</{kind} {value}>>"
        return name

    def close(self) -> None:
        """Fill the dictionary with everything used (7.8.3), once all pages are painted."""
        for kind, entries in self._objects.items():
            if entries:
                self.dictionary[kind] = PDFDictionary(entries)
        fonts = {face.name: embed(face, self._document) for face in self._faces.values()}
        if fonts:
            self.dictionary["Font"] = PDFDictionary(fonts)

    def _add(self, kind: str, name: str, made: PDFObject) -> None:
        self._objects[kind][name] = add(self._document, made)
