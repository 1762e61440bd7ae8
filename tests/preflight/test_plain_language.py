"""Plain language: each check finds what a reader stumbles over, and lets sound copy be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from brochure.preflight.checks import (
    call_to_action,
    long_sentences,
    passive_voice,
    reading_grade,
    risks,
    summary,
    terms,
)
from brochure.preflight.checks.reading_grade import Tally
from brochure.preflight.claim_list import packaged
from brochure.preflight.prose import sections, words
from tests.preflight.subjects import codes, subject_of, told

if TYPE_CHECKING:
    from brochure.preflight.prose import Language

PASSIVES = Path(__file__).with_name("passive_sentences.txt")
EASY = "We clean your skin. You rest for a while. Then you can go home. Call us with any question. "
HARD = (
    "Microneedling facilitates considerable physiological regeneration of dermatological "
    "structures, notwithstanding individual variability in immunological responsiveness and "
    "postoperative recuperation. "
)
MIDDLING = (
    "Our office schedules regular appointments for everybody. Please remember your medication. "
    "We clean your skin and you rest for a while. Then you can go home and call us with any "
    "question. "
)
FACIL = "Limpiamos la piel. Usted descansa un rato. Luego se va a casa. Llame si tiene dudas. "
DIFICIL = (
    "La regeneración dermatológica experimentada posteriormente evidencia características "
    "inmunológicas extraordinariamente heterogéneas, independientemente de consideraciones "
    "farmacológicas complementarias. "
)


def inside(text: str, *, language: str = "en") -> str:
    """Return the copy of a file with one section that says `text`."""
    return f"language: {language}\ninside:\n  - heading: Your skin\n  - text: >-\n      {text}\n"


def test_the_formulas_are_those_of_their_authors() -> None:
    """On counts that are reckoned by hand."""
    counted = Tally(sentences=10, words=120, syllables=180, polysyllables=12)
    assert counted.flesch_kincaid == pytest.approx(0.39 * 12 + 11.8 * 1.5 - 15.59)
    assert counted.smog == pytest.approx(1.0430 * 6 + 3.1291)  # sqrt(12 * 30 / 10)
    assert counted.inflesz == pytest.approx(206.835 - 62.3 * 1.5 - 12)


KNOWN = {
    "gettysburg": (
        (
            "Four score and seven years ago our fathers brought forth on this continent, a "
            "new nation, conceived in Liberty, and dedicated to the proposition that all men "
            "are created equal. Now we are engaged in a great civil war, testing whether that "
            "nation, or any nation so conceived and so dedicated, can long endure. We are met "
            "on a great battlefield of that war. We have come to dedicate a portion of that "
            "field, as a final resting place for those who here gave their lives that that "
            "nation might live. It is altogether fitting and proper that we should do this."
        ),
        (5, 102, 146, 9),
    ),
    "declaration": (
        (
            "When in the Course of human events, it becomes necessary for one people to "
            "dissolve the political bands which have connected them with another, and to "
            "assume among the powers of the earth, the separate and equal station to which "
            "the Laws of Nature and of Nature's God entitle them, a decent respect to the "
            "opinions of mankind requires that they should declare the causes which impel "
            "them to the separation. We hold these truths to be self-evident, that all men "
            "are created equal, that they are endowed by their Creator with certain "
            "unalienable Rights, that among these are Life, Liberty and the pursuit of "
            "Happiness."
        ),
        (2, 106, 166, 15),
    ),
    "leaflet": (
        (
            "Microneedling uses very thin needles to make tiny marks in the skin. As the "
            "marks heal, your body makes new collagen and elastin. Most people need several "
            "treatments, a few weeks apart. Side effects include redness, swelling and "
            "dryness, which usually settle within a week. Tell your provider about any "
            "medicine that you take, any allergy that you have, and any infection in the "
            "area. A consultation is the best way to find out whether the treatment is right "
            "for you."
        ),
        (6, 81, 126, 10),
    ),
}
"""English texts: sentences and words, and cmudict's syllables and polysyllables."""


