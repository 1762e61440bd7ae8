"""A check and its rules: what it looks for, in which editions, and how it tells what it found."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

import msgspec

from brochure.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.editions import Edition
    from brochure.preflight.manuscript import Manuscript
    from brochure.preflight.subject import Subject
    from brochure.problems import Where

_Seen_contra = TypeVar("_Seen_contra", bound="Manuscript", contravariant=True)


class Rule(msgspec.Struct, frozen=True):
    """One thing that must hold: its stable code, how much a breach matters, one line on it."""

    code: str
    severity: Severity
    title: str

    def broken(self, message: str, where: Where | None, hint: str) -> Problem:
        """Return the problem of a breach at `where`: what is wrong, and how to mend it."""
        return Problem(self.code, message, where, hint, self.severity)


class Scope(StrEnum):
    """For which editions a check holds; the values say so to an author."""

    EVERY = "every edition"
    PAPER = "editions on paper"
    FOLDED = "editions whose panels lie side by side on the sheet"
    PRESS = "editions for a print shop"
    TAGGED = "editions that are read aloud"

    def holds(self, edition: Edition) -> bool:
        """Tell whether `edition` is one of them."""
        match self:
            case Scope.EVERY:
                return True
            case Scope.PAPER:
                return edition.on_paper
            case Scope.FOLDED:
                return edition.pages == "sides"
            case Scope.PRESS:
                return edition.on_press
            case Scope.TAGGED:
                return edition.standard == "accessible"


class Evidence(IntEnum):
    """What a check looks at, the first of these the easiest to come by.

    A brochure whose copy does not fit has no pages; one whose printing condition is not there has
    no file.
    """

    COPY = 1  # what its author wrote: the content alone
    PAGES = 2  # where things stand on the pages
    FILE = 3  # what another library makes of the painted file
    OPINION = 4  # what validators say of it: other programs, where they are installed


class CheckOf(Protocol[_Seen_contra]):
    """What a module of `checks` has; its docstring gives the rationale and the source."""

    __doc__: str | None

    @property
    def CODES(self) -> tuple[Rule, ...]:  # noqa: N802 - a constant of the module
        """The rules that it looks for breaches of."""

    @property
    def SCOPE(self) -> Scope:  # noqa: N802 - the same
        """The editions that it holds for."""

    @property
    def LOOKS_AT(self) -> Evidence:  # noqa: N802 - the same
        """What it needs of a subject."""

    def check(self, subject: _Seen_contra, /) -> Iterator[Problem]:
        """Yield what is wrong with `subject`."""


Check: TypeAlias = "CheckOf[Subject]"
"""Any check: there may be pages for it to look at."""
CopyCheck: TypeAlias = "CheckOf[Manuscript]"
"""One that looks at the author's copy alone, and holds of it whether it fits its panels or not."""
