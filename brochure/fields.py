"""The kinds of value that a field of the author's file can hold, beside plain words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from brochure.problems import Where


class Fields(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab", gc=False
):
    """A mapping whose keys an author, or a theme, writes: `total_ink` is written `total-ink`.

    The annotations of its subclasses are read at run time, those of other structs never are.
    """


class Length(float):
    """A distance in points, read from `5mm`, `0.25in`, `12pt` or a bare number of points."""

    __slots__ = ()


class LanguageTag(str):
    """The tag of a language (RFC 5646) in its usual letters, such as es or zh-Hant."""

    __slots__ = ()


class Href(str):
    """A link's address, absolute, its scheme one of https, http, mailto and tel."""

    __slots__ = ()


class FileName(msgspec.Struct, frozen=True, gc=False):
    """A file as the author names it, relative to the content's folder."""

    name: str
    where: Where


class Focus(NamedTuple):
    """The point of a picture that a crop must keep: shares of its width and height, 0 to 1."""

    x: float = 0.5
    y: float = 0.5


class Phone(msgspec.Struct, frozen=True, gc=False):
    """A telephone number as the author wrote it, and in the global form of RFC 3966."""

    text: str
    href: Href
    where: Where


class Website(msgspec.Struct, frozen=True, gc=False):
    """A site's address as the author wrote it (shown), and absolute (linked)."""

    text: str
    href: Href
    where: Where


class Email(msgspec.Struct, frozen=True, gc=False):
    """A mail address as shown, and as a mailto link (RFC 6068)."""

    text: str
    href: Href
    where: Where
