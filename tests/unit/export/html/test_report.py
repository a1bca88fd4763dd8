"""The report as HTML: whole, private, true to what was written, and nothing in it but what was asked for."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date, datetime
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import demo
from support.lives import LIFE, SAFE
from support.person import ZONE, Person

from exback.export.formats import FORMATS
from exback.export.html.elements import ALONE, Markup, element, joined
from exback.export.html.initials import shortener
from exback.export.options import PARTS, Options
from exback.model.boundaries import BOUNDARIES
from exback.model.items import KINDS, Kind, Text
from exback.model.prose import visible
from exback.model.run import Earlier, Run, Value, changed
from exback.store import Progress

PROGRAM, NOW = demo.program(), demo.NOW
NASTY = '</p><script>alert(1)</script><img src=x onerror="alert(1)"> &lt;b&gt; \x1b[31m \u202e "quotes" \'single\''


class Page(HTMLParser):
    """A page as a browser takes it apart: its elements, their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that it is open."""
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Expect what was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text, with the element that it stands in."""
        self.texts.append((self.open[-1] if self.open else "", data))

    @property
    def text(self) -> str:
        """All that is read."""
        return " ".join(data for tag, data in self.texts if tag != "style")

    def values(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


def report(*runs: Run, now: datetime = NOW, **options: object) -> str:
    """The report of somebody with these runs."""
    journey = PROGRAM.journey(runs, now)
    return FORMATS["html"].render(PROGRAM, journey, Progress(runs=list(runs)), Options(**options))  # type: ignore[arg-type]  # as named


def letter(words: str, **fields: object) -> Run:
    """A letter that was kept."""
    answers: dict[str, Value] = {"letter": words, "fate": "keep"}
    run = Run(id="l", step="letter", started=NOW, finished=NOW, start_number=900, finish_number=901, answers=answers)
    return changed(run, **fields)


@pytest.fixture(scope="module")
def whole() -> Page:
    """The report of ten weeks."""
    return Page(report(*demo.runs()))


class TestWhole:
    """One file, and nothing else."""

    def test_no_address_of_anything(self, whole: Page) -> None:
        """No script, no picture, no font, no form, and no link but to places in the page itself."""
        assert not set(whole.tags) & {
            "script",
            "img",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "audio",
            "video",
            "base",
        }
        assert all(value.startswith("#") for value in whole.values("href"))
        assert not [
            name for _, name, _ in whole.attributes if name.startswith("on") or name in ("src", "srcset", "style")
        ]
        assert not re.search(r"url\(|@import|https?:", report(*demo.runs()))

    def test_the_policy_allows_its_own_style_and_nothing_more(self, whole: Page) -> None:
        """A browser that heeds it fetches nothing, whatever stands in the words."""
        (style,) = [data for tag, data in whole.texts if tag == "style"]
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        policy = next(value for value in whole.values("content") if "default-src" in value)
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"

    def test_landmarks_and_headings(self, whole: Page) -> None:
        """Header, navigation, main part and footer; headings that never leave out a level; a language."""
        assert [whole.tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
        levels = [int(tag[1]) for tag in whole.tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(later <= before + 1 for before, later in pairwise(levels))
        assert ("html", "lang", "en") in whole.attributes

    def test_every_link_leads_somewhere_and_every_id_is_its_own(self, whole: Page) -> None:
        """Also those by which a drawing is described."""
        ids = whole.values("id")
        assert len(ids) == len(set(ids))
        assert {value[1:] for value in whole.values("href")} <= set(ids)
        assert {one for name in ("aria-labelledby", "aria-describedby") for one in whole.values(name)} <= set(ids)

    def test_every_drawing_has_a_title_its_sentence_and_its_numbers(self, whole: Page) -> None:
        """So that nobody has to see it."""
        drawn = whole.tags.count("svg")
        assert drawn > 10
        assert [whole.tags.count(tag) for tag in ("desc", "details", "table")] == [drawn] * 3
        assert whole.values("role").count("img") == drawn

    def test_everything_that_was_written_is_in_it(self, whole: Page) -> None:
        """Every text of every run, but what is put by."""
        texts = {(step.id, item.id) for step in PROGRAM.steps() for item in step.items if isinstance(item, Text)}
        written = [
            (words, item == "letter" and str(run.answers.get("until", "")) > "2026-05-14")
            for run in demo.runs()
            for item, words in run.answers.items()
            if (run.step, item) in texts and isinstance(words, str)
        ]
        assert len(written) > 150
        assert [words for words, put_by in written if (words in whole.text) == put_by] == []
        assert sum(put_by for _, put_by in written) == 1

    def test_nothing_yet(self) -> None:
        """A report of nothing says so."""
        page = Page(report())
        assert "There's nothing here." in page.text
        assert "svg" not in page.tags

    def test_oldest_first(self) -> None:
        """It is read as a story."""
        page = Page(report(*demo.runs()))
        assert page.text.index("made coffee for two") < page.text.index("herbs on the window sill now")
        months = [data for tag, data in page.texts if tag == "h3" and data.endswith("2026")]
        assert months == ["March 2026", "April 2026", "May 2026"]


class TestWords:
    """What somebody typed is words, whatever it looks like."""

    @given(st.text(max_size=80))
    @example(NASTY)
    @example("\r\n\t ")
    @example("]]> <!-- </style> &amp; &#60;")
    @settings(max_examples=60)
    def test_any_words_come_back_as_they_were(self, words: str) -> None:
        """Read by a parser, the text is the one that was written, control marks shown by their numbers."""
        page, other = Page(report(letter(words))), Page(report(letter("another letter")))
        if words:
            assert page.tags == other.tags
            said, besides = (
                [data for tag, data in one.texts if tag == "p"].count(visible(words)) for one in (page, other)
            )
            assert said == besides + 1  # the words may be those of a question, too

    def test_what_looks_like_html_is_none(self) -> None:
        """No element, no attribute and no control character comes out of it, in words, question or title."""
        text = report(
            letter(NASTY), Run(id="s", step="risky-moments", started=NOW, answers={"moment-1": NASTY, "plan-1": "x"})
        )
        page = Page(text)
        assert page.tags.count("blockquote") == 3
        assert "script" not in page.tags
        assert "img" not in page.tags
        assert not {"\x1b", "\u202e"} & set(text)
        assert "<script>alert(1)</script>" in page.text

    def test_each_text_has_its_own_direction(self) -> None:
        """Hebrew and Arabic run from the right, on their own lines."""
        page = Page(report(letter("שלום עליכם")))
        assert page.values("dir").count("auto") == 2
        assert "שלום עליכם" in page.text

    def test_lines_and_paragraphs_stay(self) -> None:
        """A letter looks like one."""
        assert "Dear R.,\n\nit rains.\n  M." in Page(report(letter("Dear R.,\n\nit rains.\n  M."))).text


class TestWithheld:
    """The same as everywhere: what stays closed is not in it."""

    def test_words_that_are_put_by(self) -> None:
        """Only their day."""
        sealed = letter("Not yet.", answers={"letter": "Not yet.", "fate": "seal", "until": "2026-08-01"})
        text = report(sealed)
        assert "Not yet." not in text
        assert "Sealed until Saturday 1 August 2026." in text

    @pytest.mark.parametrize("boundary", [boundary.id for boundary in BOUNDARIES])
    @pytest.mark.parametrize("since", [None, date(2026, 5, 14)])
    def test_a_way_to_them_while_a_boundary_holds(self, boundary: str, since: date | None) -> None:
        """Not even if the day from which the report begins leaves out the answer that closed it."""
        invitation = letter("", step="one-invitation", answers={"draft": "Come back to me."})
        yes = Run(
            id="y",
            step="your-story",
            started=datetime(2026, 4, 1, tzinfo=ZONE),
            answers={boundary: True},
            start_number=1,
        )
        noes = changed(yes, id="n", finished=yes.started, answers={question.id: False for question in BOUNDARIES})
        assert "Come back" in report(noes, invitation, since=since)
        unasked = report(invitation, since=since)
        assert "Come back" not in unasked
        assert "To see it, answer the four questions about safety: exback step your-story" in unasked
        text = report(noes, yes, invitation, since=since)
        assert "Come back" not in text
        assert "What you wrote about reaching out to them is saved, but exback" in text
        assert "Re-attraction" not in text

    @pytest.mark.parametrize("boundary", [boundary.id for boundary in BOUNDARIES])
    def test_what_contact_was_while_a_boundary_holds(self, boundary: str) -> None:
        """Nor here does the day from which the report begins leave it out."""
        moment = datetime(2026, 5, 20, 9, tzinfo=ZONE)
        contact = Run(id="c", step="contact", started=moment, finished=moment, answers={"kind": "i-wrote"})
        yes = Run(id="y", step="your-story", started=datetime(2026, 4, 1, tzinfo=ZONE), answers={boundary: True})
        assert "What kind of contact it was" in report(contact, since=date(2026, 5, 14))
        assert "What kind of contact it was" not in report(yes, contact, since=date(2026, 5, 14))


class TestChoosing:
    """What is left out is left out."""

    def test_the_parts_that_there_are(self) -> None:
        """The command names exactly those that the report knows; numbers are in its figures."""
        assert set(PARTS) == {"figures", *(f"{kind}s" for kind in KINDS if kind != Kind.NUMBER)}

    @pytest.mark.parametrize(
        ("part", "gone", "stays"),
        [
            ("letters", "dear R.,", "made coffee for two"),
            ("notes", "made coffee for two", "dear R.,"),
            ("answers", "kitchen, shoes, Jonas.", "dear R.,"),
            ("risky-moments", "kitchen, shoes, Jonas.", "dear R.,"),
            ("figures", "Days kept", "dear R.,"),
        ],
    )
    def test_without(self, part: str, gone: str, stays: str) -> None:
        """Each part takes its own with it, and nothing else."""
        assert gone in report(*demo.runs())
        text = Page(report(*demo.runs(), without=frozenset({part}))).text
        assert gone not in text
        assert stays in text

    def test_without_figures_there_are_no_numbers_at_all(self) -> None:
        """No drawing, no table, no day of the rule."""
        page = Page(report(*demo.runs(), without=frozenset({"figures"})))
        assert not {"svg", "table", "dl"} & set(page.tags)
        assert page.values("href") == ["#content", "#written"]

    @pytest.mark.parametrize(("without", "initials"), [({"answers"}, False), (set(), True)])
    def test_what_is_left_out_is_not_in_a_figure_either(self, without: set[str], initials: bool) -> None:
        """What set an urge off is counted in their own words only in the report of everything, as it was written."""
        answers: dict[str, Value] = {"set-off": "other", "set-off-words": "The bench by the mill"}
        runs = [
            Run(id=f"u{number}", step="urge", started=NOW, finished=NOW, finish_number=number, answers=answers)
            for number in range(1, 6)
        ]
        assert "It was “The bench by the mill” all five times." in Page(report(*runs)).text
        assert (
            "It was “Something else” all five times."
            in Page(report(*runs, without=frozenset(without), initials=initials)).text
        )

    def test_since(self) -> None:
        """Words and figures begin on that day."""
        text = Page(report(*demo.runs(), since=date(2026, 5, 1))).text
        assert "made coffee for two" not in text
        assert "herbs on the window sill" in text
        assert "March" not in text

    def test_a_figure_begins_on_the_day_that_it_shows(self) -> None:
        """A check-in that was written later is in the figures if the day it's about is; its words go by the day they were written."""
        answers: dict[str, Value] = {"day": "2026-05-08", "mood": 3, "line": "The shed is dry again."}
        check_in = Run(id="late", step="check-in", started=NOW, finished=NOW, finish_number=1, answers=answers)
        for since, is_drawn in ((date(2026, 5, 8), True), (date(2026, 5, 9), False)):
            page = Page(report(check_in, since=since))
            assert ("Mood" in page.text) is is_drawn
            assert "The shed is dry again." in page.text


class TestInitials:
    """Names that were given where exback asks for one."""

    def test_wherever_they_stand(self) -> None:
        """In answers, lines, letters and questions that quote them."""
        text = Page(report(*demo.runs(), initials=True)).text
        assert not re.search(r"\b(Maya|Jonas)\b", text)
        assert "M. came round with soup" in text
        assert "kitchen, shoes, J." in text
        assert "J.." not in text
        assert "read this through before you share it" in text
        assert "Maya" in Page(report(*demo.runs())).text

    def story(self, name: str, told: str = "my sister") -> Callable[[str], str]:
        """The shortener for somebody who gave these names."""
        runs = [
            Run(id="s", step="your-story", started=NOW, answers={"name": name}),
            Run(id="c", step="clear-cues", started=NOW, answers={"told": told}),
        ]
        return shortener(PROGRAM, PROGRAM.journey(runs, NOW))

    @pytest.mark.parametrize(
        ("name", "text", "shown"),
        [
            ("Robin", "Robin, robin and ROBIN's dog; Robinson not.", "R., R. and R.'s dog; Robinson not."),
            ("robin", "I saw Robin. And then?", "I saw R. And then?"),
            ("Jean-Luc", "Jean-Luc came.", "J. came."),
            ("Élodie Martin", "élodie and Martin", "É. and M."),
            ("Сергей", "Это Сергей.", "Это С."),
            ("J.", "J. and Jill", "J. and Jill"),
            ("my ex", "my ex, my own", "my ex, my own"),
            ("(?:", "nothing (?: to see", "nothing (?: to see"),
        ],
    )
    def test_a_name(self, name: str, text: str, shown: str) -> None:
        """Whole words in any case; what is no name, or is short already, stays."""
        assert self.story(name)(text) == shown

    @pytest.mark.parametrize(
        ("told", "text", "shown"),
        [
            ("my sister Maya and old friends", "Maya, my sister, old friends", "M., my sister, old friends"),
            ("Tom", "Tom's and Tomas", "T.'s and Tomas"),
            ("Maya’s partner", "Maya", "M."),
        ],
    )
    def test_names_in_a_longer_answer(self, told: str, text: str, shown: str) -> None:
        """There a name begins with a capital."""
        assert self.story("X.", told)(text) == shown

    def test_names_that_were_changed_since(self) -> None:
        """An earlier answer gave one too."""
        run = Run(
            id="s", step="your-story", started=NOW, answers={"name": "K."}, history=[Earlier("name", "Kim", NOW, 3)]
        )
        assert shortener(PROGRAM, PROGRAM.journey([run], NOW))("Kim said") == "K. said"

    def test_names_that_were_typed_or_left_behind(self) -> None:
        """A name that was not given in the end, or on a path that was left, is one as well."""
        run = Run(id="s", step="your-story", started=NOW, hidden={"name": "Kim"}, drafts={"name": "Sascha"})
        assert shortener(PROGRAM, PROGRAM.journey([run], NOW))("Kim and Sascha") == "K. and S."

    def test_in_a_question_that_quotes_them(self) -> None:
        """What was answered before stands in some questions."""
        runs = [
            Run(id="s", step="your-story", started=NOW, answers={"name": "Robin"}),
            Run(id="m", step="risky-moments", started=NOW, answers={"moment-1": "Robin calls", "plan-1": "I breathe"}),
        ]
        text = report(*runs, initials=True)
        assert "when this happens: “R. calls”" in text
        assert "Robin" not in text

    def test_nobody_named(self) -> None:
        """Then everything stays."""
        assert shortener(PROGRAM, PROGRAM.journey([], NOW))("Maya") == "Maya"


class TestElements:
    """What is an element was made as one; all else is words."""

    def test_words_are_escaped_and_elements_are_not(self) -> None:
        """In content and in attributes."""
        made = element("p", "<b>", element("b", "&"), title='"x"', class_="a", lang=None, x=1.0)
        assert made == '<p title="&quot;x&quot;" class="a" x="1">&lt;b&gt;<b>&amp;</b></p>'

    def test_elements_without_an_end(self) -> None:
        """As HTML has them."""
        assert element("meta", charset="utf-8") == '<meta charset="utf-8">'

    def test_what_is_joined_to_an_element_is_no_element(self) -> None:
        """Adding text to markup gives words again, which are escaped once more rather than trusted."""
        assert not isinstance(element("b") + "<script>", Markup)
        assert "<script>" not in joined(element("b") + "<script>")


def test_a_real_person_and_not_only_the_made_up_one(person: Person) -> None:
    """With a rule of their own and a boundary."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE, "asked-to-stop": True})
    person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
    text = FORMATS["html"].render(person.program, person.journey, person.store.load(), Options())
    assert "You said that you needed room." in Page(text).text
    assert "0 of 6 steps" not in Page(text).text
