"""What content streams call by name, kept once a document.

Fonts, pictures, shadings, states, color spaces: their names come from what they name, so that
painted fragments fit every document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from brochure.images import Raster
from brochure.pdf.fonts import embed
from brochure.pdf.fragment import Kind
from brochure.pdf.images import image
from brochure.pdf.objects import Dictionary, Stream, add
from brochure.pdf.operators import number
from brochure.pdf.part import in_full, part_of
from brochure.pdf.pictures import Form
from brochure.pdf.shading import SoftMask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.cache import Cache
    from brochure.pdf.engine import PDFDocument
    from brochure.pdf.fonts import Shown
    from brochure.pdf.fragment import Need
    from brochure.pdf.part import Part

_KINDS: tuple[Kind, ...] = get_args(Kind)


class Resources:
    """The named resources of one document; all its pages share them.

    `space` is the color space in which transparent forms blend.
    """

    def __init__(self, document: PDFDocument, space: str) -> None:
        self.dictionary = Dictionary({})
        self._document = document
        self._space = space
        self._objects: dict[str, dict[str, object]] = {kind: {} for kind in _KINDS}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that is not a font, which tell its content."""
        return tuple(name for entries in self._objects.values() for name in entries)

    def require(self, needs: Iterable[Need]) -> None:
        """Add what is needed and not there yet."""
        for need in needs:
            entries = self._objects[need.kind]
            if need.name not in entries:
                entries[need.name] = self._made(need.made_from)

    def close(self, shown: Shown, cache: Cache | None) -> tuple[Part, ...]:
        """Fill the dictionary with everything used (7.8.3), once all pages are painted.

        Return the parts of fonts that are embedded.
        """
        for kind, entries in self._objects.items():
            if entries:
                self.dictionary[kind] = Dictionary(entries)
        parts = {
            font: part_of(font, in_full(font, shown.meanings(font)), cache) for font in shown.fonts
        }
        fonts = {font.key: embed(font, part, self._document) for font, part in parts.items()}
        if fonts:
            self.dictionary["Font"] = Dictionary(fonts)
        return tuple(parts.values())

    def _made(self, made_from: object) -> object:
        match made_from:
            case Raster():
                return add(self._document, image(made_from, self._document))
            case Form():
                return add(self._document, self._form(made_from))
            case SoftMask():
                return made_from.state(self._document)
            case _:
                return made_from

    def _form(self, form: Form) -> Stream:
        """Return a form with its own resources, in its own units, y downward as it was painted."""
        own: dict[str, dict[str, object]] = {}
        for need in form.needs:
            own.setdefault(need.kind, {})[need.name] = self._made(need.made_from)
        keys: dict[str, object] = {}
        if form.transparent:
            keys["Group"] = f"<</S/Transparency/CS{self._space}/I true>>"
        return Stream(
            form.deflated,
            Type="/XObject",
            Subtype="/Form",
            BBox=f"[0 0 {number(form.size.width)} {number(form.size.height)}]",
            Resources=Dictionary({kind: Dictionary(own[kind]) for kind in own}),
            Filter="/FlateDecode",
            **keys,
        )
