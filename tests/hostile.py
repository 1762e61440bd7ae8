"""Hostile content files and broken pictures of every format, made anew on each run.

`python -m tests.hostile FOLDER` writes them all into a folder, to look at or to try by hand.
"""

from __future__ import annotations

import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from brochure.images.limits import MAX_JPEG_PIXELS, MAX_PIXELS

if TYPE_CHECKING:
    from collections.abc import Callable

_SOUND = "title: A\nclinic: {name: C}\ncover: [{title: A}]\n"


def _deep(opening: str, closing: str, levels: int) -> str:
    return f"title: A\nextra: {opening * levels}{closing * levels}\n"


def _laughs(levels: int) -> str:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, levels)]
    return "\n".join([*lines, f"title: *a{levels - 1}", ""])


def _text(words: str) -> str:
    return f"{_SOUND}inside:\n  - text: {words}\n"


def _markdown(words: str) -> str:
    return f"{_SOUND}inside:\n  - text: |-\n      {words}\n"


CONTENTS: dict[str, bytes] = {
    name: text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    for name, text in {
        "empty": "",
        "blank": "\n\n  \n",
        "comment": "# nothing\n",
        "nothing": "null\n",
        "number": "42\n",
        "list": "- a\n- b\n",
        "tab": "title:\tA\n\tcover: x\n",
        "cut": "title: 'A\n",
        "documents": "title: A\n---\ntitle: B\n",
        "twice": "title: A\ntitle: B\n",
        "tag": "title: !!python/object/apply:os.system ['true']\n",
        "binary": b"\x00\x01\x02\xff\xfe" * 99,
        "latin": "title: caf\xe9\n".encode("latin-1"),
        "utf-16": _SOUND.encode("utf-16"),
        "half-a-pair": "title: \ud800\n",
        "nul": "title: a\x00b\n",
        "escaped-pair": 'title: "\\ud83d"\n',
        "deep-lists": _deep("[", "]", 3_000),
        "deep-maps": _deep("{a: ", "}", 3_000),
        "unclosed": "title: " + "[" * 40_000,
        "laughs": _laughs(9),
        "itself": "title: A\ncover: &a [*a]\n",
        "merged": "a: &a {b: *a}\n<<: *a\n",
        "too-large": "a: " + "b " * 60_000,
        "long-line": _text("a" * 40_000),
        "long-key": f"{'k' * 40_000}: 1\n",
        "many-words": _text("word " * 9_000),
        "many-blocks": f"{_SOUND}inside:\n" + "  - text: A few words.\n" * 1_500,
        "huge-number": f"{_SOUND}inside: [{{spacer: {'9' * 4_000}}}]\n",
        "negative": f"{_SOUND}inside: [{{spacer: -5}}]\n",
        "not-a-number": f"{_SOUND}inside: [{{spacer: .nan}}]\n",
        "endless": f"{_SOUND}paper: {{width: .inf, height: 1in}}\n",
        "vast-paper": f"{_SOUND}paper: {{width: 9999999in, height: 9999999in}}\n",
        "no-paper": f"{_SOUND}paper: {{width: 0in, height: 0in}}\n",
        "link": _text('"[x](javascript:alert(1))"'),
        "file-link": _text('"[x](file:///etc/passwd)"'),
        "stars": _markdown("*" * 20_000),
        "brackets": _markdown("[" * 20_000),
        "images": _markdown("![" * 10_000),
        "links": _markdown("[a](" * 10_000),
        "ticks": _markdown(" ".join("`" * n for n in range(1, 200))),
        "raw-html": _markdown("<script>alert(1)</script><b>x</b>"),
        "quotes": _markdown("> " * 5_000 + "x"),
        "bidi": _text('"a \\u202e\\u2066 b \\u2069\\u202c \\u200f c"'),
        "marks": _text('"e' + "\\u0301" * 2_000 + '"'),
        "planes": _text(
            '"' + "".join(f"\\U{plane << 16 | 0x1234:08x}" for plane in range(17)) + '"'
        ),
        "controls": _text('"a\\x07\\x1b[31mb\\u2028c"'),
        # What took longer than ten seconds, or nearly, while it was looked at again and again.
        "letters-by-alias": f"{_SOUND}inside:\n  - &a {{text: {'word ' * 2_000}}}\n"
        + "  - *a\n" * 4_000,
        "values": f"{_SOUND}inside: [{{list: [{'aa,' * 12_000}]}}]\n",
        "word-in-a-cell": f"{_SOUND}inside:\n  - table: [[{'w' * 23_000}, {'v' * 23_000}]]\n",
        "word-of-the-clinic": f"title: A\nclinic: {{name: {'W' * 47_000}}}\n"
        "back: [{contact: {}}]\n",
        "large-sheet": "title: A\npaper: 1200mm x 1200mm\nclinic: {name: B}\ninside:\n- list:\n"
        + "  - a\n" * 5_000,
        "mails": _text(" ".join(f"a{number}@b.org" for number in range(4_000))),
        "passives": _text("It was done. " * 3_600),
        "mails-in-emphasis": _markdown("*a*@b " * 7_900),
        "dots": _text("?" * 46_000 + "a"),
        "dashes": _text("until " + "\u2011" * 15_000 + "a"),
        "spaces-at-the-end": _text('"a' + "\u2003" * 15_000 + '"'),
        "spaces-before-a-hash": _text('"a' + " " * 46_000 + '"'),
        "pile": _text("e" + "\u0301" * 23_000),
        "unseen": _text("a" + "\u200b\u0301" * 9_000 + "b"),
        "variations": _text("a" + "\ufe0f" * 15_000),
        "long-address": _markdown(f"<https://example.com/{'q' * 46_000}>"),
        "picture-name": f"{_SOUND}inside:\n"
        f"  - picture: {{file: none.png, alt: dscn_({'1 ' * 9_000}}}\n",
        "outside": f"{_SOUND}inside: [{{picture: {{file: ../../../etc/passwd, alt: A}}}}]\n",
        "absolute": f"{_SOUND}inside: [{{picture: {{file: /etc/passwd, alt: A}}}}]\n",
        "missing": f"{_SOUND}inside: [{{picture: {{file: none.png, alt: A}}}}]\n",
        "folder": f"{_SOUND}inside: [{{picture: {{file: '.', alt: A}}}}]\n",
        "long-name": f"{_SOUND}inside: [{{picture: {{file: {'n' * 5_000}.png, alt: A}}}}]\n",
        "long-code": f"{_SOUND}inside: [{{qr: https://example.com/{'q' * 9_000}}}]\n",
    }.items()
}
"""Content files by name."""

