"""The schema for editors: it takes what the reader takes, and tells what the reader would."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from brochure.blocks import BLOCKS, Part
from brochure.cli import main
from brochure.clinic import Clinic
from brochure.content import read
from brochure.content.document import Document
from brochure.content.schema import as_json, schema
from brochure.press import Press
from brochure.reading import fields_of
from brochure.reading.descriptions import described
from brochure.review import Review
from brochure.themes.changes import ColorChange, ThemeChoice
from tests.content.as_an_editor import editor_value

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
HEAD = "title: A\nclinic: {name: B, website: www.example.com}\n"
VALIDATOR = Draft202012Validator(schema())


def told(text: str) -> list[str]:
    """Return the paths of what the schema refuses in the YAML `text`."""
    return [error.json_path for error in VALIDATOR.iter_errors(editor_value(text))]


def test_the_packaged_schema_is_fresh() -> None:
    """`python -m brochure schema > brochure/content/schema.json` writes it anew."""
    packaged = files("brochure.content").joinpath("schema.json").read_text(encoding="utf-8")
    assert packaged == as_json()


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    """To standard output, and nothing else."""
    assert main(["schema"]) == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == (as_json(), "")


def test_it_is_a_sound_schema() -> None:
    """Of the draft that it names."""
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_the_real_brochure_is_valid_and_names_it() -> None:
    """In its first line, where editors look for it."""
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    marker, _, path = text.partition("\n")[0].partition("=")
    assert marker == "# yaml-language-server: $schema"
    assert (ROOT / path).read_text(encoding="utf-8") == as_json()
    assert told(text) == []


def _properties(part: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key that the schema knows, with its own schema."""
    if isinstance(part, list):
        for inner in part:
            yield from _properties(inner)
    elif isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for inner in part.values():
            yield from _properties(inner)


def test_every_key_is_described() -> None:
    """By a sentence of its own, or, for a block, by its definition's."""
    whole = schema()
    keys = list(_properties(whole))
    assert len(keys) > 60
    for name, entry in keys:
        definition = whole["$defs"].get(entry.get("$ref", "").rpartition("/")[2], {})
        sentence = entry.get("description", definition.get("description"))
        assert sentence, name
        assert sentence[0].isupper() or sentence[0] == "`", name
        assert sentence.endswith("."), name


@pytest.mark.parametrize(
    "model",
    [
        Document,
        Clinic,
        Press,
        Review,
        ThemeChoice,
        ColorChange,
        *(block for _, block in BLOCKS),
        *Part.__subclasses__(),
    ],
    ids=lambda model: model.__name__,
)
def test_docstrings_describe_the_keys_that_there_are(model: Any) -> None:
    """Each field and no other, in order: a field that is renamed takes its sentence along."""
    assert list(described(model).keys) == list(fields_of(model))


ACCEPTED = [
    "title: A title",
    "title: 2026",
    "title: {text: no, label: 1.50}",
    "title: {text: A, label: }",
    "subtitle: yes",
    "heading: true",
    "heading: {text: A, level: 3}",
    "heading: {text: A, level: '3'}",
    "text: |\n      One.\n\n      - Two.",
    "text: {text: A, style: lead}",
    "list: [one, '', 3]",
    "list: {items: [one]}",
    "steps: [one, {title: Then., text: two}]",
    "benefits: [{title: A}, {icon: p.svg, title: B, text: C}]",
    "picture: p.jpg",
    "picture: {file: p.jpg, alt: '', decorative: Yes, place: panel, focus: 50% 30%}",
    "picture: {file: 1, focus: left top, height: 140}",
    "picture: {file: p.jpg, decorative: off, height: ' 1.2 cm '}",
    "figure: {file: p.svg, alt: A, caption: , legend: [a, b], focus: bottom, height: .5in}",
    "callout: {text: A, label: B, title: C}",
    "band: {file: p.svg, alt: A, captions: [a, {title: B, text: C}], height: 168pt}",
    "table: [[a, b], ['', 2]]",
    "table: {header: [a, b], rows: [[c, d]], caption: E}",
    "contact",
    "contact: vcard",
    "contact: ",
    "contact: {}",
    "contact: {qr: website, caption: Scan}",
    "qr",
    "qr: www.example.org",
    "qr: {to: vcard, caption: A, size: 3cm}",
    "share: [facebook, x]",
    "share: {networks: [pinterest], url: 'https://example.org'}",
    "small-print: Small.",
    "spacer",
    "spacer: fill",
    "spacer: {lines: fill}",
    "spacer: 1.5",
    "spacer: '2'",
]


def test_there_is_a_sample_of_every_block() -> None:
    """A new block needs one."""
    sampled = {sample.partition(":")[0] for sample in ACCEPTED}
    assert sampled == {name for name, _ in BLOCKS}


