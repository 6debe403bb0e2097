"""Somebody who writes in another language gets plain help, and a cry for help in it is heard."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from functools import cache
from pathlib import Path

import pytest
import yaml

from signpost import languages
from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.follow_up import Reply
from signpost.text import plain

HELD_OUT = Path(__file__).resolve().parents[1] / "evaluation" / "heldout"
ELEVEN = {"cy", "pl", "ro", "lt", "pt", "ur", "bn", "uk", "ar", "fr", "es"}


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("cy", "Dw i'n poeni am fy mrawd bach"),
        ("cy", "mae dad yn gas i mi bob nos"),
        ("pl", "Boję się wracać do domu ze szkoły"),
        ("pl", "moja siostra placze i nie wiem co robic"),
        ("ro", "Unchiul meu mă sperie foarte tare"),
        ("ro", "nu vreau sa merg acasa la tatal meu"),
        ("lt", "Bijau savo patėvio, nežinau ką daryti"),
        ("lt", "mano mama visada rekia ant manes"),
        ("pt", "O meu pai bebe muito e grita comigo"),
        ("pt", "nao sei com quem falar sobre isto"),
        ("ur", "مجھے اپنے بھائی سے ڈر لگتا ہے"),
        ("ur", "mere walid mujhe roz marte hain"),
        ("bn", "আমি বাড়িতে নিরাপদ নই"),
        ("bn", "amar baba amake khub mare, ki korbo"),
        ("uk", "Я боюся свого вітчима"),
        ("uk", "mene byut vdoma, ya ne znayu shcho robyty"),
        ("ar", "أبي يضربني كل يوم"),
        ("ar", "ana khayef min baba, mish 3ayez arga3 beit"),
        ("fr", "mon oncle me fait peur"),
        ("fr", "jai peur de mon pere, il crie toujours"),
        ("es", "mi padrastro me da miedo"),
        ("es", "no quiero volver a mi casa por favor"),
    ],
)
def test_a_message_in_another_language_is_noticed(code: str, message: str) -> None:
    assert languages.of(message) == code


@pytest.mark.parametrize("message", ["我很害怕回家", "Φοβάμαι", "Я живу в этом городе", "אני מפחדת"])
def test_a_language_that_is_none_of_ours_is_noticed_too(message: str) -> None:
    assert languages.of(message) == languages.OTHER


@cache
def english() -> list[str]:
    """All held-out messages but those of people whose first language is another, and three in Welsh."""
    files = [file for file in HELD_OUT.glob("*.yml") if file.stem != "second_language"]
    texts = [case["text"] for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [text for text in texts if not re.search(r"Cymraeg|iawn|Bore da", text)]


def test_no_english_message_is_taken_for_another_language() -> None:
    assert [message for message in english() if languages.of(message) not in (None, languages.ENGLISH)] == []


def test_no_english_message_is_a_cry_for_help_in_another_language() -> None:
    assert [message for message in english() if languages.cry_for_help(message)] == []


@pytest.mark.parametrize("code", sorted(ELEVEN))
def test_every_cry_for_help_is_heard_in_the_middle_of_a_message(code: str) -> None:
    for cry in languages.load()[code].cries:
        assert languages.cry_for_help(cry) and languages.cry_for_help(f"... {cry}, {cry}!"), cry


@pytest.mark.parametrize("word", ["hello", "the help", "pomp", "ajutorul meu", "soco", "aux"])
def test_a_part_of_a_cry_is_none(word: str) -> None:
    assert not languages.cry_for_help(word)


def test_there_are_lines_and_cries_for_the_eleven_languages() -> None:
    assert set(languages.load()) == ELEVEN | {languages.ENGLISH}
    assert all(languages.load()[code].cries for code in ELEVEN)
    assert all(cry == " ".join(cry.split()) and plain(cry) == cry for code in ELEVEN for cry in languages.load()[code].cries)


@pytest.mark.parametrize("code", [*sorted(ELEVEN), languages.OTHER])
def test_the_answer_carries_999_childline_and_the_nspcc_in_words_and_cards(code: str) -> None:
    signpost, knowledge = Signpost.load(), Knowledge(speaks=code)
    message = signpost.message(Reply("access_needs", about="language"), knowledge, datetime.now(timezone.utc))
    assert all(number in message["text"] for number in ("999", "0800 1111"))
    assert "NSPCC" in message["text"]
    assert {"emergency-999", "childline", "nspcc-helpline"} <= {card["id"] for card in message["cards"]}


@pytest.mark.parametrize("code", sorted(ELEVEN))
def test_a_line_that_nobody_has_reviewed_is_not_shown(code: str) -> None:
    text, shown = languages.line(code)
    reviewed = languages.load()[code].reviewed
    assert shown == (code if reviewed else languages.ENGLISH)
    assert (text == languages.load()[code].line) is reviewed


@pytest.mark.parametrize("code", sorted(ELEVEN))
def test_every_line_names_999_childline_and_the_nspcc_so_that_it_is_ready_to_be_reviewed(code: str) -> None:
    assert all(f"[[{contact}]]" in languages.load()[code].line for contact in ("emergency-999", "childline", "nspcc-helpline"))


def test_a_reviewed_line_is_shown_in_its_language(tmp_path: Path) -> None:
    folder = tmp_path / "pl"
    folder.mkdir()
    source = (languages.DEFAULT_PATH / "pl" / "language.yml").read_text(encoding="utf-8")
    (folder / "language.yml").write_text(source.replace("reviewed_by: null", "reviewed_by: a speaker, 2027"), encoding="utf-8")
    assert languages.load(tmp_path)["pl"].reviewed


def test_a_language_without_its_line_is_refused_with_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "language.yml").write_text("name: X\nscript: latin\nwords: a b\nreviewed_by: null\n", encoding="utf-8")
    with pytest.raises(languages.LanguageError, match=r"xx.language\.yml: needs line"):
        languages.load(tmp_path)


def test_a_conversation_goes_on_in_english_when_the_person_does() -> None:
    directory = Signpost.load().directory
    polish = Knowledge().hear("moj ojczym mnie bije i boje sie", directory)
    assert polish.speaks == "pl"
    assert polish.hear("ok", directory).speaks == "pl"
    assert polish.hear("sorry, my mum is from there and she does not know", directory).speaks is None
