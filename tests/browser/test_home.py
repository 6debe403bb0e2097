"""The home page, as a person uses it: real Chromium, real processes, the trained model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stack import Stack

LONG = 15_000
"""Milliseconds to wait for an answer on a busy machine."""


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="What is wrong?").fill(words)
    page.get_by_role("button", name="Send").click()


def test_danger_is_answered_with_a_999_that_can_be_tapped(page: Page) -> None:
    write(page, "he is hitting my sister right now")
    expect(page.get_by_role("link", name=re.compile("999")).last).to_be_visible(timeout=LONG)


def test_a_child_is_shown_childline(page: Page) -> None:
    write(page, "im 13 and dont feel safe at home")
    expect(page.get_by_role("heading", name="Childline")).to_be_visible(timeout=LONG)


def test_a_parent_is_shown_the_nspcc_pages(page: Page) -> None:
    write(page, "how do i set up my sons phone")
    expect(page.get_by_role("heading", name=re.compile("NSPCC online safety"))).to_be_visible(timeout=LONG)


def test_exit_leaves_nothing_behind(page: Page) -> None:
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather"))
    write(page, "my dad hits me")
    expect(page.get_by_role("heading", name="Childline")).to_be_visible(timeout=LONG)
    page.locator("signpost-chat").get_by_role("link", name="Exit now").last.click()
    page.wait_for_url("https://www.bbc.co.uk/weather", timeout=LONG)
    assert page.context.cookies() == []


def test_nothing_is_stored_and_nobody_else_is_asked(browser: Browser, stack: Stack) -> None:
    context = browser.new_context(base_url=stack.url)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    write(page, "i feel alone")
    page.get_by_role("heading", level=3).first.wait_for(timeout=LONG)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.length]") == [0, 0, "", 2]
    assert all(url.startswith((stack.url, "data:")) for url in asked)
    context.close()


def test_the_page_complains_of_nothing(browser: Browser, stack: Stack) -> None:
    """No script error and no breach of the Content Security Policy, here and where the lines for a site are made."""
    for path in ("/", "/embed/"):
        page = browser.new_page(base_url=stack.url)
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.goto(path, wait_until="networkidle")
        assert said == []
        page.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_it_fits_every_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_same_words_get_the_same_help(browser: Browser, stack: Stack) -> None:
    page = browser.new_context(base_url=stack.url, java_script_enabled=False).new_page()
    page.goto("/")
    expect(page.get_by_role("link", name=re.compile("0800 1111")).first).to_be_visible()
    write(page, "my stepdad hits me im 12")
    expect(page.get_by_role("heading", name="Childline")).to_be_visible(timeout=LONG)
    page.get_by_role("button", name="Is it private?").click()
    expect(page.get_by_role("link", name=re.compile("0800 1111")).first).to_be_visible(timeout=LONG)
    page.context.close()


def test_while_the_gateway_is_away_the_page_keeps_showing_help(browser: Browser, tmp_path: Path) -> None:
    stack = Stack(tmp_path).start(wait_for="/live")
    try:
        page = browser.new_page(base_url=stack.url)
        page.goto("/")
        stack.stop()
        write(page, "my dad hits me")
        expect(page.get_by_role("heading", name="Childline")).to_be_visible(timeout=LONG)
        expect(page.get_by_role("textbox", name="What is wrong?")).to_have_value("my dad hits me")
    finally:
        page.close()