@pytest.mark.parametrize("sample", ACCEPTED)
def test_what_the_reader_takes_is_valid(sample: str, tmp_path: Path) -> None:
    """Short forms, numbers and truths where words belong, numbers in quotes, keys left empty."""
    text = f"{HEAD}cover:\n  - {sample}\n"
    path = tmp_path / "content.yaml"
    path.write_text(text, encoding="utf-8")
    assert len(read(path).cover) == 1
    assert told(text) == []


@pytest.mark.parametrize(
    "head",
    [
        "title: 2026\nclinic: {name: B}\npaper: A4\nfold: Letter-Fold\ntheme: CALM\nlanguage: es\n",
        "title: A\nclinic: {name: B, clinician: C, area: D, address: [1 Main St, 78205]}\n",
        "title: A\nclinic: {name: B, phone: 2108794809, email: a@b.org, website: b.org}\n",
        "title: A\nclinic: {name: B, phone: , email: ~, website: null}\n",
        "title: A\nclinic: {name: B}\ntheme: {name: MONO, fonts: {text: open sans}, scale: 1}\n",
        "title: A\nclinic: {name: B}\ntheme: {colors: {ink: '#222', accent: {rgb: '#123456'}}}\n",
        "title: A\nclinic: {name: B}\ntheme: {colors: {ink: {rgb: '#000', cmyk: [0, 0, 0, 9]}}}\n",
        "title: A\nclinic: {name: B}\ntheme:\n",
        "title: A\nclinic: {name: B}\npress:\n",
        "title: A\nclinic: {name: B}\npress: {profile: GRACoL, bleed: 0, marks: no}\n",
        "title: A\nclinic: {name: B}\npress: {profile: a/B.icm, bleed: 4 mm, total-ink: 280%}\n",
    ],
)
def test_heads_that_the_reader_takes_are_valid(head: str, tmp_path: Path) -> None:
    """Names in any case, numbers for words, keys left empty."""
    text = f"{head}back: [contact]\n"
    path = tmp_path / "content.yaml"
    path.write_text(text, encoding="utf-8")
    assert read(path).back
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (HEAD + "covers: []\n", "$"),
        (HEAD + "papr: a4\ncover: []\n", "$"),
        (HEAD, "$"),
        ("clinic: {name: B}\ncover: []\n", "$"),
        ("title: A\nclinic: {nmae: B}\ncover: []\n", "$.clinic"),
        ("title: ''\nclinic: {name: B}\ncover: []\n", "$.title"),
        (HEAD + "paper: a9\ncover: []\n", "$.paper"),
        (HEAD + "fold: z\ncover: []\n", "$.fold"),
        (HEAD + "press: {profile: swop}\ncover: []\n", "$.press"),
        (HEAD + "press: {bleed: -1}\ncover: []\n", "$.press"),
        (HEAD + "press: {total-ink: 90}\ncover: []\n", "$.press"),
        (HEAD + "press: {total_ink: 300}\ncover: []\n", "$.press"),
        (HEAD + "theme: loud\ncover: []\n", "$.theme"),
        (HEAD + "theme: {name: loud}\ncover: []\n", "$.theme"),
        (HEAD + "theme: {fonts: {display: Comic}}\ncover: []\n", "$.theme"),
        (HEAD + "theme: {colors: {primry: '#123456'}}\ncover: []\n", "$.theme"),
        (HEAD + "theme: {colors: {ink: black}}\ncover: []\n", "$.theme"),
        (HEAD + "theme: {scale: 2}\ncover: []\n", "$.theme"),
        (HEAD + "cover: words\n", "$.cover"),
        (HEAD + "cover: [titel: A]\n", "$.cover[0]"),
        (HEAD + "cover: [{title: A, subtitle: B}]\n", "$.cover[0]"),
        (HEAD + "cover: [title]\n", "$.cover[0]"),
        (HEAD + "cover: [heading: ]\n", "$.cover[0]"),
        (HEAD + "cover: [{title: {txt: A}}]\n", "$.cover[0]"),
        (HEAD + "cover: [{heading: {text: A, level: 4}}]\n", "$.cover[0]"),
        (HEAD + "cover: [{text: {text: A, style: led}}]\n", "$.cover[0]"),
        (HEAD + "cover: [list: []]\n", "$.cover[0]"),
        (HEAD + "cover: [{table: [[]]}]\n", "$.cover[0]"),
        (HEAD + "cover: [{picture: {file: p.jpg, height: 5 miles}}]\n", "$.cover[0]"),
        (HEAD + "cover: [{picture: {file: p.jpg, focus: lft}}]\n", "$.cover[0]"),
        (HEAD + "cover: [{picture: {file: p.jpg, decorative: perhaps}}]\n", "$.cover[0]"),
        (HEAD + "cover: [{spacer: 61}]\n", "$.cover[0]"),
        (HEAD + "cover: [{share: [myspace]}]\n", "$.cover[0]"),
    ],
)
def test_mistakes_are_not_valid(text: str, path: str) -> None:
    """Misspelled keys and names, what is missing or empty, what is too much."""
    assert set(told(text)) == {path}
