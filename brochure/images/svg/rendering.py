"""Render an SVG exactly, as pixels, where vectors would not be true to it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import resvg_py
from PIL import Image

from brochure.images.refused import Code, RefusedError
from brochure.images.svg.values import ColorError, color

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brochure.color import Color

_START_TAG = re.compile(r"""<[\w:]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*+""")
_SIZING = re.compile(r"""\s(?:width|height|preserveAspectRatio)\s*=\s*(?:"[^"]*"|'[^']*')""")
# What stands for a color is short; without an end to look for, thousands of them take no time.
_VARIABLE = re.compile(r"var\(\s{0,9}--[\w-]{1,99}\s{0,9}(?:,(?:[^()]|\([^()]{0,99}\)){0,99}+)?\)")
_DPI, _EM = 96.0, 16.0  # of CSS, for lengths in mm and em; without them millimeters are nothing
_ENCODING = re.compile(rb"""^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)""")


def render(  # noqa: PLR0913, PLR0917 - one call, all of it decides the pixels
    data: bytes,
    root_at: int,
    view: tuple[float, float],
    pixels: tuple[int, int],
    palette: Mapping[str, Color],
    current: Color,
) -> Image.Image:
    """Return the SVG file `data` as an RGBA image of `pixels`, colored as by `painting.shapes`.

    `root_at` is where its root element starts, in bytes; `view` its size in user units, for a
    root without a viewBox. Nothing outside the text is read: references to files and pictures
    were refused when the drawing was read, and fonts are not loaded.

    Raises:
        RefusedError: if the renderer does not take it (PIC010).

    """
    encoding = found[1].decode() if (found := _ENCODING.match(data)) else "utf-8"
    before = data[:root_at].decode(encoding, "replace")
    text = data[root_at:].decode(encoding, "replace")
    text = _rooted(text, view, pixels, current)
    text = _VARIABLE.sub(lambda match: _looked_up(match[0], palette, current), text)
    before = re.sub(r"<\?xml[^>]*\?>", "", before).lstrip("\ufeff")
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=before + text, skip_system_fonts=True, dpi=_DPI, font_size=_EM
        )
    except (ValueError, RuntimeError) as error:
        raise RefusedError(
            Code.SVG_DAMAGED, f"cannot be rendered: {error}", "export the drawing again"
        ) from error
    with Image.open(BytesIO(bytes(png))) as image:
        return image.convert("RGBA")


def _rooted(text: str, view: tuple[float, float], pixels: tuple[int, int], current: Color) -> str:
    """Return the text with its root sized to `pixels`, filled to the edges, its color set."""
    found = _START_TAG.match(text)
    if not found:
        raise RefusedError(Code.SVG_DAMAGED, "is not an SVG", "export the drawing again")
    tag = _SIZING.sub("", found[0])
    tag += f' width="{pixels[0]}" height="{pixels[1]}" preserveAspectRatio="none"'
    if not re.search(r"\sviewBox\s*=", tag):
        tag += f' viewBox="0 0 {view[0]} {view[1]}"'
    if not re.search(r"\scolor\s*=", tag):
        tag += f' color="{_css(current)}"'
    return tag + text[found.end() :]


def _looked_up(variable: str, palette: Mapping[str, Color], current: Color) -> str:
    """Return the color that `variable` stands for, as CSS."""
    try:
        ink = color(variable)
    except ColorError:
        return "none"
    name, parts, alpha = ink or ("", None, 0.0)
    if name in palette:
        return _css(palette[name].with_alpha(alpha))
    if parts is None:
        return _css(current.with_alpha(alpha))
    red, green, blue = (round(part * 255) for part in parts)
    return f"rgba({red},{green},{blue},{alpha:g})" if alpha < 1 else f"rgb({red},{green},{blue})"


def _css(color: Color) -> str:
    red, green, blue = (round(part * 255) for part in (color.red, color.green, color.blue))
    return f"rgba({red},{green},{blue},{color.alpha:g})" if color.alpha < 1 else color.hex
