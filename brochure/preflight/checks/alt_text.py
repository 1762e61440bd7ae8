"""Pictures say in words what they show.

Who cannot see a picture hears its alternative text instead. A file's name says nothing, nor does a
word that waits for a better one ("photo", "TODO"); the caption is heard anyway, "image of" is said
by the reader before it, and beyond 300 characters nobody can stop and go back: what is longer
belongs in the text. Decoration needs none (`decorative: true`).

Source: WCAG 2.2, 1.1.1, and its failure F30; W3C, Images tutorial; PDF/UA-1, 7.3.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from brochure.blocks.band import Band
from brochure.blocks.figure import Figure
from brochure.blocks.picture import Picture
from brochure.preflight.rule import Evidence, Rule, Scope
from brochure.preflight.spotting import key_place
from brochure.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brochure.preflight.manuscript import Manuscript
    from brochure.problems import Problem

Shown: TypeAlias = Picture | Figure | Band

MISSING = Rule("ALT001", Severity.WARNING, "a picture without alternative text")
FILE_NAME = Rule(
    "ALT002", Severity.WARNING, "alternative text that is a file's name, or a placeholder"
)
REPEATED = Rule("ALT003", Severity.WARNING, "alternative text that repeats the caption")
OPENING = Rule("ALT004", Severity.WARNING, "alternative text that begins with “image of”")
LONG = Rule("ALT005", Severity.WARNING, "alternative text of more than 300 characters")
CODES = (MISSING, FILE_NAME, REPEATED, OPENING, LONG)
SCOPE = Scope.EVERY
LOOKS_AT = Evidence.COPY

MOST = 300  # characters
_LONGEST_NAME = 100  # characters of a file that a camera or a screen named

_PLACEHOLDERS = frozenset(
    [
        *(
            "image",
            "images",
            "picture",
            "photo",
            "photograph",
            "graphic",
            "illustration",
            "drawing",
        ),
        *(
            "logo",
            "icon",
            "alt",
            "alt text",
            "alternative text",
            "description",
            "caption",
            "spacer",
        ),
        *("untitled", "no title", "todo", "to do", "tbd", "tba", "fixme", "n a", "none", "null"),
        *("x", "xx", "xxx", "test", "placeholder", "lorem ipsum", "screenshot"),
        *("imagen", "imágenes", "foto", "fotografía", "gráfico", "ilustración", "dibujo", "icono"),
        *("logotipo", "sin título", "texto alternativo", "descripción", "pendiente", "por hacer"),
        *("ninguna", "ninguno", "prueba", "captura de pantalla"),
    ]
)


def check(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each picture whose alternative text is missing or says nothing."""
    for _, block in manuscript.blocks():
        if not isinstance(block, Shown) or (isinstance(block, Picture) and block.decorative):
            continue
        if not block.alt.strip():
            message = f"{block.file.name} has no alternative text"
            hint = "say in `alt:` what it shows; or write `decorative: true` if it says nothing"
            yield MISSING.broken(message, block.file.where, hint)
        else:
            yield from _judged(block)


def _judged(block: Shown) -> Iterator[Problem]:
    alt = " ".join(block.alt.split())
    where = key_place(block, "alt")
    if _is_file_name(alt, block.file.name):
        message = f"the alternative text of {block.file.name} is a file's name"
        yield FILE_NAME.broken(message, where, "say in `alt:` what the picture shows")
        return
    if _words(alt) in _PLACEHOLDERS:
        message = f"the alternative text of {block.file.name}, “{alt}”, does not say what it shows"
        hint = "say what the picture shows; or write `decorative: true` if it says nothing"
        if not isinstance(block, Picture):
            hint = "say what the picture shows"
        yield FILE_NAME.broken(message, where, hint)
        return
    if isinstance(block, Figure) and block.caption and _same(alt, block.caption.plain):
        message = f"the alternative text of {block.file.name} repeats its caption"
        yield REPEATED.broken(
            message, where, "say what the picture shows; the caption is heard too"
        )
    if opening := _opening().match(alt):
        message = f"the alternative text begins with “{opening[0].strip()}”"
        yield OPENING.broken(message, where, "begin with what it shows: readers say that it is one")
    if len(alt) > MOST:
        message = f"the alternative text has {len(alt)} characters, over {MOST}"
        hint = "keep what matters here, and say the rest in the text"
        yield LONG.broken(message, where, hint)


def _is_file_name(alt: str, file: str) -> bool:
    stem = file.rpartition("/")[2].rpartition(".")[0]
    plain = alt.casefold()
    named = " " not in plain and _words(plain) == _words(stem)
    return named or (len(plain) <= _LONGEST_NAME and bool(_like_a_file().fullmatch(plain)))


def _same(alt: str, caption: str) -> bool:
    first, second = _words(alt), _words(caption)
    return first == second or f" {first} " in f" {second} "


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@cache
def _opening() -> re.Pattern[str]:
    what = r"image|picture|photo|photograph|graphic|imagen|foto|fotografía|gráfico"
    return re.compile(
        rf"(?:an?|the|una?|la|el)?\s*\b(?:{what})\s+(?:of|showing|de|del|que)\b", re.IGNORECASE
    )


@cache
def _like_a_file() -> re.Pattern[str]:
    """Return what names look like that files get from cameras, telephones and screens."""
    maker = (
        r"img|dsc[fn]?|dcim|pxl|mvimg|gopr|dji|vid|image|photo|picture|screenshot|screen shot|scan|"
        r"foto|imagen|untitled|whatsapp image|imagen de whatsapp|captura de pantalla"
    )
    return re.compile(
        r"\S+\.(?:jpe?g|png|gif|svg|tiff?|webp|bmp|heic)"
        rf"|(?:{maker})[\s_-]*(?:\(?\d+\)?[\w-]*|\d[\d\s_.:-]*(?:(?:at|a las?)\s)?[\d\s_.:-]*"
        r"(?:[ap]\.?\s?m\.?)?\s*(?:\(\d+\))?)"
    )