HARMLESS = (
    "raw-html",
    "bidi",
    "marks",
    "pile",
    "unseen",
    "variations",
    "spaces-before-a-hash",
    "dots",
    "dashes",
    "spaces-at-the-end",
)
"""Those that are set as they are: markup as text, a pile of accents, what shows nothing."""


def _saved(name: str) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((64, 64)).convert("RGB").save(out, name)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _bomb(side: int) -> bytes:
    """Return a small PNG that says it has `side` by `side` pixels."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + _chunk(b"IDAT", zlib.compress(bytes(10_000))) + _END


_END = _chunk(b"IEND", b"")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
_ENTITIES = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "lol"}">' for i in range(12))

_DRAWINGS = {
    "empty": "",
    "cut": _SVG.format("<path d='M0 0")[:-20],
    "other-root": "<html/>",
    "entities": f"<!DOCTYPE svg [{_ENTITIES}]>{_SVG.format('<text>&e11;</text>')}",
    "outside-entity": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + _SVG.format("<text>&x;</text>"),
    "script": _SVG.format("<script>alert(1)</script>"),
    "remote": _SVG.format('<image href="https://example.com/a.png" width="9" height="9"/>'),
    "local": _SVG.format('<image href="file:///etc/passwd" width="9" height="9"/>'),
    "itself": _SVG.format('<g id="a"><use href="#a"/></g>'),
    "each-other": _SVG.format('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "deep": _SVG.format("<g>" * 20_000 + "</g>" * 20_000),
    "not-a-number": _SVG.format('<path d="M nan inf L 1e999 -1e999"/>'),
    "no-size": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>',
    "vast": '<svg xmlns="http://www.w3.org/2000/svg" width="1e30" height="1e30"/>',
    "doubling": _SVG.format(
        '<defs><path id="d0" d="M0 0h1"/>'
        + "".join(
            f'<g id="d{i}"><use href="#d{i - 1}"/><use href="#d{i - 1}"/></g>' for i in range(1, 40)
        )
        + '</defs><use href="#d39"/>'
    ),
    "layers": _SVG.format(
        '<rect id="r" width="9" height="9"/><mask id="m0"><use href="#r"/></mask>'
        + "".join(
            f'<mask id="m{i}" mask="url(#m{i - 1})"><use href="#r"/></mask>' for i in range(1, 9)
        )
        + '<use href="#r" mask="url(#m8)"/>'
    ),
    "noise": _SVG.format(
        '<filter id="f"><feTurbulence baseFrequency="1" numOctaves="2"/></filter>'
        '<rect width="9" height="9" filter="url(#f)"/>'
    ),
}


def _style(sheet: str) -> str:
    return _SVG.format(f"<style>{sheet}</style><rect width='9' height='9' class='a'/>")


_DRAWINGS |= {
    # A megabyte each: what is looked for from each letter on takes hours.
    "style-without-rules": _style("a" * 1_000_000),
    "long-selector": _style("a" * 1_000_000 + " {opacity: 0.5}"),
    "open-brackets": _style("[" * 1_000_000 + "{opacity: 0.5}"),
    "open-functions": _style(":a(" * 300_000 + "{opacity: 0.5}"),
    "open-variables": _SVG.format(
        f'<rect width="9" height="9" opacity="0.5" mask="url(#m)" fill="{"var(--a," * 100_000}"/>'
    ),
    "markers": _SVG.format(
        '<marker id="m"><path d="M0 0h9v9z"/></marker>'
        f'<path marker-mid="url(#m)" d="M0 0{"L1 1" * 40_000}"/>'
    ),
    "utf-7": '<?xml version="1.0" encoding="utf-7"?><svg/>',
    "digits-of-an-arc": _SVG.format(f'<path d="M0 0A{"1" * 1_000_000}"/>'),
    "spaces-of-a-length": _SVG.format(f'<rect width="9{" " * 1_000_000}x" height="9"/>'),
    "spaces-of-a-transform": _SVG.format(f'<rect transform="a{" " * 1_000_000}" height="9"/>'),
}


def _scans(count: int) -> bytes:
    """Return a JPEG whose last scan comes so many times, each going over all of its pixels."""
    out = BytesIO()
    Image.new("L", (64, 64)).save(out, "JPEG", progressive=True)
    data = out.getvalue()
    last, end = data.rindex(b"\xff\xda"), data.rindex(b"\xff\xd9")
    return data[:end] + data[last:end] * count + data[end:]


def pictures() -> dict[str, bytes]:
    """Return files by name: each format cut, emptied, changed and under another's name."""
    found: dict[str, bytes] = {}
    for name, suffix in (
        ("JPEG", "jpg"),
        ("PNG", "png"),
        ("WEBP", "webp"),
        ("TIFF", "tif"),
        ("GIF", "gif"),
        ("BMP", "bmp"),
    ):
        whole = _saved(name)
        middle = len(whole) // 2
        found |= {
            f"empty.{suffix}": b"",
            f"text.{suffix}": b"This is no picture.\n" * 9,
            f"head.{suffix}": whole[:12],
            f"half.{suffix}": whole[:middle],
            f"short.{suffix}": whole[:-3],
            f"zeros.{suffix}": whole[:middle] + bytes(len(whole) - middle),
            f"changed.{suffix}": bytes(b ^ 0x55 if i % 7 == 3 else b for i, b in enumerate(whole)),
            f"doubled.{suffix}": whole + whole,
            f"other.{suffix}": _saved("PNG" if name != "PNG" else "GIF"),
        }
    found |= {f"bomb-{side}.png": _bomb(side) for side in (0, 30_000, 2**31 - 1)}
    found |= {f"{name}.svg": text.encode() for name, text in _DRAWINGS.items()}
    found["scans.jpg"] = _scans(5_000)
    found["pipe.svg"] = zlib.compress(b"x" * 1000)
    return found


