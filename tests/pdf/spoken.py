"""What a screen reader finds in a tagged file: its text in the order of the structure."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Said(NamedTuple):
    """A piece of text: the structure types around it, outermost first, its page and size in pt."""

    path: tuple[str, ...]
    text: str
    page: int
    size: float


def spoken(path: Path) -> list[Said]:
    """Return every piece of marked text as the structure tree orders them."""
    marked = _marked(path)
    with pikepdf.open(path) as pdf:
        numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
        return [
            Said(roles, text, page, size)
            for roles, page, mark in _walk(pdf.Root.StructTreeRoot.K, (), None, numbers)
            for text, size in marked.get((page, mark), [])
        ]


def _walk(
    kid: pikepdf.Object,
    roles: tuple[str, ...],
    page: int | None,
    numbers: dict[tuple[int, int], int],
) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield the marks under `kid`, each with its roles and page."""
    if isinstance(kid, int):
        assert page is not None
        yield roles, page, int(kid)
    elif isinstance(kid, pikepdf.Array):
        for inner in kid:
            yield from _walk(inner, roles, page, numbers)
    elif kid.get("/Type") != pikepdf.Name.OBJR:
        page = numbers[kid.Pg.objgen] if "/Pg" in kid else page
        if kid.get("/Type") == pikepdf.Name.MCR:
            assert page is not None
            yield roles, page, int(kid.MCID)
        elif "/K" in kid:
            yield from _walk(kid.K, (*roles, str(kid.S)[1:]), page, numbers)


def _marked(path: Path) -> dict[tuple[int, int], list[tuple[str, float]]]:
    """Return the text and the size of every text object, by its page and mark."""
    found: dict[tuple[int, int], list[tuple[str, float]]] = {}
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for item in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
            length = pdfium.FPDFTextObj_GetText(item.raw, text.raw, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFTextObj_GetText(
                item.raw, text.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
            )
            size = ctypes.c_float()
            pdfium.FPDFTextObj_GetFontSize(item.raw, size)
            said = buffer.raw[:-2].decode("utf-16-le")
            found.setdefault((number, mark), []).append((said, size.value))
    document.close()
    return found
