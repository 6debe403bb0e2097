"""A question of fact gets the statement that answers it, with its source, or an honest "I do not know"."""

from __future__ import annotations

import pytest

from signpost.answer import Signpost
from signpost.conversation import Knowledge
from signpost.facts import answering

SIGNPOST = Signpost.load()
CHILDLINE, NSPCC = ("emergency-999", "childline"), ("emergency-999", "nspcc-helpline", "council-finder-govuk")

#: question, topic as understood, contacts just shown, the facts that answer it
QUESTIONS: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = [
    ("how many child sex offences were recorded in Cambridgeshire", "figures", (), ("cambridgeshire-child-sexual-offences",)),
    ("how many sexual offences against children in cambs", "figures", (), ("cambridgeshire-child-sexual-offences",)),
    ("child sexual offences cambridgeshire police figures", "figures", (), ("cambridgeshire-child-sexual-offences",)),
    ("did grooming go up in cambs", "figures", (), ("cambridgeshire-grooming-offences",)),
    ("how many grooming offences in Cambridgeshire", "figures", (), ("cambridgeshire-grooming-offences",)),
    ("grooming numbers for cambridgeshire please", "figures", (), ("cambridgeshire-grooming-offences",)),
    ("grooming offences in the east of england", "figures", (), ("east-of-england-grooming-offences",)),
    ("is grooming rising in the eastern region", "figures", (), ("east-of-england-grooming-offences",)),
    ("how many were babies", "figures", (), ("cambridgeshire-offences-babies",)),
    ("offences against babies in cambridgeshire", "figures", (), ("cambridgeshire-offences-babies",)),
    ("how many were toddlers", "figures", (), ("cambridgeshire-offences-four-and-under",)),
    ("how many victims of primary school age", "figures", (), ("cambridgeshire-offences-ten-and-under",)),
    ("why did grooming go up, is it social media", "figures", (), ("grooming-offences-reasons",)),
    ("what are the reasons for the rise in child sexual offences", "figures", (), ("cambridgeshire-offences-reasons",)),
    ("what is the true number of abused children", "figures", (), ("true-number-unknown",)),
    ("how much abuse is never reported", "figures", (), ("true-number-unknown",)),
    ("what did the detective inspector say", "figures", (), ("cambridgeshire-police-statement-2017",)),
    ("what did peter wanless say", "figures", (), ("nspcc-statement-support-2017",)),
    ("what counts as a grooming offence in the statistics", "figures", (), ("grooming-offences-what-counted",)),
    ("does 101 cost money", "what_happens", (), ("police-101-cost",)),
    ("is it free to ring 101", "what_happens", (), ("police-101-cost",)),
    ("how much is a call to the police on 101", "what_happens", (), ("police-101-cost",)),
    ("can i ring 999 with no credit", "what_happens", (), ("emergency-999-cost",)),
    ("what happens if i ring 101", "what_happens", (), ("ring-police-101",)),
    ("what happens if i ring the nspcc", "what_happens", (), ("ring-nspcc-helpline",)),
    ("who answers at the nspcc", "what_happens", (), ("ring-nspcc-helpline",)),
    ("what happens when i call childline", "what_happens", (), ("ring-childline",)),
    ("what happens if i ring", "what_happens", CHILDLINE, ("ring-childline",)),
    ("what happens if i ring", "what_happens", NSPCC, ("ring-nspcc-helpline",)),
    ("What happens if I call?", "what_happens", CHILDLINE, ("ring-childline",)),
    ("who answers the phone", "what_happens", CHILDLINE, ("ring-childline",)),
    ("what do they ask when you ring 999", "what_happens", (), ("ring-emergency-999",)),
    ("is there a long wait for childline", "what_happens", (), ("childline-waiting",)),
    ("how long will i be on hold", "what_happens", CHILDLINE, ("childline-waiting",)),
    ("when is the nspcc helpline open", "what_happens", (), ("nspcc-helpline-hours",)),
    ("is the nspcc shut at the weekend", "what_happens", (), ("nspcc-helpline-hours",)),
    ("can i email the nspcc", "what_happens", (), ("nspcc-helpline-by-email",)),
    ("can i chat to childline online", "what_happens", (), ("childline-online",)),
    ("will they take the kids away", "what_happens", NSPCC, ("council-will-they-take-the-children",)),
    ("could social services take my children into care", "what_happens", (), ("council-will-they-take-the-children",)),
    ("do i need proof", "what_happens", NSPCC, ("do-i-need-proof",)),
    ("i have no evidence, what if i am wrong", "what_happens", NSPCC, ("do-i-need-proof",)),
    ("what happens after i tell the council", "what_happens", (), ("tell-the-council", "council-what-you-hear-back")),
    ("will i hear back from social services", "what_happens", (), ("council-what-you-hear-back",)),
    ("do i have to wait 24 hours if my son is missing", "what_happens", (), ("missing-child-no-waiting",)),
    ("how do i call 999 if i cant talk, is it 55", "what_happens", (), ("emergency-999-silent-mobile",)),
    ("does 55 work on a landline", "what_happens", (), ("emergency-999-silent-landline",)),
    ("how do i register to text 999", "what_happens", (), ("emergency-999-by-text",)),
    ("what does report remove do", "what_happens", (), ("report-remove-what-happens",)),
    ("will childline tell my mum", "privacy", (), ("childline-confidentiality",)),
    ("will they tell my parents", "privacy", CHILDLINE, ("childline-confidentiality",)),
    ("is childline confidential", "privacy", (), ("childline-confidentiality",)),
    ("when would childline tell the police", "privacy", (), ("childline-limits", "childline-confidentiality")),
    ("is it on the phone bill", "privacy", CHILDLINE, ("childline-phone-bill",)),
    ("does it show up on the bill", "what_happens", CHILDLINE, ("childline-phone-bill",)),
    ("is it free", "what_happens", CHILDLINE, ("childline-phone-bill",)),
    ("do i have to give childline my real name", "privacy", (), ("childline-real-name",)),
    ("can childline trace my phone", "privacy", (), ("childline-tracing",)),
    ("do i have to give my name to report", "privacy", NSPCC, ("do-i-have-to-give-my-name",)),
    ("will the neighbours know it was me", "privacy", NSPCC, ("do-i-have-to-give-my-name",)),
    ("is crimestoppers really anonymous", "privacy", (), ("crimestoppers-anonymous",)),
    ("can i report to ceop anonymously", "privacy", (), ("ceop-not-anonymous",)),
    ("is stop it now confidential", "privacy", (), ("stop-it-now-confidentiality",)),
    ("is it illegal for a man to send my daughter sexual messages", "law", (), ("law-sexual-communication-with-a-child",)),
    ("how long do you go to prison for sexual communication with a child", "law", (), ("law-sexual-communication-sentence",)),
    ("is it too late to report after 30 years, is there a time limit", "law", (), ("law-no-time-limit",)),
    ("do teachers have to report by law", "law", (), ("law-duty-to-report",)),
    ("is it illegal to meet up with a child after grooming", "law", (), ("law-meeting-after-grooming", "law-meeting-after-grooming-how-often")),
    ("is the law the same in scotland", "law", (), ("law-scotland-northern-ireland",)),
    ("when did the grooming law start", "law", (), ("law-sexual-communication-since-when", "flaw-in-the-law-campaign")),
    ("what is grooming", "signs_of_abuse", (), ("what-is-grooming",)),
    ("what are the signs of grooming", "signs_of_abuse", (), ("signs-of-grooming",)),
    ("what are the four types of abuse", "signs_of_abuse", (), ("kinds-of-abuse",)),
    ("what should i say if a child tells me something", "signs_of_abuse", (), ("if-a-child-tells-do", "if-a-child-tells-do-not")),
    ("what do groomers do", "signs_of_abuse", (), ("what-groomers-do",)),
    ("how do i know if a child is being abused", "signs_of_abuse", (), ("signs-common",)),
]  # fmt: skip