@pytest.mark.parametrize("name", KNOWN)
def test_known_texts_read_as_a_dictionary_has_them(tmp_path: Path, name: str) -> None:
    """Within a quarter of a grade by Flesch-Kincaid, and 0.6 by SMOG: a word or two apart."""
    text, (sentences, count, syllables, polysyllables) = KNOWN[name]
    (section,) = sections(subject_of(tmp_path, inside(text)))
    counted = reading_grade.tally(section.sentences, reading_grade.english)
    exact = Tally(sentences, count, syllables, polysyllables)
    assert (counted.sentences, counted.words) == (sentences, count)
    assert counted.flesch_kincaid == pytest.approx(exact.flesch_kincaid, abs=0.25)
    assert counted.smog == pytest.approx(exact.smog, abs=0.6)


def test_known_spanish_reads_as_it_is_spoken(tmp_path: Path) -> None:
    """Counted by hand, syllable by syllable."""
    text = (
        "En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo "
        "que vivía un hidalgo de los de lanza en astillero, adarga antigua, rocín flaco y "
        "galgo corredor. Una olla de algo más vaca que carnero, salpicón las más noches, "
        "duelos y quebrantos los sábados, lentejas los viernes, algún palomino de "
        "añadidura los domingos, consumían las tres partes de su hacienda."
    )
    (section,) = sections(subject_of(tmp_path, inside(text, language="es")))
    counted = reading_grade.tally(section.sentences, reading_grade.spanish)
    assert (counted.sentences, counted.words, counted.syllables) == (2, 66, 126)


def test_hard_english_is_told_with_its_grade(tmp_path: Path) -> None:
    """Surely from 100 words on; the words that weigh most are named."""
    subject = subject_of(tmp_path, inside(HARD * 6))
    (problem,) = reading_grade.check(subject)
    assert problem.code == "PLAIN001"
    assert problem.message.startswith(
        "“Your skin” reads at grade 38.9, over 8 (Flesch-Kincaid 38.9, SMOG 23.7"
    )
    assert "low confidence" not in problem.message
    assert "“dermatological”" in problem.hint
    assert problem.where
    assert (problem.where.line, problem.where.column) == (7, 7)
    assert codes(reading_grade, subject_of(tmp_path, inside(EASY * 6))) == []


def test_short_sections_are_told_only_where_they_are_far_over(tmp_path: Path) -> None:
    """With low confidence; under 30 words nothing is said."""
    (found,) = told(reading_grade, subject_of(tmp_path, inside(HARD * 2)))
    assert "low confidence, of 34 words" in found[2]
    assert codes(reading_grade, subject_of(tmp_path, inside(HARD))) == []
    subject = subject_of(tmp_path, inside(MIDDLING))
    counted = reading_grade.tally(sections(subject)[0].sentences, reading_grade.english)
    assert 8 < max(counted.smog, counted.flesch_kincaid) < 12
    assert codes(reading_grade, subject) == []


def test_short_sections_are_judged_together(tmp_path: Path) -> None:
    """None is far over by itself, all of them are over."""
    copy = "inside:\n" + f"  - heading: A part\n  - text: {MIDDLING}\n" * 4
    (found,) = told(reading_grade, subject_of(tmp_path, copy))
    assert found[2].startswith("the copy as a whole reads at grade ")


def test_only_prose_is_scored(tmp_path: Path) -> None:
    """No headings, tables, contacts or short entries of lists."""
    copy = (
        "inside:\n  - heading: Contraindications and complications\n"
        "  - table: [[Immunological, considerable responsiveness]]\n"
        "  - list: [dermatological structures, Ask us.]\n"
        "  - text: We clean your skin. It takes Dr. Lee 20 min. See www.example.com.\n"
        "back: [contact]\n"
    )
    parts = sections(subject_of(tmp_path, copy))
    found = [(one.called, [s.text for s in one.sentences]) for one in parts]
    sentences = [
        "Ask us.",
        "We clean your skin.",
        "It takes Dr. Lee 20 min.",
        "See www.example.com.",
    ]
    assert found == [("“Contraindications and complications”", sentences)]
    assert words("See www.example.com at 9 a.m. — “quite” well-known!") == [
        *("See", "at", "quite", "well-known")
    ]


