"""Lines of words that run both ways: each in its order, cut, spaced and shaped in its direction."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.richtext import LINE_BREAK
from brochure.typography import Direction, Line, Run, Voice, break_paragraph, family, load

SANS = Voice(load(family("Open Sans").regular), 10.0)
BOLD = Voice(load(family("Open Sans").bold), 10.0)
LEFTWARD, RIGHTWARD = Direction.RIGHT_TO_LEFT, Direction.LEFT_TO_RIGHT
HEBREW = "\u05e9\u05dc\u05d5\u05dd"  # shalom
SEEN = HEBREW[::-1]
DOG = "\u05db\u05dc\u05d1"


def seen(line: Line) -> str:
    """Return a line's characters as their glyphs stand, from left to right."""
    found = []
    for piece in line.pieces:
        x = piece.x
        for text, advance in zip(piece.run.texts, piece.run.advances, strict=True):
            found.append((x, text))
            x += advance
    return "".join(text for _, text in sorted(found, key=lambda placed: placed[0]))


def read(lines: tuple[Line, ...]) -> str:
    """Return the characters in the order of pieces, without hyphens that breaks put in."""
    return "".join(piece.run.text for line in lines for piece in line.pieces if not piece.hyphen)


def one(*runs: Run, direction: Direction = LEFTWARD, measure: float = 400) -> Line:
    """Return what is set on one line."""
    (line,) = break_paragraph(runs, measure, direction=direction)
    return line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEBREW} 2026", f"2026 {SEEN}"),
        (f"{HEBREW} The Clinic {HEBREW}", f"{SEEN} The Clinic {SEEN}"),
        (f"{HEBREW} (210) 879-4809 {HEBREW}", f"{SEEN} (210) 879-4809 {SEEN}"),
        (f"{HEBREW}: 50%, {HEBREW}", f"{SEEN} ,50% :{SEEN}"),
        (f"{HEBREW} 3\u20135.5.2026", f"5.5.2026\u20133 {SEEN}"),
        (f"{HEBREW} ({HEBREW}).", f".){SEEN}( {SEEN}"),
        (f"1. {HEBREW}", f"{SEEN} .1"),
    ],
)
def test_a_hebrew_line_stands_as_it_is_read(text: str, expected: str) -> None:
    """Numbers, telephones and Latin words from left to right within it."""
    line = one(Run(text, SANS, 0))
    assert seen(line) == expected
    assert read((line,)) == text


def test_hebrew_in_a_latin_line_runs_to_the_left() -> None:
    """The words around it stay where they are."""
    line = one(Run(f"It says {HEBREW} {DOG}, twice.", SANS, 0), direction=RIGHTWARD)
    assert seen(line) == f"It says {DOG[::-1]} {SEEN}, twice."


def test_bold_goes_on_across_directions() -> None:
    """Its letters are bold wherever they come to stand, its source tells them."""
    line = one(Run(f"{HEBREW} ", SANS, 0), Run(f"{DOG} ab ", BOLD, 1), Run("cd", SANS, 2))
    assert seen(line) == f"ab cd {DOG[::-1]} {SEEN}"
    assert {p.source for p in line.pieces if p.run.font is BOLD.font} == {1}
    assert [p.run.text for p in line.pieces] == [f"{HEBREW} ", f"{DOG} ", "ab ", "cd"]


def test_brackets_turn_with_their_words() -> None:
    """The glyph that opens to the left is shown for the one that the author wrote."""
    line = one(Run(f"{HEBREW} ({DOG})", SANS, 0))
    shown = {
        text: glyph
        for piece in line.pieces
        for text, glyph in zip(piece.run.texts, piece.run.glyphs, strict=True)
    }
    assert shown["("] == SANS.font.glyph(")")
    assert shown[")"] == SANS.font.glyph("(")


def test_an_address_ends_with_its_own_sign() -> None:
    """Without being told it would end with its slash at the left, as the sentence runs."""
    site = "example.com/"
    runs = (Run(f"{HEBREW} ", SANS, 0), Run(site, SANS, 1, address=True), Run(f" {DOG}", SANS, 2))
    assert seen(one(*runs)) == f"{DOG[::-1]} {site} {SEEN}"
    told = tuple(replace(run, address=False) for run in runs)
    assert site not in seen(one(*told))


def test_a_line_starts_and_ends_at_the_edges_of_its_measure() -> None:
    """Ink at the right edge; the space at the line's end hangs out at the left."""
    text = f"{HEBREW} ab cd ef gh ij"
    lines = break_paragraph((Run(text, SANS, 0),), 60, direction=LEFTWARD)
    assert len(lines) > 1
    for line in lines:
        assert max(p.x + p.run.width for p in line.pieces) == pytest.approx(60)
    for line in lines[:-1]:
        assert seen(line).startswith(" ")
        assert min(p.x for p in line.pieces) < 60 - line.width


