"""The whole pipeline on one screen: content.yaml and pictures in, PDF files out.

A press edition is looked through before it is imposed, and a job ticket comes with it.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cache import Cache
from brochure.content import read
from brochure.editions import DEFAULT, EDITIONS
from brochure.files import write_atomically
from brochure.images import Library
from brochure.imposition import impose
from brochure.layout import lay_out
from brochure.model import Properties
from brochure.pdf import Output, paint
from brochure.problems import FileError, Problem
from brochure.reading import did_you_mean
from brochure.stamp import stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brochure.editions import Edition
    from brochure.model import Brochure, Layout, Sheet
    from brochure.profiles import PrintingCondition


def build(
    content: Path | str = "content.yaml",
    out: Path | str = "out",
    *,
    overrides: Sequence[str] = (),
    editions: Sequence[str | Edition] = DEFAULT,
    draft: bool = False,
) -> list[Path]:
    """Build the brochure of the file `content` into the folder `out`.

    Args:
        content: the author's file; its pictures are looked up beside it.
        out: where the PDF files go; made if it does not exist.
        overrides: changes such as `paper=a4` or `clinic.name=The Clinic`.
        editions: what to build, by name (`editions.EDITIONS`); a PDF each, named after the title
            and the edition, and for a press its job ticket.
        draft: copy that does not fit is no problem: it stands on pages at the end, its panel says
            so, and so does the file's name.

    Returns:
        The paths of the files written, in the order of `editions`, a ticket after its PDF.

    Raises:
        BrochureError: with every problem found; nothing is written then.

    """
    brochure = read(content, overrides, cache=Cache.default())
    return publish(brochure, out, editions=editions, draft=draft)


def publish(
    brochure: Brochure,
    out: Path | str = "out",
    *,
    editions: Sequence[str | Edition] = DEFAULT,
    draft: bool = False,
) -> list[Path]:
    """Write a brochure that was read, edition by edition; the second half of `build`.

    Raises:
        BrochureError: with every problem found; nothing is written then.

    """
    pictures = Library(brochure.folder, Cache.default())
    digest = stamp(brochure, pictures)
    made = {
        Path(out) / name: data
        for edition in _known(editions)
        for name, data in _composed(brochure, edition, pictures, digest, draft=draft).items()
    }
    for path, data in made.items():
        write_atomically(path, data)
    return list(made)


def _known(editions: Sequence[str | Edition]) -> list[Edition]:
    """Return the editions by their names, each once."""
    unknown = [name for name in editions if isinstance(name, str) and name not in EDITIONS]
    if unknown:
        hint = did_you_mean(unknown[0], EDITIONS)
        raise FileError(Problem("EDITION001", f"there is no edition {unknown[0]!r}", hint=hint))
    found = (EDITIONS[name] if isinstance(name, str) else name for name in editions)
    return list(dict.fromkeys(found))


_MOST = 16  # files kept in a process: for a program that asks again for what did not change
_before: dict[tuple[str, Edition], tuple[Brochure, dict[str, bytes]]] = {}


def _composed(
    brochure: Brochure, edition: Edition, pictures: Library, digest: str, *, draft: bool
) -> dict[str, bytes]:
    """Return the files of one edition; those of the same content are made once a process."""
    profile = brochure.press.profile
    if edition.on_press and profile and profile.file:  # which may have changed: it is no content
        return compose(brochure, edition, pictures, digest, draft=draft)
    if draft:  # of which there are few, each a step to the one that fits
        return compose(brochure, edition, pictures, digest, draft=True)
    found = _before.get((digest, edition))
    if found is None or found[0] != brochure:
        if len(_before) >= _MOST:
            _before.clear()
        found = (brochure, compose(brochure, edition, pictures, digest))
        _before[digest, edition] = found
    return found[1]


def compose(
    brochure: Brochure,
    edition: Edition,
    pictures: Library,
    digest: str,
    *,
    draft: bool = False,
) -> dict[str, bytes]:
    """Return the files of one edition by name: laid out, imposed, painted, stamped."""
    layout = lay_out(brochure, edition, pictures, draft=draft)
    sheets, condition, pdf = painted(brochure, layout, edition, pictures, digest)
    name = f"{slug(brochure.title)}-{edition.name}{'-draft' if layout.left_over else ''}"
    if condition is None:
        return {f"{name}.pdf": pdf}
    from brochure.ticket import ticket  # noqa: PLC0415 - only a print shop gets one

    words = ticket(brochure, sheets, condition, f"{name}.pdf")
    return {f"{name}.pdf": pdf, f"{name}.txt": words.encode()}


def painted(
    brochure: Brochure, layout: Layout, edition: Edition, pictures: Library, digest: str
) -> tuple[tuple[Sheet, ...], PrintingCondition | None, bytes]:
    """Return the pages of one edition, the press they are for, and the PDF of them."""
    condition = _preflight(brochure, layout) if edition.on_press else None
    sheets = impose(layout, brochure, edition)
    output = Output(edition.standard, edition.ppi, condition)
    pdf = paint(sheets, _properties(brochure, edition, digest), output, cache=pictures.cache)
    return sheets, condition, pdf


def _preflight(brochure: Brochure, layout: Layout) -> PrintingCondition:
    from brochure.preflight import preflight  # noqa: PLC0415 - only what goes to a print shop

    return preflight(brochure, layout)


def _properties(brochure: Brochure, edition: Edition, digest: str) -> Properties:
    return Properties(
        title=brochure.title,
        author=brochure.clinic.name,
        subject=brochure.subject,
        keywords=", ".join(brochure.keywords),
        language=brochure.language,
        digest=digest,
        duplex=edition.edge(brochure.fold.duplex),
    )


def slug(title: str) -> str:
    """Return `title` as a file name that every system takes: small letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", title).lower()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "brochure"