def test_spanish_is_judged_by_inflesz(tmp_path: Path) -> None:
    """Under 55, under 40 where it is short."""
    (found,) = told(reading_grade, subject_of(tmp_path, inside(DIFICIL * 8, language="es")))
    assert found[0] == "PLAIN002"
    assert "on INFLESZ, under 55" in found[2]
    assert codes(reading_grade, subject_of(tmp_path, inside(FACIL * 8, language="es"))) == []
    (found,) = told(reading_grade, subject_of(tmp_path, inside(DIFICIL * 3, language="es")))
    assert "low confidence" in found[2]
    somewhat = (
        f"Ofrecemos tratamientos dermatológicos muy personalizados, especialmente aquí. {FACIL}" * 2
    )
    subject = subject_of(tmp_path, inside(somewhat, language="es"))
    counted = reading_grade.tally(sections(subject)[0].sentences, reading_grade.spanish)
    assert 40 < counted.inflesz < 55
    assert codes(reading_grade, subject) == []


@pytest.mark.parametrize("language", ["de", "ar", "zh-Hant"])
def test_other_languages_are_left_alone(tmp_path: Path, language: str) -> None:
    """Their rules are others."""
    subject = subject_of(tmp_path, inside(f"{HARD * 6} It was given by us", language=language))
    for check in (reading_grade, long_sentences, passive_voice, terms, call_to_action, risks):
        assert codes(check, subject) == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_sentences_of_more_than_25_words_are_told(tmp_path: Path, language: str) -> None:
    """At their first word, on whichever line."""
    at_most = f"Y {'va ' * 23}ya. "
    subject = subject_of(
        tmp_path, inside(f"{at_most}\n      Luego {'va ' * 24}ya.", language=language)
    )
    assert told(long_sentences, subject) == [
        ("PLAIN003", 8, "the sentence “Luego va va va …” has 26 words, over 25")
    ]


PASSIVE = [
    "The cream is applied first.",
    "Your skin was carefully cleaned.",
    "Patients are not always told why.",
    "The needles have been sterilized.",
    "It will be done by a nurse.",
    "Scars can be treated too.",
    "The area is being numbed.",
    "You are given a mirror.",
    "All forms were then signed.",
    "The dose must be taken with food.",
    "The pen is held by the nurse.",
    "Results were seen after six weeks.",
    "This isn't done at home.",
    "The needles aren\u2019t thrown away.",
    "It wasn't always explained.",
    "It's done in our office.",
    "Then it\u2019s gently applied.",
    "They're sterilized before each visit.",
    "You\u2019re given a mirror.",
    "Your face gets numbed first.",
    "Marks get treated with a cream.",
    "The skin got scratched.",
    "What gets done next?",
    "It gets sent to you, too.",
    "The pen has been used by doctors for years.",
    "The method was first described in 1995.",
    "The cream should be left on for an hour.",
    "Scars are broken down.",
    "It is cleared by our nurse.",
]
ACTIVE = [
    "We apply the cream first.",
    "You are tired and your face is red.",
    "It is also called collagen induction therapy.",
    "This is a bed.",
    "Your skin is very sensitive.",
    "If you are worried, ask us.",
    "You may be allergic to metal.",
    "People who are interested can call.",
    "Our team is licensed and experienced.",
    "They are indeed small.",
    "It is used to being cold.",
    "There are hundred reasons.",
    "Are you pregnant or nursing?",
    "She has treated scars for years.",
    "He is needed at home.",
    "You get written instructions.",
    "You\u2019re tired afterwards.",
    "When you're done, rest.",
    "It's helped many people.",
    "It\u2019s called needling.",
    "Get started today.",
    "You get dressed again.",
    "Few people get infected.",
    "We\u2019re needed here.",
    "The clinic's trained staff helps you.",
    "The skin\u2019s enlarged pores look smaller.",
    "It isn't red.",
    "You get used to it.",
    "Get detailed answers, and printed ones.",
    "Skin is thin, and wounded skin is thinner.",
    "You are well-informed.",
    "These are treated-wood boards.",
    "We are closed on Sunday.",
    "You are covered by insurance.",
    "Your pores are clogged.",
    "The scars are raised.",
    "A mask is included, and your skin is irritated.",
    "Little time is left on that day.",
    "The pen is authorized by the FDA.",
    "Not every pen is approved by the FDA.",
    "It was cleared by the U.S. FDA.",
]
PASIVA = [
    "La piel es tratada por un médico.",
    "El aparato fue autorizado por la agencia.",
    "La zona será siempre limpiada por nosotros.",
    "La pluma es autorizada por el médico.",
]
ACTIVA = [
    "Nosotros limpiamos la piel.",
    "El efecto es rápido por lo general.",
    "Usted es atendido hoy.",
    "La piel es delicada.",
    "Ha sido por su bien.",
    "Se pone crema en la piel.",
    "La pluma fue autorizada por la FDA.",
    "Estamos cerrados el domingo.",
]


