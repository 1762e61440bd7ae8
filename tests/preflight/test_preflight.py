"""What a print shop would refuse is told before a file is made, at its place, with its mending."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageCms

from brochure import BrochureError, build
from brochure.profiles import load

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.problems import Problem

HEAD = "title: A\nclinic: {name: B}\n"
COVER = "cover:\n  - picture: {file: a.jpg, place: panel, alt: C}\n"


def told(folder: Path, press: str, copy: str = "back: [contact]\n") -> tuple[Problem, ...]:
    """Return the problems of a press edition with `press` in its third line; () if it is built."""
    path = folder / "content.yaml"
    path.write_text(f"{HEAD}press: {press}\n{copy}")
    try:
        build(path, folder / "out", editions=["press"])
    except BrochureError as error:
        assert not (folder / "out").exists()
        return error.problems
    return ()


def caret(problem: Problem) -> str:
    """Return what of the author's line the caret is under."""
    where = problem.where
    assert where
    return where.source.line(where.line)[where.column - 1 :][: where.length]


def test_a_printers_profile_is_used(tmp_path: Path) -> None:
    """Its bytes are the intent's, and its ticket names it."""
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "theirs.icc").write_bytes(load("fogra39").icc)
    assert told(tmp_path, "{profile: press/theirs.icc}") == ()
    ticket = (tmp_path / "out" / "a-press.txt").read_text()
    assert "(output intent: Custom)" in ticket


def test_a_profile_that_changed_is_read_again(tmp_path: Path) -> None:
    """Within one process, though nothing else changed."""
    files = []
    for name in ("fogra39", "gracol"):
        (tmp_path / "theirs.icc").write_bytes(load(name).icc)
        assert told(tmp_path, "{profile: theirs.icc}") == ()
        files.append((tmp_path / "out" / "a-press.pdf").read_bytes())
        for path in (tmp_path / "out").iterdir():
            path.unlink()
        (tmp_path / "out").rmdir()
    assert files[0] != files[1]


def test_profiles_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    """Missing, broken, cut off, of another class, of other inks; each by the author's name."""
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    printer = bytearray(load("gracol").icc)
    (tmp_path / "screen.icc").write_bytes(screen)
    (tmp_path / "words.icc").write_text("not a profile")
    (tmp_path / "cut.icc").write_bytes(bytes(printer[:3000]))
    printer[16:20] = b"RGB "
    (tmp_path / "rgb.icc").write_bytes(bytes(printer))
    (tmp_path / "folder.icc").mkdir()
    expected = {
        "none.icc": ("PRESS004", "none.icc does not exist"),
        "folder.icc": ("PRESS004", "folder.icc is a folder"),
        "words.icc": ("PRESS005", "words.icc is not an ICC profile"),
        "cut.icc": ("PRESS005", "cut.icc is cut off"),
        "screen.icc": ("PRESS005", "screen.icc is the profile of a screen, not of a printer"),
        "rgb.icc": ("PRESS005", "rgb.icc is the profile of a printer in RGB, not in CMYK"),
    }
    for name, (code, message) in expected.items():
        (problem,) = told(tmp_path, f"{{profile: {name}}}")
        assert problem.code == code
        assert problem.message.startswith(message)
        assert caret(problem) == name
        assert "gracol, fogra39" in problem.hint
    assert "there is cut.icc, folder.icc" in told(tmp_path, "{profile: none.icc}")[0].hint


def test_a_profile_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    """A link that leads out of it is no way around."""
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "outer.icc").write_bytes(load("gracol").icc)
    (inner / "link.icc").symlink_to(tmp_path / "outer.icc")
    (problem,) = told(inner, "{profile: link.icc}")
    assert problem.code == "PRESS004"
    assert "outside the content's folder" in problem.message


