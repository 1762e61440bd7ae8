"""Damaged files are refused, or shown; nothing else ever happens."""

from __future__ import annotations

import io
import itertools
import random
import zlib
from pathlib import Path
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
from tests.images.picture_samples import WHERE, code, photo, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

COVER = Path(__file__).parents[2] / "assets" / "cover.jpg"
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


def overwritten(data: bytes, seed: int) -> bytes:
    """Return a file with ten thousand bytes of something else in its middle."""
    at = len(data) // 2
    other = random.Random(seed).randbytes(10_000)  # noqa: S311 - no secret
    return data[:at] + other + data[at + 10_000 :]


def end_of(jpeg: bytes) -> int | None:
    """Return where a JPEG ends, None for one that is refused as damaged."""
    try:
        return read_header(jpeg).end
    except RefusedError as error:
        return None if error.code is Code.DAMAGED else -1


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_overwritten_in_the_middle_is_refused(tmp_path: Path, *, progressive: bool) -> None:
    """Decoders make something of it, in other colors."""
    data = COVER.read_bytes()
    if progressive:
        out = io.BytesIO()
        Image.open(COVER).save(out, "JPEG", progressive=True, quality=90)
        data = out.getvalue()
    assert read_header(data).end == len(data)
    ends = [end_of(overwritten(data, seed)) for seed in range(400)]
    assert ends.count(None) > 390
    # By chance an end marker is the first of theirs, which looks like any other.
    assert all(end is None or 0 < end < len(data) // 2 + 10_000 for end in ends)
    (tmp_path / "a.jpg").write_bytes(overwritten(data, 1))
    assert code(tmp_path, "a.jpg") == "PIC007"


@pytest.mark.parametrize(
    "marker", [0x01, 0x02, 0xC0, 0xC2, 0xC8, 0xD8, 0xDE, 0xDF, 0xF0, 0xFD], ids=hex
)
def test_a_marker_that_cannot_end_a_scan_is_refused(marker: int) -> None:
    """Though a segment of sound length follows it."""
    data = FILES["JPEG"]
    at = len(data) - 40
    with pytest.raises(RefusedError):
        read_header(data[:at] + bytes([0xFF, marker, 0, 4, 1, 1]) + data[at:])


@pytest.mark.parametrize("marker", [0xE0, 0xE5, 0xFE, 0xC4, 0xDB, 0xDD], ids=hex)
def test_a_segment_between_scans_is_followed_by_the_next(marker: int) -> None:
    """Else it is no segment: bytes that look like one."""
    data = FILES["JPEG"]
    inner = bytes([0xFF, marker, 0, 4, 1, 1])
    with pytest.raises(RefusedError):
        read_header(data[:-40] + inner + data[-40:])
    assert read_header(data[:-2] + inner + b"\xff\xff\xff" + data[-2:])


@pytest.mark.parametrize(
    "scan", ["04 01000200 03000400 003f00", "01 0900 003f00", "01 0100 003f", "00 003f00"]
)
def test_a_scan_of_other_components_than_the_frame_is_refused(scan: str) -> None:
    """So does a scan whose count is not that of what follows it."""
    data, body = FILES["JPEG"], bytes.fromhex(scan)
    header = b"\xff\xda" + (len(body) + 2).to_bytes(2, "big") + body
    with pytest.raises(RefusedError):
        read_header(data[:-2] + header + data[-2:])


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 1}])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_sound_jpegs_of_all_kinds_are_read_to_their_end(
    mode: str, options: dict[str, object]
) -> None:
    """With bytes that fill, a thumbnail that is a JPEG itself, and more after the end."""
    out = io.BytesIO()
    Image.radial_gradient("L").convert(mode).save(out, "JPEG", **options)
    data = out.getvalue()
    thumbnail = b"\xff\xe1" + (len(data) + 8).to_bytes(2, "big") + b"Exif\0\0" + data
    filled = data[:2] + thumbnail + data[2:-2] + b"\xff" * 3 + data[-2:]
    assert read_header(filled + data + bytes(99)).end == len(filled)


def chunks(png: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each chunk of a PNG, and where its data starts and ends."""
    at = 8
    while at < len(png):
        end = at + 8 + int.from_bytes(png[at : at + 4], "big")
        yield png[at + 4 : at + 8], at + 8, end
        at = end + 4


@pytest.mark.parametrize("kind", [b"IHDR", b"PLTE", b"IDAT"])
def test_a_png_with_a_wrong_checksum_is_refused(tmp_path: Path, kind: bytes) -> None:
    """Of a chunk that every reader must know; pixels are decoded all the same."""
    data = coded("PNG", "P")
    end = next(end for found, _, end in chunks(data) if found == kind)
    (tmp_path / "a.png").write_bytes(data[:end] + bytes([data[end] ^ 1]) + data[end + 1 :])
    assert code(tmp_path, "a.png") == "PIC007"


def test_a_png_with_other_pixels_than_it_sums_up_is_refused(tmp_path: Path) -> None:
    """Stored bytes, one of them turned and zlib's own sum put right."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((16, 16)).save(out, "PNG", compress_level=0)
    data = out.getvalue()
    start, end = next((start, end) for kind, start, end in chunks(data) if kind == b"IDAT")
    raw = bytearray(zlib.decompress(data[start:end]))
    raw[20] ^= 64
    wrong = zlib.compress(raw, 0)
    assert len(wrong) == end - start
    (tmp_path / "a.png").write_bytes(data[:start] + wrong + data[end:])
    assert code(tmp_path, "a.png") == "PIC007"


def test_a_png_with_a_wrong_checksum_after_its_pixels_is_shown(tmp_path: Path) -> None:
    """Of metadata, which say nothing of how to draw it."""
    data = FILES["PNG"]
    wrong = b"\0\0\0\4teXtab\0c\0\0\0\0"
    (tmp_path / "a.png").write_bytes(data[:-12] + wrong + data[-12:])
    assert whole(photo(tmp_path, "a.png")).data