def test_passives_are_found_and_states_are_not() -> None:
    """Of 82 sentences none is told wrongly, none is missed."""
    assert [text for text in PASSIVE if not passive_voice.passive(text, "en")] == []
    assert [text for text in ACTIVE if passive_voice.passive(text, "en")] == []
    assert [text for text in PASIVA if not passive_voice.passive(text, "es")] == []
    assert [text for text in ACTIVA if passive_voice.passive(text, "es")] == []


def test_passives_are_those_that_an_editor_would_mark() -> None:
    """Over a hundred more sentences, with the verdict of a plain-language editor."""
    lines = PASSIVES.read_text(encoding="utf-8").splitlines()
    parts = [line.split(" | ", 1) for line in lines if line.startswith("en ")]
    assert len(parts) > 100
    assert 40 < sum(head == "en -" for head, _ in parts) < len(parts) - 40
    wrong = [
        text for head, text in parts if bool(passive_voice.passive(text, "en")) != (head == "en -")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("When is the cream applied?", "is the cream applied"),
        ("We wait, and is the cream washed off then?", "is the cream washed"),
    ],
)
def test_a_question_is_told_from_its_verb_on(text: str, words: str) -> None:
    """With what stands between."""
    found = passive_voice.passive(text, "en")
    assert found
    assert text[slice(*found)].endswith(words)


def test_a_passive_is_told_at_its_words(tmp_path: Path) -> None:
    """In prose; a heading may be what it likes."""
    copy = (
        "inside:\n  - heading: What is done?\n  - text: We clean. Then a cream is gently applied.\n"
    )
    (problem,) = passive_voice.check(subject_of(tmp_path, copy))
    assert problem.message == "“is gently applied” does not say who does it"
    assert problem.where
    assert (problem.where.line, problem.where.column, problem.where.length) == (5, 34, 17)


@pytest.mark.parametrize(
    ("text", "language", "message"),
    [
        ("The pen is held by the nurse.", "en", "“is held” says last who does it"),
        ("It is held in place by the nurse.", "en", "“is held” says last who does it"),
        ("It has been used by doctors.", "en", "“been used” says last who does it"),
        ("It is held by hand.", "en", "“is held” does not say who does it"),
        ("It is done by Monday.", "en", "“is done” does not say who does it"),
        ("It is cooled by adding ice.", "en", "“is cooled” does not say who does it"),
        ("La piel es tratada por él.", "es", "“es tratada por” says last who does it"),
    ],
)
def test_a_passive_that_names_who_acts_says_it_last(
    tmp_path: Path, text: str, language: str, message: str
) -> None:
    """It cannot be told that it does not say so; "by hand" names nobody."""
    found = told(passive_voice, subject_of(tmp_path, inside(text, language=language)))
    assert found == [("PLAIN004", 7, message)]


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_hints_suggest_is_no_passive(language: Language) -> None:
    """Else one finding leads to the next."""
    terms_known: tuple[terms.Term, ...] = getattr(terms.glossary(), language)
    for term in terms_known:
        for verb in ("is", "are") if language == "en" else ("es", "son"):
            assert not passive_voice.passive(f"{term.term} {verb} {term.plain}.", language)
    for claim in packaged().claims:
        for said in re.findall("“(.+?)”", claim.say):
            assert not passive_voice.passive(f"It is {said}", language)


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Do you take isotretinoin?", "isotretinoin"),
        ("Do you take isotretinoin (an acne medicine)?", None),
        ("Keloids are rare.", "Keloids"),
        ("Keloids \u2013 thick scars \u2013 are rare.", None),
        ("A scar that grows thick is called a keloid.", None),
        ("Some people get keloids: scars that grow thick.", None),
        ("It is minimally invasive.", "minimally invasive"),
        ("**Collagen** and elastin: fibers that keep skin firm and springy.", None),
        ("A keloid is a thick scar.", None),
        ("It is a strong medicine for acne, isotretinoin.", None),
        ("We clean your skin.", None),
    ],
)
def test_terms_want_an_explanation(tmp_path: Path, text: str, told_of: str | None) -> None:
    """At their first use; a dash, a colon, parentheses or its plain words explain one."""
    found = told(terms, subject_of(tmp_path, inside(text)))
    assert found == ([("PLAIN005", 7, f"“{told_of}” is nowhere explained")] if told_of else [])


