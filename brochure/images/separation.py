"""Separate: a picture's pixels → the inks of a printing condition, never more than it bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageCms, ImageMath

from brochure.images.color_engine import to_srgb
from brochure.images.profile import is_srgb
from brochure.profiles.separation import black_curve, into

if TYPE_CHECKING:
    from brochure.profiles import PrintingCondition


def separated(
    image: Image.Image, profile: bytes | None, condition: PrintingCondition
) -> Image.Image:
    """Return an "L", "RGB", "CMYK" or "LAB" image with `profile` as inks: "CMYK", or "L".

    A gray picture goes to black alone, and comes out as "L": device gray, 255 for no ink. One
    that is already in the condition's inks, or in inks without a profile, keeps them. A profile
    that is damaged or is for another kind of picture is ignored, as browsers do.
    """
    if image.mode == "RGB" and (profile is None or is_srgb(profile)):
        profile = None
        image = image.getchannel("G") if _is_gray(image) else image
    if image.mode == "L":
        gray = to_srgb(image, profile) if profile else image
        return gray.point([round(255 * (1 - tint)) for tint in black_curve(condition)])
    if image.mode == "CMYK" and profile in {None, condition.icc}:
        return limited(image, condition.total_ink)
    try:
        transform = into(condition, image.mode, profile)
    except ValueError:
        if image.mode == "CMYK":
            return limited(image, condition.total_ink)
        transform = into(condition, image.mode)
    made = ImageCms.applyTransform(image, transform)
    assert made is not None  # noqa: S101 - None only where it is done in place
    return limited(made, condition.total_ink)


def limited(inks: Image.Image, total: float) -> Image.Image:
    """Return "CMYK" pixels with at most `total` percent of ink each, from 100 to 400.

    Where there is more, cyan, magenta and yellow are reduced in proportion: the hue stays, and
    black, which carries the drawing, is kept (undercolor reduction). Coding as JPEG may add a few
    percent in single pixels.
    """
    most = int(total * 255 / 100)
    if not _may_exceed(inks, most):
        return inks
    cyan, magenta, yellow, black = inks.split()

    def reduced(plane: Image.Image) -> Image.Image:
        made: Image.Image = ImageMath.lambda_eval(
            lambda a: a["convert"](a["plane"] * a["room"] / a["colored"], "L"),
            plane=plane,
            room=room,
            colored=colored,
        )
        return made

    colored = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"], c=cyan, m=magenta, y=yellow)
    room = ImageMath.lambda_eval(
        lambda a: a["min"](a["colored"], most - a["k"]), colored=colored, k=black
    )
    return Image.merge("CMYK", (*map(reduced, (cyan, magenta, yellow)), black))


def _may_exceed(inks: Image.Image, most: int) -> bool:
    """Tell whether any pixel's inks might sum to more than `most`, of 1020.

    Halves are rounded down three times, so a sum is at most 4 above four times its quarter. On
    three million pixels this takes 10 ms; reducing takes 75, and few pictures need that.
    """
    cyan, magenta, yellow, black = inks.split()
    half, other = ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2)
    quarter = ImageChops.add(half, other, 2)
    return quarter.point([255 * (4 * q + 4 > most) for q in range(256)]).getbbox() is not None


def _is_gray(image: Image.Image) -> bool:
    red, green, blue = image.split()
    return not (
        ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox()
    )