def test_inks_that_the_theme_chose_keep_to_the_limit(tmp_path: Path) -> None:
    """Spruce has 224 percent: it may be printed at 224, not at 223."""
    assert told(tmp_path, "{total-ink: 224}") == ()
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    (tmp_path / "out").rmdir()
    (problem,) = told(tmp_path, "{total-ink: 223}")
    assert problem.code == "PRESS006"
    assert "`primary` of the theme calm has 224 percent" in problem.message
    assert "more than the 223" in problem.message
    assert caret(problem) == "223"


# The cover of a letter-fold brochure is 3.6875 x 8.5 in: 553 x 1275 pixels at 150 ppi.
@pytest.mark.parametrize(
    ("pixels", "bleed", "ppi", "fills"),
    [
        # 1275 + 2 * 18.75 high: 1/8 in of bleed, exactly.
        ((900, 1313), "0.125in", None, None),
        ((900, 1310), "0.125in", "149", "3.0 mm (0.117 in)"),
        ((900, 1313), "6mm", "146", "3.2 mm (0.127 in)"),
        ((554, 1600), "3mm", "140", "0.1 mm (0.003 in)"),
        ((300, 400), "3mm", "45", "no bleed: it is too small for the page"),
    ],
)
def test_a_bleed_that_a_picture_cannot_fill_is_told(
    tmp_path: Path, pixels: tuple[int, int], bleed: str, ppi: str | None, fills: str | None
) -> None:
    """Which picture, its pixels an inch with the bleed, how large a bleed it fills."""
    Image.new("RGB", pixels, (200, 180, 160)).save(tmp_path / "a.jpg")
    problems = told(tmp_path, f"{{bleed: {bleed}}}", COVER)
    if ppi is None:
        assert problems == ()
        return
    (problem,) = problems
    assert problem.code == "PRESS007"
    assert problem.message == f"a.jpg would print at {ppi} ppi, its bleed included"
    assert fills
    assert (
        f"as it is, it fills {'' if fills.startswith('no') else 'a bleed of '}{fills}"
        in problem.hint
    )
    assert caret(problem) == "a.jpg"


def test_the_pixels_that_the_hint_asks_for_are_enough(tmp_path: Path) -> None:
    """Exported as told, the picture is taken."""
    Image.new("RGB", (300, 400), (200, 180, 160)).save(tmp_path / "a.jpg")
    (problem,) = told(tmp_path, "{bleed: 5mm}", COVER)
    match = re.search(r"with (\d+) x (\d+) pixels", problem.hint)
    assert match
    Image.new("RGB", (int(match[1]), int(match[2]))).save(tmp_path / "a.jpg")
    assert told(tmp_path, "{bleed: 5mm}", COVER) == ()


def test_a_band_fills_the_bleed_at_three_sides(tmp_path: Path) -> None:
    """It ends above its captions: 11 in across and 140 pt down, at the head and the sides more."""
    copy = "inside:\n  - band: {file: a.jpg, alt: C, height: 140pt}\n"
    Image.new("RGB", (1680, 900)).save(tmp_path / "a.jpg")
    (problem,) = told(tmp_path, "{bleed: 6mm}", copy)
    # 1680 px at 150 ppi are 11.2 in: 0.1 in at each side.
    assert "a bleed of 2.5 mm (0.100 in) at most" in problem.hint


def test_a_coarse_picture_in_a_column_is_told(tmp_path: Path) -> None:
    """Without a word on the bleed, which it never meets."""
    Image.new("RGB", (300, 300)).save(tmp_path / "a.jpg")
    (problem,) = told(tmp_path, "{}", "back:\n  - picture: {file: a.jpg, alt: C}\n")
    assert re.fullmatch(r"a\.jpg would print at \d+ ppi", problem.message)
    assert "bleed" not in problem.hint


def test_all_is_told_at_once(tmp_path: Path) -> None:
    """The profile and the picture; another edition of the same file is built."""
    Image.new("RGB", (300, 400)).save(tmp_path / "a.jpg")
    problems = told(tmp_path, "{profile: none.icc}", COVER)
    assert [problem.code for problem in problems] == ["PRESS004", "PRESS007"]
    assert build(tmp_path / "content.yaml", tmp_path / "out", editions=["office"])
