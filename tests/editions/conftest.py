"""Brochures to look through: the repository's own, and a small one that has every block."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from brochure import build

ROOT = Path(__file__).parents[2]

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30">
<linearGradient id="g"><stop stop-color="#2a6" stop-opacity="0.2"/>
<stop offset="1" stop-color="#c30"/></linearGradient><rect width="60" height="30" fill="url(#g)"/>
<circle cx="20" cy="15" r="9" fill="#777" fill-opacity="0.5" stroke="#05a"/></svg>
"""
_MASKED = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><mask id="m"><circle cx="30" cy="15"
 r="14" fill="#999"/></mask><rect width="60" height="30" fill="#b40" mask="url(#m)"/></svg>
"""
EVERY_BLOCK = """\
title: Everything
paper: legal
clinic: {name: The Clinic, website: www.example.com, phone: (210) 879-4809}
press: {total-ink: 224}
cover:
  - picture: {file: dark.jpg, place: panel, alt: A field}
  - title: {label: Small, text: A title}
flap:
  - subtitle: A promise
  - benefits: [{icon: masked.svg, title: Good, text: for you}, {icon: drawn.svg, title: B}]
  - list: [one, two]
  - callout: {label: Mind, title: This, text: and that}
  - small-print: In small
inside:
  - band: {file: drawn.svg, alt: A ramp, height: 80pt, captions: [{title: A., text: here}]}
  - heading: {label: Over, text: Under}
  - text: "Some **bold** words and [a link](https://www.example.com)"
  - steps: [first, {title: Then., text: more}]
  - table: {header: [A, B], rows: [[c, d]], caption: Of}
  - spacer: 1
  - figure: {file: clear.png, alt: A glass, caption: What it is, legend: [a, b]}
back:
  - picture: {file: gray.png, alt: A ramp, height: 70pt}
  - qr: {to: 'https://example.org', caption: Open it}
  - contact: {qr: website, caption: Scan}
  - share: [facebook, x]
"""


def write_every_block(folder: Path) -> Path:
    """Write the small brochure with its pictures into `folder`; return its file."""
    dark = (
        Image.effect_noise((800, 1400), 90)
        .convert("RGB")
        .point(
            [v // 6 for v in range(256)]
            + [v // 3 for v in range(256)]
            + [v // 4 for v in range(256)]
        )
    )
    dark.paste("white", (0, 0, 800, 600))  # for the title, which is dark
    dark.save(folder / "dark.jpg", quality=95)
    Image.linear_gradient("L").resize((900, 400)).save(folder / "gray.png")
    Image.new("RGBA", (1200, 800), (30, 90, 200, 120)).save(folder / "clear.png")
    (folder / "drawn.svg").write_text(_DRAWING)
    (folder / "masked.svg").write_text(_MASKED)
    path = folder / "content.yaml"
    path.write_text(EVERY_BLOCK)
    return path


@pytest.fixture(scope="session")
def pressed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the press editions of both brochures, and of the real one on metric paper."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BROCHURE_CACHE", str(tmp_path_factory.mktemp("cache")))
        out = tmp_path_factory.mktemp("out")
        small = write_every_block(tmp_path_factory.mktemp("small"))
        real, metric = (
            build(
                ROOT / "content.yaml", out / paper, overrides=[f"paper={paper}"], editions=["press"]
            )
            for paper in ("letter", "a4")
        )
        (every, _) = build(small, out, editions=["press"])
    return {"real": real[0], "metric": metric[0], "every block": every}