def test_justified_lines_fill_the_measure() -> None:
    """From edge to edge, spaces of both directions alike."""
    text = f"{HEBREW} {DOG} ab cd {HEBREW} {DOG} ef gh " * 4
    lines = break_paragraph((Run(text, SANS, 0),), 110, setting="justified", direction=LEFTWARD)
    for line in lines[:-1]:
        ink = [
            (piece.x + x, piece.x + x + advance)
            for piece in line.pieces
            for x, text, advance in _glyphs(piece.run.texts, piece.run.advances)
            if text != " "
        ]
        assert min(a for a, _ in ink) == pytest.approx(0, abs=0.01)
        assert max(b for _, b in ink) == pytest.approx(110, abs=0.01)


def _glyphs(texts: tuple[str, ...], advances: tuple[float, ...]) -> list[tuple[float, str, float]]:
    found, x = [], 0.0
    for text, advance in zip(texts, advances, strict=True):
        found.append((x, text, advance))
        x += advance
    return found


def test_only_words_of_the_language_are_hyphenated() -> None:
    """A hyphen stands after the part of the word that it ends; Hebrew words gain none."""
    text = f"{HEBREW * 3} microneedling {HEBREW * 3}"
    lines = break_paragraph((Run(text, SANS, 0),), 62, hyphenate="en-US", direction=LEFTWARD)
    (hyphen,) = (p for line in lines for p in line.pieces if p.hyphen)
    (line,) = (line for line in lines if hyphen in line.pieces)
    assert "-" in seen(line)
    word = line.pieces[line.pieces.index(hyphen) - 1]
    assert "microneedling".startswith(word.run.text)
    assert hyphen.x == pytest.approx(word.x + word.run.width)
    plain = break_paragraph((Run(text, SANS, 0),), 62, hyphenate="he", direction=LEFTWARD)
    assert not any(p.hyphen for line in plain for p in line.pieces)


def test_a_maqaf_ends_a_line_as_a_hyphen_does() -> None:
    """Unicode's line breaking, class BA; nothing is added."""
    lines = break_paragraph((Run(f"{HEBREW}\u05be{DOG}", SANS, 0),), 35, direction=LEFTWARD)
    assert [read((line,)) for line in lines] == [f"{HEBREW}\u05be", DOG]


def test_tracking_keeps_the_start_of_a_line() -> None:
    """What parts letters stands at the left of each: the first one's ink is where it was."""

    def starts(tracking: float) -> float:
        (piece,) = one(Run(HEBREW, replace(SANS, tracking=tracking), 0)).pieces
        (last, _) = (piece.run.offsets or ((0.0, 0.0),))[-1]
        own = SANS.font.advance(piece.run.glyphs[-1]) * SANS.font.scale * SANS.size / 1000
        return piece.x + piece.run.width - piece.run.advances[-1] + last + own

    assert starts(100) == pytest.approx(starts(0)) == pytest.approx(400)


def test_points_go_with_their_letter() -> None:
    """They take no room of their own, and are read after it."""
    text = "\u05e9\u05b8\u05dc\u05d5\u05b9\u05dd"
    line = one(Run(text, SANS, 0))
    assert read((line,)) == text
    (piece,) = line.pieces
    points = [a for t, a in zip(piece.run.texts, piece.run.advances, strict=True) if t < "\u05d0"]
    assert points == [0, 0]


def test_a_break_of_the_authors_keeps_both_lines_in_order() -> None:
    """It stands at the line's end, unseen."""
    lines = break_paragraph(
        (Run(f"{HEBREW} ab{LINE_BREAK}{DOG} cd", SANS, 0),), 400, direction=LEFTWARD
    )
    assert [seen(line).strip() for line in lines] == [f"ab {SEEN}", f"cd {DOG[::-1]}"]


MIXED = st.text(alphabet=f"ab 12-,.(){HEBREW}\u201c\u2013", min_size=1, max_size=80)


@given(
    first=MIXED,
    second=MIXED,
    measure=st.floats(40, 200),
    direction=st.sampled_from([LEFTWARD, RIGHTWARD]),
)
def test_no_character_is_lost_or_laid_over_another(
    first: str, second: str, measure: float, direction: Direction
) -> None:
    """Whatever the words and the measure: pieces stand side by side, read in the author's order."""
    lines = break_paragraph(
        (Run(first, SANS, 0), Run(second, BOLD, 1)), measure, direction=direction
    )
    assert read(lines) == first + second
    for line in lines:
        assert line.width <= measure + 0.02
        beside = sorted(line.pieces, key=lambda piece: piece.x)
        for before, after in pairwise(beside):
            assert before.x + before.run.width == pytest.approx(after.x, abs=0.001)


def test_latin_text_is_set_as_if_no_other_direction_were(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are not even loaded."""

    def refuse(*_: object) -> None:
        pytest.fail("levels of a Latin text")

    monkeypatch.setattr("brochure.typography.bidi.levels", refuse)
    monkeypatch.setattr("brochure.typography.bidi.white_from", refuse)
    text = "“Naïve” \u2013 café\u2019s 50 %, +1 (210) 879-4809 — once"
    line = one(Run(text, SANS, 0), direction=RIGHTWARD)
    assert not any(piece.run.leftward for piece in line.pieces)
