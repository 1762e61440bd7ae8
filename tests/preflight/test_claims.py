"""Claims are told with safer words; what is denied, asked or warned of is no claim."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from brochure.blocks.text import Text
from brochure.preflight.checks import claims
from brochure.preflight.claim_list import packaged
from brochure.preflight.every import RULES
from brochure.preflight.listed import any_of
from tests.preflight.subjects import codes, subject_of, told

if TYPE_CHECKING:
    from pathlib import Path

    from brochure.preflight import Subject


def saying(folder: Path, text: str, language: str = "en", rest: str = "") -> Subject:
    """Return the subject of a file that says `text`."""
    return subject_of(folder, f"language: {language}\n{rest}inside:\n  - text: >-\n      {text}\n")


CLAIMED = {
    "en": [
        ("Our pen is FDA approved.", "CLAIM001"),
        ("It is an FDA-approved\n      device.", "CLAIM001"),
        ("It is painless.", "CLAIM002"),
        ("A pain-free visit.", "CLAIM002"),
        ("It does not hurt.", "CLAIM002"),
        ("There is no downtime.", "CLAIM003"),
        ("No surgery, no stitches, no downtime.", "CLAIM003"),
        ("With no stitches and no downtime.", "CLAIM003"),
        ("No surgery, and it is painless.", "CLAIM002"),
        ("It is not only painless.", "CLAIM002"),
        ("Not only is it quick, it is painless.", "CLAIM002"),
        ("The results are permanent.", "CLAIM004"),
        ("We guarantee it.", "CLAIM005"),
        ("It cures acne.", "CLAIM006"),
        ("It gets rid of scars.", "CLAIM006"),
        ("It has cured acne.", "CLAIM006"),
        ("The visit is risk-free.", "CLAIM007"),
        ("It has no side effects.", "CLAIM007"),
        ("It is safe for everyone.", "CLAIM008"),
        ("It works for all skin types.", "CLAIM008"),
        ("The FDA has approved this device.", "CLAIM001"),
        ("It is approved by the U.S. FDA.", "CLAIM001"),
        ("It is approved by the Food and Drug Administration.", "CLAIM001"),
        ("You will feel no pain.", "CLAIM002"),
        ("Zero down-time.", "CLAIM003"),
        ("Remove wrinkles for good.", "CLAIM004"),
        ("It eliminates scars.", "CLAIM006"),
        ("Works for all skin tones.", "CLAIM008"),
        ("There is no pain and no downtime.", "CLAIM003"),
        ("It is a treatment without risk.", "CLAIM007"),
        ("We use microneedling to deliver vitamin C serum. Ask us.", "CLAIM009"),
        ("The pen pushes serums deep. Ask us.", "CLAIM009"),
    ],
    "es": [
        ("El aparato está aprobado por la FDA.", "CLAIM001"),
        ("Es un tratamiento indoloro.", "CLAIM002"),
        ("Un tratamiento sin dolor.", "CLAIM002"),
        ("No duele.", "CLAIM002"),
        ("Sin tiempo de recuperación.", "CLAIM003"),
        ("Los resultados son permanentes.", "CLAIM004"),
        ("Resultados garantizados.", "CLAIM005"),
        ("Cura el acné.", "CLAIM006"),
        ("Sin riesgos para usted.", "CLAIM007"),
        ("Es segura para todos.", "CLAIM008"),
        ("La FDA lo aprobó.", "CLAIM001"),
        ("La FDA ha aprobado este aparato.", "CLAIM001"),
        ("No le va a doler.", "CLAIM002"),
        ("Elimina definitivamente las líneas.", "CLAIM004"),
        ("Elimina las cicatrices.", "CLAIM006"),
        ("Borra las arrugas.", "CLAIM006"),
        ("No tiene riesgos.", "CLAIM007"),
        ("Es un tratamiento sin riesgos.", "CLAIM007"),
        ("Hay un tratamiento sin riesgos.", "CLAIM007"),
        ("No tiene efectos secundarios.", "CLAIM007"),
        ("Para todos los tonos de piel.", "CLAIM008"),
        ("La pluma empuja los sueros. Consúltenos.", "CLAIM009"),
    ],
}
HARMLESS = {
    "en": [
        "It is not painless.",
        "Microneedling isn\u2019t painless, permanent or risk-free.",
        "There is no cure for scars.",
        "We cannot guarantee results.",
        "Nobody can promise you a result.",
        "No treatment of the skin is risk-free.",
        "It is not safe for everyone.",
        "It is not without risk.",
        "Is it painless?",
        "Rarely, permanent scars form.",
        "It may leave permanent color changes.",
        "A cure is not possible.",
        "Some devices are FDA-cleared; none is FDA approved.",
        "We secure the area. The manicure is next door.",
        "The FDA has authorized some devices.",
        "Most people are pink for a day or two.",
        "The FDA has not approved this device.",
        "Wait until the wound has cured.",
        "This is no guarantee of payment, nor can we guarantee payment.",
        "Your card is a guarantee of payment.",
        "Tell us of permanent fillers.",
        "It is a myth that it is painless.",
        "No treatment is without risk.",
        "No treatment comes entirely without side effects.",
        "There is no treatment of the skin without risk.",
        "No downtime is a myth.",
        "A mask for good skin.",
        "It doesn\u2019t hurt to ask.",
        "Apply the serum that we give you.",
        "We deliver serums to your home.",
        "If you have rosacea, let somebody drive you home.",
    ],
    "es": [
        "No es indoloro.",
        "No garantizamos resultados.",
        "Ningún tratamiento es permanente.",
        "¿Es indoloro?",
        "No hay cura para las cicatrices.",
        "Rara vez quedan cicatrices permanentes.",
        "La FDA ha autorizado algunos aparatos.",
        "El doctor cuida la piel.",
        "La FDA no lo aprobó.",
        "Borrador",
        "No hay una respuesta definitiva, ni un diagnóstico definitivo.",
        "Le damos una respuesta definitiva.",
        "Definitivamente llámenos.",
        "Cura la herida.",
        "Ningún tratamiento es sin riesgos.",
        "No hay tratamiento sin riesgos.",
        "No existe un procedimiento sin efectos secundarios.",
        "No es cierto que no tiene riesgos.",
        "Es un mito que sea indoloro.",
        "Díganos si tiene rellenos permanentes.",
        "Es una garantía de pago.",
        "Aplique el suero que le damos.",
        "Introducción al melasma. Lleva tiempo.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [(language, *pair) for language, pairs in CLAIMED.items() for pair in pairs],
)
def test_claims_are_told(tmp_path: Path, language: str, text: str, code: str) -> None:
    """Each by its rule."""
    assert codes(claims, saying(tmp_path, text, language)) == [code]


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, texts in HARMLESS.items() for text in texts],
)
def test_what_claims_nothing_is_let_be(tmp_path: Path, language: str, text: str) -> None:
    """Denied, asked, warned of, or another word."""
    assert codes(claims, saying(tmp_path, text, language)) == []


def test_a_claim_is_told_at_its_words_with_safer_ones(tmp_path: Path) -> None:
    """On the line where they stand; headings claim too."""
    (problem,) = claims.check(saying(tmp_path, "It is quick,\n      and truly **painless**."))
    assert problem.message == "“painless” claims freedom from pain"
    assert "numbing cream" in problem.hint
    assert problem.where
    assert (problem.where.line, problem.where.column, problem.where.length) == (7, 19, 8)
    heading = subject_of(tmp_path, "cover: [title: A painless visit]\n")
    assert codes(claims, heading) == ["CLAIM002"]


USES = {
    "en": [
        ("It improves stretch marks. Ask us.", True),
        ("It may improve stretch marks. Ask us.", False),
        ("It may improve stretch marks.", True),
        ("Stretch marks are common. Ask us.", False),
        ("Does it treat melasma? Ask us.", False),
        ("It does not treat melasma. Ask us.", False),
        ("It softens wrinkles on the face.", False),
    ],
    "es": [
        ("Mejora las estrías. Pregúntenos.", True),
        ("Puede mejorar las estrías. Pregúntenos.", False),
        ("Puede mejorar las estrías.", True),
        ("Puede mejorar las estrías. Consúltenos.", False),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "is_told"),
    [(language, *pair) for language, pairs in USES.items() for pair in pairs],
)
def test_other_uses_are_left_open(
    tmp_path: Path, language: str, text: str, *, is_told: bool
) -> None:
    """With “may”, and with a consultation anywhere."""
    found = codes(claims, saying(tmp_path, text, language))
    assert found == (["CLAIM009"] if is_told else [])


def test_a_use_is_told_at_the_words_to_change(tmp_path: Path) -> None:
    """The verb, or the text of a benefit; the message says whose word counts."""
    (problem,) = claims.check(saying(tmp_path, "It treats melasma. Ask us."))
    assert problem.message == "the FDA has authorized no device for “melasma”, yet this promises it"
    assert "“may”" in problem.hint
    assert problem.where
    assert (problem.where.line, problem.where.column, problem.where.length) == (6, 10, 6)
    (problem,) = claims.check(saying(tmp_path, "It may treat melasma."))
    assert problem.message == (
        "the FDA has authorized no device for “melasma”, and the copy nowhere says to ask you"
    )
    copy = (
        "flap:\n  - benefits:\n      - title: Sun damage\n        text: Skin looks even.\n"
        "back: [text: Ask us.]\n"
    )
    (problem,) = claims.check(subject_of(tmp_path, copy))
    assert problem.where
    assert (problem.where.line, problem.where.column, problem.where.length) == (6, 15, 16)


def test_a_benefit_names_a_use_by_its_title(tmp_path: Path) -> None:
    """What is said under it may leave it open."""
    for text, expected in (("Skin looks even.", ["CLAIM009"]), ("Skin may look even.", [])):
        copy = (
            f"flap:\n  - benefits:\n      - {{title: Sun damage, text: {text}}}\n"
            "back: [text: Ask us.]\n"
        )
        assert codes(claims, subject_of(tmp_path, copy)) == expected


def test_the_packaged_list_is_dated_and_its_codes_are_rules() -> None:
    """Every claim has words and safer ones in both languages, and each rule has a claim."""
    found = packaged()
    assert found.as_of
    assert len(found.sources) >= 3
    assert [claim.code for claim in found.claims] == [f"CLAIM{n:03}" for n in range(1, 9)]
    assert {claim.code for claim in found.claims} < set(RULES)
    for claim in found.claims:
        assert claim.words.en
        assert claim.words.es
        assert claim.say


OWN = """\
as-of: 2026-01-01
sources: [our lawyer]
claims:
  - {code: CLAIM002, claim: an easy time, say: say how it feels, words: {en: [a breeze]}}
  - {code: HOUSE1, claim: to be first, say: leave it out, words: {en: [leading clinic*]}}