APPOSED = [
    ("en", "It makes collagen, the protein that keeps skin firm.", None),
    ("en", "With new collagen, a protein of the skin, lines look softer.", None),
    ("en", "It makes collagen, a protein.", None),
    ("en", "Collagen, or fibers, makes skin firm.", None),
    ("en", "Keloids, or thick scars.", None),
    ("en", "Tell us of keloids, which are thick scars.", None),
    ("en", "Your skin makes elastin, which keeps skin springy.", None),
    ("en", "Tell us of keloids, which are rare.", "keloids"),
    ("en", "Tell us of keloids, which we can treat.", "keloids"),
    ("en", "If you have keloids, the nurse looks at them.", "keloids"),
    ("en", "Before anesthesia, a nurse calls.", "anesthesia"),
    ("en", "Tell us of keloids, a cold sore, or acne.", "keloids"),
    ("en", "Tell us of scars, keloids, or acne.", "keloids"),
    ("en", "Is it for acne, keloids, or scars?", "keloids"),
    ("en", "Collagen, and the nurse.", "Collagen"),
    ("en", "The epidermis or dermis may bleed.", "epidermis"),
    ("es", "Su piel hace colágeno, la proteína que mantiene firme la piel.", None),
    ("es", "Hace colágeno, una proteína.", None),
    ("es", "El melasma o paño puede volver.", None),
    ("es", "El melasma, o paño, puede volver.", None),
    ("es", "Díganos si tiene queloides, que son cicatrices gruesas.", None),
    ("es", "Díganos si tiene queloides, que son raros.", "queloides"),
    ("es", "El melasma o el acné pueden volver.", "melasma"),
    ("es", "Si tiene melasma o acné, díganos.", "melasma"),
    ("es", "Si tiene melasma, la doctora lo mira.", "melasma"),
    ("es", "Díganos si tiene queloides, una herida o acné.", "queloides"),
    ("es", "La dermis o epidermis.", "epidermis"),
]


@pytest.mark.parametrize(("language", "text", "told_of"), APPOSED)
def test_other_words_after_a_comma_explain(
    tmp_path: Path, language: str, text: str, told_of: str | None
) -> None:
    """No lists, and nothing that only comes next."""
    found = [
        problem.message
        for problem in terms.check(subject_of(tmp_path, inside(text, language=language)))
    ]
    assert found[:1] == ([f"“{told_of}” is nowhere explained"] if told_of else [])


def test_a_term_is_explained_once(tmp_path: Path) -> None:
    """Anywhere, but in a heading it is not even asked for."""
    copy = (
        "inside:\n  - heading: Keloids\n  - text: Tell us of keloids.\n"
        "back:\n  - text: Keloids (thick scars) can form.\n"
    )
    assert told(terms, subject_of(tmp_path, copy)) == []
    assert told(terms, subject_of(tmp_path, "inside: [heading: Keloids]\nback: [contact]\n")) == []


