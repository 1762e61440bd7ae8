"""The whole pipeline on one screen: content.yaml and pictures in, PDF files out.

Nothing is written of an edition in which preflight finds an error; a job ticket comes with one for
a press.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from brochure.cache import Cache
from brochure.content import read
from brochure.editions import DEFAULT, EDITIONS
from brochure.files import write_together
from brochure.images import Library
from brochure.imposition import impose
from brochure.layout import lay_out
from brochure.model import Properties
from brochure.pdf import Output, paint
from brochure.preflight import Subject, judged
from brochure.preflight.accepted import judged_copy, misnamed
from brochure.preflight.manuscript import this_day
from brochure.problems import BrochureError, FileError, Problem, Severity
from brochure.reading import did_you_mean
from brochure.stamp import stamp
from brochure.typography import keep_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from brochure.editions import Edition
    from brochure.model import Brochure, Painted, Sheet
    from brochure.profiles import PrintingCondition


def build(  # noqa: PLR0913 - what the command can be asked for
    content: Path | str = "content.yaml",
    out: Path | str = "out",
    *,
    overrides: Sequence[str] = (),
    editions: Sequence[str | Edition] = DEFAULT,
    draft: bool = False,
    warnings: list[Problem] | None = None,
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
        warnings: a list to which what preflight warns of is added.

    Returns:
        The paths of the files written, in the order of `editions`, a ticket after its PDF.

    Raises:
        BrochureError: with every problem found; nothing is written then.

    """
    brochure = read(content, overrides, cache=Cache.default())
    return publish(brochure, out, editions=editions, draft=draft, warnings=warnings)


def publish(
    brochure: Brochure,
    out: Path | str = "out",
    *,
    editions: Sequence[str | Edition] = DEFAULT,
    draft: bool = False,
    warnings: list[Problem] | None = None,
) -> list[Path]:
    """Write a brochure that was read, edition by edition; the second half of `build`.

    Raises:
        BrochureError: with every problem found; nothing is written then.

    """
    pictures = Library(brochure.folder, Cache.default())
    digest = stamp(brochure, pictures)
    stop(misnamed(brochure, pictures.cache))
    made = [
        _composed(brochure, edition, pictures, digest, draft=draft) for edition in known(editions)
    ]
    files = {Path(out) / name: data for one in made for name, data in one.files.items()}
    write_together(files)
    keep_fonts()
    if warnings is not None:
        warnings += dict.fromkeys(problem for one in made for problem in one.warnings)
    return list(files)


def stop(problems: Iterable[Problem]) -> None:
    """Raise what there is of errors, in the order of the author's file; warnings stop nothing.

    Raises:
        BrochureError: with the errors among `problems`, if any.

    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise BrochureError(*sorted(errors, key=Problem.place))


def known(editions: Sequence[str | Edition]) -> list[Edition]:
    """Return the editions by their names, each once."""
    unknown = [name for name in editions if isinstance(name, str) and name not in EDITIONS]
    if unknown:
        hint = did_you_mean(unknown[0], EDITIONS)
        raise FileError(Problem("EDITION001", f"there is no edition {unknown[0]!r}", hint=hint))
    found = (EDITIONS[name] if isinstance(name, str) else name for name in editions)
    return list(dict.fromkeys(found))


class Made(msgspec.Struct, frozen=True):
    """The files of one edition by name, and what its checks warn of."""

    files: dict[str, bytes]
    warnings: tuple[Problem, ...]


_MOST = 16  # editions kept in a process: for a program that asks again for what did not change
_before: dict[tuple[str, Edition, date], tuple[Brochure, Made]] = {}


def _composed(
    brochure: Brochure, edition: Edition, pictures: Library, digest: str, *, draft: bool
) -> Made:
    """Return the files of one edition; those of the same content are made once a process."""
    profile = brochure.press.profile
    if edition.on_press and profile and profile.file:  # which may have changed: it is no content
        return compose(brochure, edition, pictures, digest, draft=draft)
    if brochure.claims:  # a file, too
        return compose(brochure, edition, pictures, digest, draft=draft)
    if draft:  # of which there are few, each a step to the one that fits
        return compose(brochure, edition, pictures, digest, draft=True)
    asked = digest, edition, this_day()  # on which a review may be overdue
    found = _before.get(asked)
    if found is None or found[0] != brochure:
        if len(_before) >= _MOST:
            _before.clear()
        found = (brochure, compose(brochure, edition, pictures, digest))
        _before[asked] = found
    return found[1]


def compose(
    brochure: Brochure,
    edition: Edition,
    pictures: Library,
    digest: str,
    *,
    draft: bool = False,
) -> Made:
    """Return the files of one edition: laid out, imposed, painted, stamped, judged.

    Raises:
        BrochureError: with every error that is found.

    """
    try:
        subject = prepared(brochure, edition, pictures, digest, draft=draft)
    except BrochureError as error:  # the words are judged all the same
        stop([*error.problems, *judged_copy(brochure, edition)])
        raise
    warnings = (*subject.problems, *judged(subject))
    stop(warnings)
    name = f"{slug(brochure.title)}-{edition.name}{'-draft' if subject.layout.left_over else ''}"
    if subject.condition is None:
        return Made({f"{name}.pdf": subject.painted.data}, warnings)
    from brochure.ticket import ticket  # noqa: PLC0415 - only a print shop gets one

    words = ticket(brochure, subject.sheets, subject.condition, f"{name}.pdf")
    return Made({f"{name}.pdf": subject.painted.data, f"{name}.txt": words.encode()}, warnings)


def prepared(
    brochure: Brochure,
    edition: Edition,
    pictures: Library,
    digest: str,
    *,
    draft: bool = False,
) -> Subject:
    """Return one edition laid out and imposed, to be judged and painted.

    A printing condition that cannot be had is a problem of the subject's.

    Raises:
        BrochureError: with all that does not fit, cannot be set, or cannot be drawn.

    """
    problems: list[Problem] = []
    layout = lay_out(brochure, edition, pictures, draft=draft)
    condition = _condition(brochure, problems) if edition.on_press else None
    output = Output(edition.standard, edition.ppi, condition)
    properties = _properties(brochure, edition, digest)

    sheets = impose(layout, brochure, edition)

    def painted(sheets: Sequence[Sheet]) -> Painted:
        return paint(sheets, properties, output, cache=pictures.cache)

    def light(sheets: Sequence[Sheet]) -> Painted:
        return paint(sheets, properties, Output("plain", edition.ppi), cache=pictures.cache)

    return Subject(
        brochure,
        edition,
        layout,
        sheets,
        pictures,
        painted,
        condition,
        tuple(problems),
        light if condition else None,
    )


def _condition(brochure: Brochure, problems: list[Problem]) -> PrintingCondition | None:
    from brochure.preflight.condition import condition_of  # noqa: PLC0415 - only for a print shop

    return condition_of(brochure, problems)


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