"""


def test_an_authors_list_takes_the_place_of_ours(tmp_path: Path) -> None:
    """Its own codes are told as one rule."""
    (tmp_path / "ours.yaml").write_text(OWN)
    subject = saying(
        tmp_path, "Painless: a breeze, at the leading clinic.", rest="claims: ours.yaml\n"
    )
    assert told(claims, subject) == [
        ("CLAIM002", 7, "“a breeze” claims an easy time"),
        ("CLAIM010", 7, "“leading clinic” claims to be first"),
    ]


def test_a_list_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Missing, at its name; wrong, at the place in it."""
    subject = saying(tmp_path, "Painless.", rest="claims: none.yaml\n")
    assert told(claims, subject) == [("CLAIM011", 4, "none.yaml does not exist")]
    (tmp_path / "none.yaml").write_text(OWN.replace("sources", "source"))
    problems = list(claims.check(saying(tmp_path, "Painless.", rest="claims: none.yaml\n")))
    assert [(one.code, one.where and one.where.line) for one in problems] == [
        ("FIELD002", 1),
        ("FIELD001", 2),
    ]


def test_other_languages_have_no_list(tmp_path: Path) -> None:
    """Words that look alike mean something else there."""
    subject = saying(tmp_path, "permanent", "de")
    assert isinstance(next(block for _, block in subject.blocks()), Text)
    assert codes(claims, subject) == []


@pytest.mark.parametrize("word", ["pain\u00adless", "p\u00adain\u00adless", "pain\u200bless"])
def test_characters_that_nobody_sees_hide_no_claim(tmp_path: Path, word: str) -> None:
    """Told at all of the word."""
    (problem,) = claims.check(saying(tmp_path, f"It is {word}."))
    assert problem.code == "CLAIM002"
    assert problem.where
    assert problem.where.length == len(word)


@pytest.mark.parametrize("phrase", ["*", "**", "call a*a*a*a*a*a*a*a*a*a*a*z", "-", "a*"])
def test_any_phrase_may_be_looked_for(phrase: str) -> None:
    """A star stands for endings at a word's end alone; what has no letter finds nothing."""
    finder = any_of((phrase,))
    start = time.process_time()
    found = finder.spans(f"call {'a' * 20_000} anything, - and *")
    assert bool(found) == (phrase == "a*")
    assert time.process_time() - start < 1