def test_spanish_terms_are_spanish(tmp_path: Path) -> None:
    """With their endings."""
    (problem,) = terms.check(subject_of(tmp_path, inside("¿Tiene queloides?", language="es")))
    assert problem.message == "“queloides” is nowhere explained"
    assert "una cicatriz que crece gruesa" in problem.hint
    said = "¿Tiene queloides (cicatrices gruesas)?"
    assert codes(terms, subject_of(tmp_path, inside(said, language="es"))) == []


@pytest.mark.parametrize(
    ("copy", "sums_up"),
    [
        ("cover: [{title: A}, {subtitle: It helps}]\ninside: [text: Much more]\n", True),
        ("cover: [{title: A}, {text: It helps}]\ninside: [text: Much more]\n", True),
        ("inside:\n  - heading: H\n  - text: {text: It helps, style: lead}\n", True),
        ("inside:\n  - heading: H\n  - list: [One, Two]\n", True),
        ("flap:\n  - heading: H\n  - benefits: [title: One]\ninside: [text: More]\n", True),
        ("cover: [title: A]\ninside: [{heading: H}, {text: Much}]\n", False),
        ("inside: [text: Much]\n", False),
    ],
)
def test_a_summary_stands_up_front(tmp_path: Path, copy: str, *, sums_up: bool) -> None:
    """On the cover, or as the first thing after it."""
    assert codes(summary, subject_of(tmp_path, copy)) == ([] if sums_up else ["PLAIN006"])


@pytest.mark.parametrize(
    ("back", "language", "missing"),
    [
        ("[{text: Call us.}, contact]", "en", []),
        ("[contact]", "en", ["PLAIN007"]),
        ("[text: Call us.]", "en", ["PLAIN008"]),
        ("[text: Come in today.]", "en", ["PLAIN008"]),
        ("[qr: {caption: Scan to book a time}]", "en", []),
        ("[text: 'Learn more at [our site](www.example.com)']", "en", []),
        ("[text: We are here.]", "en", ["PLAIN007", "PLAIN008"]),
        ("[{text: Llámenos.}, contact]", "es", []),
        ("[{text: Pida una cita.}, contact]", "es", []),
        ("[{text: Aquí estamos.}, contact]", "es", ["PLAIN007"]),
        ("[{text: Make your appointment today.}, contact]", "en", []),
        ("[{text: Haga su cita.}, contact]", "es", []),
        ("[{text: We call it microneedling.}, contact]", "en", ["PLAIN007"]),
        ("[{text: Some call it needling.}, contact]", "en", ["PLAIN007"]),
        ("[{text: We will call you.}, contact]", "en", ["PLAIN007"]),
        ("[{text: Do not call us.}, contact]", "en", ["PLAIN007"]),
        ("[{text: Don\u2019t call or write.}, contact]", "en", ["PLAIN007"]),
        ("[{text: Do not hesitate to call us.}, contact]", "en", []),
        ("[{text: Why not call us?}, contact]", "en", []),
        ("[{text: We look forward to it. Call us.}, contact]", "en", []),
        ("[{text: Lo llamamos microagujas.}, contact]", "es", ["PLAIN007"]),
        ("[{text: Se llama microagujas.}, contact]", "es", ["PLAIN007"]),
        ("[{text: No nos llame.}, contact]", "es", ["PLAIN007"]),
        ("[{text: No dude en llamarnos.}, contact]", "es", []),
        ("[text: Call us at (512) 472-1234.]", "en", []),
        ("[text: Call us at 210-879-4809.]", "en", []),
        ("[text: Write to hello@example.org.]", "en", []),
        ("[text: Learn more at www.example.com.]", "en", []),
        ("[text: Llámenos al (512) 472-1234.]", "es", []),
        ("[text: 'Ask us about 21 CFR 878.4430, of 2024-10-15.']", "en", ["PLAIN008"]),
        ("[text: Call 911 in an emergency.]", "en", ["PLAIN008"]),
    ],
)
def test_the_back_invites(tmp_path: Path, back: str, language: str, missing: list[str]) -> None:
    """A verb, and a way."""
    copy = f"language: {language}\nback: {back}\n"
    assert codes(call_to_action, subject_of(tmp_path, copy)) == missing