def _full(kind: str, mode: str, color: Any, most: int, **options: Any) -> Callable[[], bytes]:
    """Return what makes a picture of one color, as large as may be."""

    def made() -> bytes:
        out = BytesIO()
        side = int(most**0.5)
        Image.new(mode, (side, side), color).save(out, kind, **options)
        return out.getvalue()

    return made


# Of all formats and modes, those that take the most memory (measured): 700 MB, 690 and 510. The
# first has 38 bytes.
LARGEST = {
    "full.webp": _full("WEBP", "RGBA", (9, 9, 9, 9), MAX_PIXELS, lossless=True, quality=0),
    "full.jpg": _full("JPEG", "CMYK", (9, 9, 9, 9), MAX_JPEG_PIXELS, progressive=True),
    "full.tif": _full("TIFF", "I", 9, MAX_PIXELS, compression="tiff_deflate"),
}
"""What makes each of the largest pictures, by name."""


_FLAT = _full("PNG", "RGB", 9, MAX_PIXELS)
_PHOTO = _full("JPEG", "RGB", 9, MAX_JPEG_PIXELS)
_EFFECTS = (
    '<filter id="f"><feTurbulence baseFrequency="0.01" numOctaves="8"/></filter>'
    '<rect width="9" height="9" filter="url(#f)"/>'
)
TOGETHER: dict[str, Callable[[], list[bytes]]] = {
    # Another byte after the end makes another file of each.
    "png": lambda: [_FLAT() + bytes(number) for number in range(12)],
    "jpg": lambda: [_PHOTO() + bytes(number) for number in range(10)],
    "svg": lambda: [_SVG.format(_EFFECTS + " " * number).encode() for number in range(40)],
}
"""What makes pictures, each of which is shown, that are too many together, by their suffix."""


def showing(*pictures: str) -> str:
    """Return a content file that shows pictures."""
    blocks = (f"  - picture: {{file: {name}, alt: A drawing}}\n" for name in pictures)
    return f"{_SOUND}inside:\n{''.join(blocks)}"


def write(folder: Path) -> list[Path]:
    """Write all content files and pictures into `folder`; return those to read."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, data in CONTENTS.items():
        made.append(folder / f"{name}.yaml")
        made[-1].write_bytes(data)
    for name, data in pictures().items():
        (folder / name).write_bytes(data)
        made.append(folder / f"shows {name}.yaml")
        made[-1].write_text(showing(name))
    return made


if __name__ == "__main__":
    for path in write(Path(sys.argv[1])):
        sys.stdout.write(f"{path}\n")
