"""Damaged files are refused, or shown; nothing else ever happens."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from brochure.fields import FileName
from brochure.images import Drawing, Library
from brochure.images.jpeg import read_header
from brochure.images.limits import check_pixels
from brochure.images.pixels import decode, measure
from brochure.images.profile import is_srgb
from brochure.images.refused import Code, RefusedError
from brochure.problems import BrochureError
from tests.images.picture_samples import WHERE, code, whole

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP"]
SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g">
<stop offset=".2" stop-color="red"/><stop offset="1"/></linearGradient></defs>
<g transform="rotate(9 1 1)"><path d="M0 0a1 1 0 012 2z" fill="url(#g)" stroke="#123"/></g></svg>"""


def coded(kind: str, mode: str = "RGB") -> bytes:
    """Return a picture that no format packs into a few bytes."""
    ramp, rings = Image.linear_gradient("L"), Image.radial_gradient("L")
    out = io.BytesIO()
    image = Image.merge("RGB", (ramp, rings, ramp.rotate(90))).resize((48, 40)).convert(mode)
    image.save(out, kind, **({"exif": Image.Exif()} if kind == "JPEG" else {}))
    return out.getvalue()


FILES = {kind: coded(kind) for kind in FORMATS}
MODES = {"JPEG": "CMYK", "PNG": "P", "WEBP": "RGBA", "TIFF": "LAB", "GIF": "P", "BMP": "L"}
MORE = [*FILES.values(), *(coded(kind, mode) for kind, mode in MODES.items()), SVG]
"""Pictures to mutate: each format in color and in another mode, and a drawing."""

_names = map(str, itertools.count())  # files of one name, size and time are taken for one


def try_all(folder: Path, data: bytes) -> bool:
    """Open and fit a picture; tell whether it was refused, as all that is raised but that fails."""
    path = folder / next(_names)
    path.write_bytes(data)
    try:
        found = Library(folder).open(FileName(path.name, WHERE))
        assert isinstance(found, Drawing) or whole(found).data
    except BrochureError:
        return True
    finally:
        path.unlink()
    return False


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """Return a picture after a few accidents: bits turned, ends lost, parts of another put in."""
    data = draw(st.sampled_from(MORE))
    for _ in range(draw(st.integers(1, 3))):
        # Headers are short and have most to say.
        at = min(draw(st.integers(0, 200) | st.integers(0, len(data))), len(data))
        match draw(st.sampled_from(["turned", "lost", "spliced", "repeated"])):
            case "turned" if at < len(data):
                data = data[:at] + bytes([data[at] ^ 1 << draw(st.integers(0, 7))]) + data[at + 1 :]
            case "lost":
                data = data[: max(at, 1)]
            case "spliced":
                other = draw(st.sampled_from(MORE))
                start = draw(st.integers(0, len(other)))
                data = data[:at] + other[start : start + draw(st.integers(0, 400))] + data[at:]
            case _:
                data = data[:at] + data[at : at + draw(st.integers(1, 60))] * 2 + data[at:]
    return data


@pytest.mark.parametrize("kind", FORMATS)
def test_picture_cut_off_anywhere_is_refused(tmp_path: Path, kind: str) -> None:
    """At a hundred places, the first and the last bytes among them."""
    data = FILES[kind]
    ends = {*range(1, 40), *range(40, len(data), max(1, len(data) // 60)), len(data) // 2}
    assert len(ends) > 60
    shown = {end for end in ends if not try_all(tmp_path, data[:end])}
    assert shown <= set(range(len(data) - 12, len(data)))  # PNG's end chunk is no picture


def test_drawing_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    """At every place."""
    ends = range(1, len(SVG))
    assert [end for end in ends if not try_all(tmp_path, SVG[:end])] == []
    assert not try_all(tmp_path, SVG)


@given(st.sampled_from(FORMATS), st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_picture_with_wrong_bytes_is_refused_or_shown(
    tmp_path: Path, kind: str, data: st.DataObject
) -> None:
    """Wherever they are: most fall on headers, which are short but have most to say."""
    changed = bytearray(FILES[kind])
    place = st.one_of(st.integers(0, 200), st.integers(0, len(changed) - 1))
    for at in data.draw(st.lists(place, min_size=1, max_size=6)):
        changed[min(at, len(changed) - 1)] = data.draw(st.integers(0, 255))
    try_all(tmp_path, bytes(changed))


def test_mutated_picture_is_refused_or_shown(tmp_path: Path) -> None:
    """Enough are shown, and enough refused, for this to say something."""
    outcomes: list[bool] = []

    @settings(deadline=None, max_examples=800)
    @given(mutated())
    def check(data: bytes) -> None:
        outcomes.append(try_all(tmp_path, data))

    check()
    assert min(outcomes.count(True), outcomes.count(False)) > len(outcomes) / 10


@settings(deadline=None)  # a header may claim a hundred million pixels
@given(st.sampled_from([data[:8] for data in FILES.values()]), st.binary(max_size=200))
def test_anything_after_a_signature_is_refused(start: bytes, rest: bytes) -> None:
    """Nothing but `RefusedError` leaves the readers."""
    for read in (measure, lambda data: decode(data, None, (1, 1)), read_header):
        with pytest.raises(RefusedError):
            read(start + rest)


@settings(deadline=None)
@given(st.integers(0, 600), st.binary(max_size=8))
def test_reader_of_profiles_takes_any_bytes(at: int, change: bytes) -> None:
    """A profile that cannot be read is not sRGB, or is left to the color engine."""
    from PIL import ImageCms  # noqa: PLC0415 - loads for 35 ms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert is_srgb(profile)
    is_srgb(profile[:at] + change + profile[at + len(change) :])
    assert not is_srgb(profile[: min(at, 300)])


@pytest.mark.parametrize(("million", "jpeg"), [(40, False), (80, True)])
def test_pixels_are_counted(million: int, *, jpeg: bool) -> None:
    """JPEGs may have twice as many: they are decoded smaller."""
    check_pixels(1000, million * 1000, jpeg=jpeg)
    with pytest.raises(RefusedError, match=f"more than {million} million") as caught:
        check_pixels(1000, million * 1000 + 1, jpeg=jpeg)
    assert caught.value.code is Code.TOO_MANY_PIXELS


def test_a_jpeg_is_counted_as_one_when_it_is_decoded() -> None:
    """Here its header says more than another picture may have."""
    data = FILES["JPEG"]
    at = data.index(b"\xff\xc0") + 5
    data = data[:at] + (7000).to_bytes(2, "big") * 2 + data[at + 4 :]
    colors, _ = decode(data, read_header(data), (100, 100))
    assert colors.size == (875, 875)


def test_jpeg_with_far_too_many_pixels_is_refused_unread(tmp_path: Path) -> None:
    """What its header claims is believed before anything is decoded."""
    data = FILES["JPEG"]
    at = data.index(b"\xff\xc0") + 5
    (tmp_path / "a").write_bytes(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    assert code(tmp_path, "a") == "PIC008"
