"""Proofs on a screen: PNG files of pages, of panels, and of the folded sheet as it opens."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PIL.Image import Transpose

from brochure.editions import EDITIONS, OFFICE
from brochure.files import write_atomically
from brochure.pipeline import slug
from brochure.problems import FileError, Problem
from brochure.proof.folded import folded
from brochure.proof.rendering import rendered
from brochure.reading import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from brochure.editions import Edition
    from brochure.model import Brochure
    from brochure.proof.rendering import Page


def proof(  # noqa: PLR0913 - each says one thing of the pictures
    brochure: Brochure,
    out: Path | str = "out",
    edition: Edition = OFFICE,
    *,
    page: int | None = None,
    panel: str | None = None,
    opened: bool = False,
    ppi: float = 144,
) -> list[Path]:
    """Write pictures of a brochure that was read into the folder `out`, of `ppi` pixels an inch.

    They are of every page, or of one `page` counted from 1, or of one `panel`, or of the folded
    sheet as it is `opened` step by step.

    Returns:
        The paths of the files written: TITLE-EDITION-page-1.png, -panel-cover.png, -folded-1.png.

    Raises:
        BrochureError: with every problem found; nothing is written then.

    """
    if opened and edition.pages != "sides":
        raise FileError(_not_folded(edition))
    pages = rendered(brochure, edition, ppi)
    if opened:
        sides = {each.sheet.name: each for each in pages}
        pictures = {f"folded-{n}": p for n, p in enumerate(folded(brochure, sides), 1)}
    elif panel is not None:
        pictures = {f"panel-{panel}": _panel(panel, pages, brochure, edition)}
    elif page is not None:
        pictures = {f"page-{page}": _page(page, pages, edition)}
    else:
        pictures = {f"page-{n}": each.picture for n, each in enumerate(pages, 1)}
    name = f"{slug(brochure.title)}-{edition.name}"
    made = {Path(out) / f"{name}-{what}.png": _png(p, ppi) for what, p in pictures.items()}
    for path, data in made.items():
        write_atomically(path, data)
    return list(made)


def _page(number: int, pages: Sequence[Page], edition: Edition) -> Image:
    """Return the picture of page `number`, counted from 1."""
    if 1 <= number <= len(pages):
        return pages[number - 1].picture
    message = f"the edition `{edition.name}` has no page {number}"
    raise FileError(Problem("PROOF001", message, hint=f"its pages are 1 to {len(pages)}"))


def _panel(name: str, pages: Sequence[Page], brochure: Brochure, edition: Edition) -> Image:
    """Return the picture of the panel called `name`, upright: cut at the folds and at the trim."""
    places = {place.name: (page, place.rect) for page in pages for place in page.sheet.panels}
    if name in places:
        page, rect = places[name]
        picture = page.cut(rect)
        turned = {slot.name for _, slots in brochure.fold.sides for slot in slots if slot.turned}
        on_its_head = edition.pages == "sides" and name in turned
        return picture.transpose(Transpose.ROTATE_180) if on_its_head else picture
    message = f"the edition `{edition.name}` has no panel `{name}`"
    raise FileError(Problem("PROOF002", message, hint=did_you_mean(name, places)))


def _not_folded(edition: Edition) -> Problem:
    names = [f"`{name}`" for name, other in EDITIONS.items() if other.pages == "sides"]
    message = f"the edition `{edition.name}` is not folded"
    return Problem("PROOF005", message, hint=f"give --edition one of {' and '.join(names)}")


def _png(picture: Image, ppi: float) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG", dpi=(ppi, ppi))
    return data.getvalue()
