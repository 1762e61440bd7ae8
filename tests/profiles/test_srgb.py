"""The sRGB profile made from its definition, against LittleCMS's own."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

from brochure.profiles.srgb import srgb

OWN = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
THEIRS = ImageCms.createProfile("sRGB")
STEPS = [0, 1, 2, 10, 11, 64, 128, 200, 254, 255]


def colors() -> Image.Image:
    """Return a picture with a thousand colors, the darkest and the lightest among them."""
    picture = Image.new("RGB", (len(STEPS) ** 2, len(STEPS)))
    picture.putdata([(r, g, b) for r in STEPS for g in STEPS for b in STEPS])
    return picture


def sent(source: object, target: object, mode: str, intent: ImageCms.Intent) -> bytes:
    """Return the colors sent from one profile to another."""
    transform = ImageCms.buildTransform(source, target, "RGB", mode, intent)
    return ImageCms.applyTransform(colors(), transform).tobytes()


def test_it_says_what_it_is() -> None:
    """A display's profile in RGB, of version 4.2, under 600 bytes, its length in its head."""
    icc = srgb()
    assert icc[8:12].hex() == "04200000"
    assert icc[12:24] == b"mntrRGB XYZ "
    assert int.from_bytes(icc[:4], "big") == len(icc) < 600
    assert ImageCms.getProfileDescription(OWN).strip() == "sRGB IEC61966-2.1"
    assert srgb() is icc


def test_tags_stand_on_multiples_of_four_inside_it() -> None:
    """ICC.1:2010, 7.3.1; three curves share one place."""
    icc = srgb()
    count = int.from_bytes(icc[128:132], "big")
    places = []
    for at in range(132, 132 + 12 * count, 12):
        start, size = (int.from_bytes(icc[at + i : at + i + 4], "big") for i in (4, 8))
        assert start % 4 == 0
        assert 132 + 12 * count <= start < start + size <= len(icc)
        places.append(start)
    assert count == 9
    assert len(set(places)) == 7


def test_colors_in_lab_are_those_of_the_standard() -> None:
    """Within one step of 8-bit Lab, for a thousand colors."""
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    lab = ImageCms.createProfile("LAB")
    own, theirs = (sent(p, lab, "LAB", intent) for p in (OWN, THEIRS))
    # a* and b* are signed bytes.
    off = [(a - b + 128) % 256 - 128 for a, b in zip(own, theirs, strict=True)]
    assert len(off) == 3000
    assert max(map(abs, off)) <= 1
    assert len(set(own)) > 100


def test_colors_go_there_and_back_unchanged() -> None:
    """From one to the other, both ways, by every intent that a viewer may take."""
    for intent in (ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC):
        for source, target in ((OWN, THEIRS), (THEIRS, OWN), (OWN, OWN)):
            found = sent(source, target, "RGB", intent)
            off = [abs(a - b) for a, b in zip(found, colors().tobytes(), strict=True)]
            assert max(off) <= 1
