"""The same conversation as a plain form, for a browser without JavaScript."""

from __future__ import annotations

import re

from tests.stack import Stack


def _session(page: str) -> str:
    found = re.search(r'name="session"[^>]* value="([^"]*)"', page)
    assert found
    return found.group(1)


def test_the_page_shows_help_before_anything_is_asked(stack: Stack) -> None:
    page = stack.client.get("/").text
    assert 'href="tel:999"' in page
    assert "0800 1111" in page
    assert _session(page) == ""


def test_a_question_is_answered_with_a_page_and_its_choices_work(stack: Stack) -> None:
    page = stack.client.post("/ask", data={"message": "im 13 and my dad hurts me"})
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "Childline" in page.text.split('id="help"')[0]
    session = _session(page.text)
    assert len(session) >= 22
    choice = re.search(r'name="button" value="([^"]+)"', page.text)
    assert choice
    next_page = stack.client.post("/ask", data={"session": session, "message": "", "button": choice.group(1)})
    assert _session(next_page.text) == session
    assert "999" in next_page.text.split('id="help"')[0]


def test_the_session_never_stands_in_an_address(stack: Stack) -> None:
    page = stack.client.post("/ask", data={"message": "hello"}).text
    session = _session(page)
    assert not re.search(rf'(?:href|src|action)="[^"]*{re.escape(session)}', page)


def test_what_was_typed_is_shown_as_text_and_kept_where_it_was_too_long(stack: Stack) -> None:
    typed = "<script>alert(1)</script>" + "a" * 5_000
    page = stack.client.post("/ask", data={"message": typed})
    assert page.status_code == 413
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    assert "0800 1111" in page.text


def test_a_long_story_typed_in_lines_is_not_too_long(stack: Stack) -> None:
    story = "\r\n".join(["it happened again"] * 270)
    assert len(story.replace("\r\n", "\n")) < 5_000 < len(story)
    assert stack.client.post("/ask", data={"message": story}).status_code == 200


def test_nonsense_gets_a_page_with_help(stack: Stack) -> None:
    for content in (b"", b"\xff\xfe&&&===", b"message", b"a" * 200_000, b"button=no_such"):
        page = stack.client.post("/ask", content=content, headers={"Content-Type": "application/x-www-form-urlencoded"})
        assert page.headers["content-type"].startswith("text/html")
        assert "0800 1111" in page.text
        assert page.status_code in (200, 400, 413)