@pytest.mark.parametrize(("text", "missing"), [("1 Main St", []), ("2 Side St", ["PLAIN008"])])
def test_where_the_clinic_is_is_a_way_to_reach_it(
    tmp_path: Path, text: str, missing: list[str]
) -> None:
    """But no other house."""
    subject = subject_of(tmp_path, f"back: [text: 'Visit us at {text}, Austin.']\n")
    clinic = replace(subject.brochure.clinic, address=("1 Main St", "Austin"))
    subject = replace(subject, brochure=replace(subject.brochure, clinic=clinic))
    assert codes(call_to_action, subject) == missing


def test_without_a_back_the_last_panel_invites(tmp_path: Path) -> None:
    """Whatever has copy last."""
    assert codes(call_to_action, subject_of(tmp_path, "inside: [text: Much]\n")) == [
        *("PLAIN007", "PLAIN008")
    ]


BENEFITS = """\
inside:
  - benefits:
      - {title: Softer lines, text: Lines may look softer in time}
"""


@pytest.mark.parametrize(
    ("rest", "problem"),
    [
        ("", "nothing on risks stands beside 8 words on benefits"),
        ("  - heading: The days after\n  - text: Your skin is pink for a day or two.\n", "nothing"),
        ("  - heading: Risks\n  - text: There are some.\n", "3 words on risks stand beside 8"),
        ("  - heading: Know the risks\n  - text: Redness or swelling.\n", "3 words"),
        ("  - heading: Side effects\n  - text: Redness and swelling can happen.\n", None),
        ("  - heading: Riesgos\n  - text: Puede haber enrojecimiento o hinchazón.\n", None),
        ("  - callout: {title: Risks, text: Redness and swelling can come.}\n", None),
        ("  - callout: {title: Riesgos, text: Puede haber enrojecimiento o hinchazón.}\n", None),
        ("  - callout: {title: Hours, text: We open at nine on Monday.}\n", "nothing"),
        ("  - heading: What to watch for\n  - text: Redness, swelling or fever.\n", None),
        (
            "  - heading: Before you visit\n  - text: Park behind the house, by the tree.\n",
            "nothing",
        ),
        ("  - heading: Before you visit\n  - text: Tell us if you bleed easily.\n", None),
        ("  - heading: Antes de venir\n  - text: Díganos si toma medicinas.\n", None),
        ("  - heading: Antes de venir\n  - text: Estacione detrás de la casa.\n", "nothing"),
    ],
)
def test_benefits_want_their_risks(tmp_path: Path, rest: str, problem: str | None) -> None:
    """Half as many words, under a heading that says so."""
    language = "language: es\n" if "Riesgos" in rest or "Antes" in rest else ""
    found = told(risks, subject_of(tmp_path, language + BENEFITS + rest))
    if problem is None:
        assert found == []
    else:
        ((code, line, message),) = found
        assert (code, line) == ("PLAIN009", 5 if language else 4)
        assert message.startswith(problem)


@pytest.mark.parametrize(
    ("copy", "is_told"),
    [
        ("  - heading: Benefits\n  - list: [softer lines, smaller pores]\n", True),
        ("  - heading: Beneficios\n  - text: Las líneas se ven más suaves.\n", True),
        ("  - callout: {title: Benefits, text: Lines may look softer.}\n", True),
        ("  - heading: Insurance benefits\n  - text: Ask us what your plan pays for.\n", False),
        ("  - heading: Benefits and risks\n  - text: Softer lines; but redness, too.\n", False),
        ("  - heading: Hours\n  - list: [Monday, Tuesday]\n", False),
    ],
)
def test_benefits_are_known_by_their_heading_too(
    tmp_path: Path, copy: str, *, is_told: bool
) -> None:
    """In a list, a text or a box; what an insurer pays is another thing."""
    language = "language: es\n" if "Beneficios" in copy else ""
    found = codes(risks, subject_of(tmp_path, f"{language}inside:\n{copy}"))
    assert found == (["PLAIN009"] if is_told else [])


def test_without_benefits_no_risks_are_asked_for(tmp_path: Path) -> None:
    """A leaflet on how to find us has none."""
    assert codes(risks, subject_of(tmp_path, "back: [contact]\n")) == []
