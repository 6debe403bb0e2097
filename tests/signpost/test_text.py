"""One plain form, whatever the keyboard did."""

from __future__ import annotations

import pytest

from signpost.text import has_words, plain, squashed


@pytest.mark.parametrize(
    "typed",
    [
        "HELP ME",
        "h e l p  m e",
        "h.e.l.p  m.e",
        "heeeeelp meeee",
        "h3lp me",
        "hеlр mе",  # Cyrillic letters
        "he\u200blp\u00ad m\u2060e",
        "\u202ehelp me\u202c",
        "ｈｅｌｐ　ｍｅ",
        "ʜᴇʟᴘ ᴍᴇ",
        "help\x00me",
        "h\u0301e\u0301l\u0301p\u0301 me",
    ],
)
def test_a_cry_reads_the_same_however_it_is_typed(typed: str) -> None:
    assert plain(typed) == "help me"


def test_text_in_another_script_stays_in_it() -> None:
    assert plain("Він мене б'є") == "він мене б'є"
    assert plain("ساعدوني") == "ساعدوني"
    assert plain("আমাকে বাঁচান") == "আমাকে বাঁচান"


def test_numbers_that_are_numbers_stay_numbers() -> None:
    assert plain("year 8, i'm 13, 2 years ago") == "year 8, i'm 13, 2 years ago"


def test_an_emoji_alone_is_no_word() -> None:
    assert not has_words("😭😭")
    assert not has_words(" …?! ")
    assert has_words("😭 ok")


def test_squashed_keeps_letters_and_digits_alone() -> None:
    assert squashed("he's here, 999!") == "heshere999"