UNANSWERED = [
    ("how many children are abused in Yorkshire", "figures"),
    ("how many offences in london last year", "figures"),
    ("what percentage of teachers are arrested", "figures"),
    ("is it legal to smack a child in wales", "law"),
    ("what is the age of consent", "law"),
]


@pytest.mark.parametrize(("question", "topic", "shown", "answers"), QUESTIONS, ids=[question[0] for question in QUESTIONS])
def test_a_question_gets_the_statement_that_answers_it(question: str, topic: str, shown: tuple[str, ...], answers: tuple[str, ...]) -> None:
    fact = answering(question, topic, SIGNPOST.facts, shown)
    assert fact is not None and fact.id in answers


@pytest.mark.parametrize(("question", "topic"), UNANSWERED)
def test_a_question_that_no_statement_answers_is_not_answered_by_another(question: str, topic: str) -> None:
    fact = answering(question, topic, SIGNPOST.facts)
    assert fact is None, fact.statement


def test_the_figures_of_cambridgeshire_are_given_with_their_source() -> None:
    text = SIGNPOST.text("figures", Knowledge(), "how many child sex offences were recorded in Cambridgeshire")
    assert "746" in text and "608" in text and "NSPCC" in text


def test_the_rise_in_grooming_is_given_in_counts_and_never_as_a_percentage() -> None:
    text = SIGNPOST.text("figures", Knowledge(), "did grooming go up in cambs")
    assert " 6 " in text and "26" in text and "%" not in text and "per cent" not in text


def test_nothing_repeats_the_four_hundred_per_cent() -> None:
    assert not [fact.id for fact in SIGNPOST.facts if "400" in fact.statement]
