"""A small archive made by hand, so that these tests lean on no stage's rules, and a client for its pages."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import httpx
import pytest

from rawi.archive import Archive
from rawi.facts import (
    AlignedPassage,
    Anchor,
    AnnotatedDocument,
    Block,
    Difference,
    Document,
    LanguageRun,
    Mention,
    Origin,
    Part,
    Quotation,
    ReadWarning,
    Report,
    Sentence,
    SetAside,
    Story,
    Timex,
    Transmission,
)
from rawi.index.sqlite import links
from rawi.index.sqlite.link_entities import resolve_entities
from rawi.serve.app import create_app
from rawi.text import Edit, Extent, Span, Text

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\u202egnp.exe'
FA = "افتتاح باغ گياهان\nبهار دانا، مدير باغ گیاهان، به خبرنگاران گفت: «اين باغ 23 گلخانه دارد.»\nوی روز ۱۵ فروردین ۱۳۹۷ افزود که درهای باغ باز ميشود."
AR = "افتتاح حديقة النباتات\nقالت بهار دانا للصحفيين: «في هذه الحديقة 32 بيتاً زجاجياً»."


class Hand:
    """Makes annotated documents; places are found by the words."""

    def __init__(self, name: str, original: str, *, language: str = "fa", repair: str = "") -> None:
        self.name, self.language = name, language
        text = Text.untouched(original)
        if repair:
            at = original.index(repair) + 2
            text = text.repair(lambda _: [Edit(at, at, "\u200c", "fa.joint-lost", 0.97)])
        if language == "fa":
            text = text.fold(text.repaired.replace("ي", "ی").replace("ك", "ک"))
        self.text = text

    def place(self, words: str) -> Span:
        start = self.text.repaired.index(words)
        return Span(start, start + len(words))

    def quotation(self, words: str, **facts: Any) -> Quotation:
        for key in ("cue", "source"):
            facts[key] = self.place(facts[key]) if facts.get(key) else None
        blank: dict[str, Any] = {
            "kind": "direct", "speaker": None, "how": "explicit", "addressee": None, "relay": (),
            "day": None, "rule": "hand.quotation",
        }  # fmt: skip
        return Quotation(content=(self.place(words),), **(blank | facts))

    def finish(
        self,
        *,
        day: date | None,
        outlet: str | None,
        title: str | None = None,
        quotations: tuple[Quotation, ...] = (),
        mentions: tuple[Mention, ...] = (),
        dates: tuple[Timex, ...] = (),
        **document: Any,
    ) -> AnnotatedDocument:
        whole = Span(0, len(self.text.repaired))
        return AnnotatedDocument(
            Document(
                self.name, self.text.original, outlet, title=title, given_id=self.name, **document
            ),
            (LanguageRun(Extent(0, len(self.text.original)), self.language),),
            self.text,
            (Part(whole, "body"),),
            (Sentence(whole, self.language),),
            Anchor(day, "published" if day else "none"),
            dates,
            mentions,
            quotations,
        )


def make_documents() -> list[AnnotatedDocument]:
    """The documents of the archive."""
    day = date(2018, 4, 4)
    fa = Hand("fa1", FA, repair="ميشود")
    greenhouse = fa.quotation(
        "این باغ 23 گلخانه دارد", cue="گفت", source="بهار دانا", speaker="بهار دانا",
        addressee="خبرنگاران", role="مدیر باغ گیاهان", relay=("خبرگزاری برگ",),
    )  # fmt: skip
    doors = fa.quotation(
        "درهای باغ باز می\u200cشود", cue="افزود", source="وی", speaker="بهار دانا", kind="indirect",
        how="pronoun", day=("2018-04-04", "2018-04-04"),
    )  # fmt: skip
    name = Mention(fa.place("بهار دانا"), "PER", "بهار دانا", "hand.name", "مدیر باغ گیاهان")
    written = Timex(
        fa.place("۱۵ فروردین ۱۳۹۷"), "2018-04-04", "2018-04-04", "2018-04-04", "jalali", "day",
        "absolute", "hand.date", "1397-01-15", ("conflict:weekday",),
    )  # fmt: skip
    first = fa.finish(
        day=day, outlet="روزنامهٔ برگ سبز", title="افتتاح باغ گیاهان",
        quotations=(greenhouse, doors), mentions=(name,), dates=(written,),
        origin=Origin("garden.txt", "0" * 64, "plain"), published="2018-04-04",
        warnings=(ReadWarning("code_page", "the file was in windows-1256"),),
        blocks=(Block(Extent(0, 17), "headline"),),
    )  # fmt: skip
    copy = Hand("fa2", FA.replace("درهای", "در\u200cهای").replace("23", "24"))
    ar = Hand("ar1", AR, language="ar")
    said = ar.quotation(
        "في هذه الحديقة 32 بيتاً زجاجياً", cue="قالت", source="بهار دانا", speaker="بهار دانا"
    )
    arabic = ar.finish(
        day=day, outlet="صحيفة الورق", title="افتتاح حديقة النباتات", quotations=(said,),
        mentions=(Mention(ar.place("بهار دانا"), "PER", "بهار دانا", "hand.name"),),
    )  # fmt: skip
    return [
        first,
        copy.finish(
            day=date(2018, 4, 5),
            outlet="پایگاه ساقه",
            mentions=(Mention(copy.place("بهار دانا"), "PER", "بهاره دانا", "hand.name"),),
        ),
        arabic,
        make_hostile(),
        make_english(),
        Hand("long", "سطر آب\n" * 12_000).finish(day=None, outlet=None),
    ]


def make_hostile() -> AnnotatedDocument:
    """A document with markup and a direction override in every field."""
    bad = Hand('bad"1', f"{HOSTILE}\nخطر\u202eمعکوس\u2069 و \u200c تنها \x00 پایان 🔴 آب")
    return bad.finish(
        day=None, outlet=HOSTILE, title=HOSTILE, url="javascript:alert(3)", published=HOSTILE,
        quotations=(bad.quotation("پایان", speaker=HOSTILE, addressee=HOSTILE, role=HOSTILE, relay=(HOSTILE,)),),
        mentions=(Mention(bad.place("تنها"), "PER", HOSTILE, HOSTILE, HOSTILE),),
        warnings=(ReadWarning(HOSTILE, HOSTILE),), origin=Origin(HOSTILE, "1" * 64, HOSTILE),
    )  # fmt: skip


def make_english() -> AnnotatedDocument:
    """An English document that quotes Arabic words."""
    lone = Hand("en1", "The garden opened.\nIts head said: «الحديقة مفتوحة».", language="en")
    words = lone.quotation("الحديقة مفتوحة", speaker=None)
    english = lone.finish(day=date(2018, 5, 1), outlet="The Leaf", quotations=(words,))
    start, end = words.content[0]
    mixed = (
        LanguageRun(Extent(0, start), "en"),
        LanguageRun(Extent(start, end), "ar"),
        LanguageRun(Extent(end, len(lone.text.original)), "en"),
    )
    return replace(english, runs=mixed)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("serve") / "garden.rawi", create=True) as opened:
        documents = make_documents()
        for annotated in documents:
            opened.store.put(annotated)
        opened.store.put_set_aside(SetAside(HOSTILE, "empty", HOSTILE))
        fa, ar = documents[0].text, documents[2].text
        numbers = AlignedPassage(
            "ar1", "fa1", (Extent(22, len(ar.original)),), (Extent(18, 92),), "differs", 0.71,
            (Difference("number", "32", "23"),),
        )  # fmt: skip
        alone = AlignedPassage("ar1", "fa1", (), (Extent(93, len(fa.original)),), "only_b", 0.0)
        heads = AlignedPassage("ar1", "fa1", (Extent(0, 21),), (Extent(0, 17),), "equal", 0.02)
        ids = [annotated.document.id for annotated in documents]
        with opened.store.transaction() as connection:
            links.replace_reports(connection, ids, [Report("r1", ("fa1", "fa2"), "fa1")])
            links.replace_stories(connection, ids, [Story("s1", ("ar1", "fa1", "fa2"))])
            links.replace_aligned(connection, "ar1", "fa1", [heads, numbers, alone])
            links.replace_transmissions(
                connection, ["fa2"], [Transmission("fa2", "خبرگزاری برگ", "relay")]
            )
            for annotated in documents:
                resolve_entities(connection, annotated)
        yield opened


class Client:
    """Asks the application without a network."""

    def __init__(self, archive: Archive) -> None:
        self.app = create_app(archive)

    def get(self, address: str, **options: Any) -> httpx.Response:
        return self.request("GET", address, **options)

    def request(self, method: str, address: str, **options: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1:8700"
            ) as client:
                return await client.request(method, address, **options)

        # In a thread of its own: a browser test of the same process may have left an event loop running here.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, ask()).result()


@pytest.fixture(scope="session")
def client(archive: Archive) -> Client:
    return Client(archive)


@pytest.fixture(scope="session")
def person(archive: Archive) -> str:
    """The id of the one who speaks."""
    return max(archive.store.people(), key=lambda row: row.said).entity.id


@pytest.fixture(scope="session")
def hostile() -> str:
    return HOSTILE


@pytest.fixture(scope="session")
def addresses(person: str) -> list[str]:
    """Every address there is, with what stands behind it."""
    return [
        "/", "/s", "/s?q=باغ", "/s?q=باغ&view=documents", "/s?q=هیچ+باغ", "/d/fa1", "/d/fa1?text=original",
        "/d/bad%221", "/d/bad%221?text=original&joiners=show", "/d/en1", "/d/long?part=2", "/p", f"/p/{person}",
        f"/p/{person}?view=mentioned", f"/p/{person}?view=addressed", "/st", "/st/s1", "/r/r1",
        "/r/r1?damage=show", "/t", "/t?calendar=hijri", "/t/2018-04-04", "/src", "/about",
        "/d/fa1/passage?char=1,4",
    ]  # fmt: skip
