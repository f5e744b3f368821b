"""Read headings of the form «X: C»: an outlet quotes without a verb.

Also «X خطاب به Y: C» and, in Arabic, «X لـY: C». A topic before the colon («تغییر اقلیم: …») is no speaker.
"""

from itertools import pairwise

from rawi.lang.common import takes_article
from rawi.lang.first_person import says_i_in_persian
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import names_doer, names_people
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.speech import is_that
from rawi.quote.arabic.heading_contents import names_study, tells_event
from rawi.quote.arabic.reached_answers import find_reached
from rawi.quote.arabic.sendings import find_sending
from rawi.quote.arabic.stated_headings import read_stated_heading
from rawi.quote.arabic.told_headings import read_told_heading
from rawi.quote.arabic.views import find_view
from rawi.quote.arabic.writers import names_writer
from rawi.quote.contents import tell_kind
from rawi.quote.heading_parties import (
    ADDRESS,
    before_bar,
    is_topic_place,
    lists_sayings,
    names_arabic_message,
    names_happening,
    names_known_body,
    opens_page,
    speaks_in_list,
    split_address,
    tells_arabic,
    writes_to,
)
from rawi.quote.heading_parts import part_heading
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.heading_contents import explains
from rawi.quote.persian.hearers import TALK
from rawi.quote.persian.surveys import read_surveyed
from rawi.quote.persian.talk_headings import read_interview_heading
from rawi.quote.persian.verbs import follows_finite_verb, is_past
from rawi.quote.roles import is_role
from rawi.quote.saying import Range, Saying

_LONGEST_SOURCE = 14
_FARTHEST_COLON = 40  # tokens
_KIND_AND_NAME = 2  # words: «صحيفة الترعة»
_SHORT_SOURCE = 4
_LONGEST_SURNAME = 2  # words
_LONGEST_TITLE = 20  # words of its second line
# In Persian a dash or a star opens the question of an interview.
_BULLETS = {"ar": frozenset("•·▪●◦*–—-"), "fa": frozenset("•▪●◦■◼")}


def read_headlines(page: Page, paragraph: Paragraph, *, turn: bool = False) -> list[Saying]:
    """Read a heading paragraph; two may speak in one: «سندیکا: C؛ شرکت: D», «الوزير: C.. والمزارعون: D».

    `turn`: it is a turn of a dialogue, «قاضی: C».
    """
    found = [
        read_headline(page, part, turn=turn) or _read_told(page, part)
        for part in part_heading(page, paragraph)
    ]
    return [saying for saying in found if saying is not None]


def _read_told(page: Page, paragraph: Paragraph) -> Saying | None:
    """Read an Arabic heading that tells with a verb what its speaker does, «رئيس البلدية يفتتح السوق: C»."""
    heads = paragraph.language == "ar" and paragraph.is_heading
    place = _before_colon(page, paragraph) if heads else None
    if heads and place is None:
        return read_stated_heading(page, paragraph)
    return read_told_heading(page, paragraph, place) if place else None


def read_parted_title(page: Page, number: int) -> Saying | None:
    """Read a Persian title of two lines, «رئیس دانشگاه در آیین آغاز سال:» and under it what he said."""
    title, *below = page.paragraphs[number : number + 3]
    if title.language != "fa" or len(below) < 2 or page.words[title.last - 1] != ":":
        return None
    said, place = below[0], (title.first, title.last - 1)
    short = page.count_words(*said[:2]) <= _LONGEST_TITLE and page.words[said.last - 1] != "."
    heads = number == 0 or title.is_heading
    heads = heads and said.kind in ("headline", "lead", "body")
    if not heads or not short or said.language != "fa" or ":" in page.words[slice(*said[:2])]:
        return None
    source, addressee = split_address(page, place, "fa")
    content = page.trim(*said[:2])
    told = _is_told(page, place, title) or not _may_speak(page, source, title, heading=True)
    if told or content is None:
        return None
    kind = tell_kind(page, (content,), colon=True)
    return Saying("fa", (content,), kind, "fa.headline", source=source, addressee=addressee)


def read_headline(page: Page, paragraph: Paragraph, *, turn: bool = False) -> Saying | None:
    """Read a heading paragraph as a saying, None when it is none."""
    if paragraph.language not in ADDRESS:
        return None
    heading = paragraph.is_heading
    place = _before_colon(page, paragraph)
    if paragraph.language == "fa" and heading:
        talked = read_interview_heading(page, paragraph)
        if talked is not None or place is None:
            return talked
    if place is None or _is_no_heading(page, place, paragraph):
        return None
    begin, colon = place
    source: Range = (begin, colon)
    shown = heading or turn or _opens_mark(page, colon + 1)
    surveyed = read_surveyed(page, paragraph, source)
    source, last = surveyed or (source, paragraph.last)
    shown = shown or surveyed is not None or speaks_in_list(page, paragraph, source)
    opens = not shown and opens_page(page, paragraph)
    shown = shown or opens
    if _tells_behind(page, paragraph, colon) or not (shown or _is_named(page, source)):
        return None  # «سلمى ناصيف: بدأناه قبل ثلاث سنوات …» is an answer in an interview
    source_range, addressee = split_address(page, source, paragraph.language)
    topical = (
        (heading or opens)
        and not _opens_mark(page, colon + 1)
        and not writes_to(page, source, addressee)
    )
    if not _may_speak(page, source_range, paragraph, topical):
        return None
    content = page.trim(colon + 1, before_bar(page, colon + 1, last))
    mark = page.mark_at[colon + 2] if _opens_mark(page, colon + 1) else None
    if mark and not heading:
        content = mark
    shortest = 1 if turn else 2
    topic = heading and not turn and paragraph.language == "fa"
    if content is None or page.count_words(*content) < shortest or _lists(page, content, topic):
        return None
    tells = turn or (
        paragraph.language == "fa"
        and follows_finite_verb(page, content[1])
        and "که" not in page.words[slice(*content)]
    )
    if not tells and _tells_what(page, paragraph, source_range, content):
        return None
    return Saying(
        paragraph.language, (content,), tell_kind(page, (content,), colon=True),
        f"{paragraph.language}.{'turn' if turn else 'headline'}", source=source_range, addressee=addressee,
    )  # fmt: skip


def _lists(page: Page, content: Range, topic: bool) -> bool:
    """Tell whether what follows a colon announces sayings, or behind a `topic` explains it, and is itself no speech."""
    return lists_sayings(page, content) or (topic and explains(page, content))


def _tells_behind(page: Page, paragraph: Paragraph, colon: int) -> bool:
    """Tell whether behind the words in marks a Persian heading says who speaks: «قطعی برق: «C»، شرکت می گوید»."""
    mark = page.mark_at[colon + 2] if _opens_mark(page, colon + 1) else None
    if paragraph.language != "fa" or mark is None:
        return False
    return page.words[mark[1] + 1] in "،," and bool(page.cues(mark[1], paragraph.last, "fa"))


def _before_colon(page: Page, paragraph: Paragraph) -> Range | None:
    """The tokens between the last sentence end and the first colon of a paragraph; None for a dateline."""
    words, first = page.words, paragraph.first
    near = range(first, min(paragraph.last, first + _FARTHEST_COLON))
    colon = next((i for i in near if words[i] == ":" and page.mark_at[i] is None), None)
    if colon is None or colon + 1 >= paragraph.last:
        return None
    begin = colon
    # «حوار | الروائية سلمى نصر: C»: what kind of piece it is stands before a bar; «C / X: D»
    bars = "؛؟!….|/" if paragraph.language == "fa" else "؛؟!….|"
    while begin > first and not (words[begin - 1] in bars and page.mark_at[begin - 1] is None):
        begin -= 1
    if begin == first and words[first] in _BULLETS[paragraph.language]:
        begin += 1
    dateline = any(words[i] in "–—-" for i in range(begin, colon))  # «مدينة – الوكالة:»
    return None if dateline else (begin, colon)


def _is_no_heading(page: Page, place: Range, paragraph: Paragraph) -> bool:
    """Tell whether a clause, a verb of saying, or who wrote the report stands before the colon."""
    if paragraph.language == "fa" and ("رو", "به") in pairwise(page.words[slice(*place)]):
        return not paragraph.is_heading  # «قاضی رو به او: «C»»
    signed = paragraph.language == "ar" and names_writer(page, paragraph)
    clause = page.words[place[0]] in ("ان", "وان", "ثم")
    return signed or clause or _is_told(page, place, paragraph)


def _is_told(page: Page, place: Range, paragraph: Paragraph) -> bool:
    """Tell whether a verb says that someone speaks: «سرش را تکان داد: «…»», «فابتسمت: «…»»."""
    begin, colon = place
    if paragraph.language == "ar":
        message = names_arabic_message(page.words[begin])
        spoken = any(map(is_that, page.words[begin:colon])) or page.words[colon - 2] in "،,"
        if message and not spoken:
            return False  # «طلب من X: C», not «طلب X من Y أن C، فقال: D»
        # «وللحارس رواية أخرى: «…»», «فجاءه صوت الحارس: «…»»
        answers = find_view(page, begin, colon) or find_reached(page, begin, colon)
        # «وبعث X إلى الصحيفة برسالة: «…»»
        sent = find_sending(page, begin, colon) if _opens_mark(page, colon + 1) else None
        return tells_arabic(page, begin, colon) or answers is not None or sent is not None
    if _says_i(page, colon - 1):
        return True  # «گفتم: «C»»
    cues = page.cues(paragraph.first, colon, paragraph.language)
    talk = (cue.first for cue in cues if page.words[cue.first : cue.first + 3] == TALK)
    talked = set(talk)  # «X در گفت و گو با Y: C»
    cues = [cue for cue in cues if cue.first not in talked]
    told = any(cue.cue.shape != "content" for cue in cues)  # «X دربارهٔ Y: C» says of what he spoke
    clause = {"که", "را"}.intersection(page.words[paragraph.first : colon])
    return told or bool(clause) or (begin + 1 < colon and follows_finite_verb(page, colon))


def _says_i(page: Page, token: int) -> bool:
    """Tell whether a Persian word is a verb of I or we: «گفتم: «C»», «پرسیدیم: «C»»; not «رستم: «C»»."""
    word = page.words[token]
    past = word[-1] == "م" and is_past(word.removesuffix("م"))
    return page.person_at(token) is None and (past or says_i_in_persian((word,)))


def _is_group(word: str) -> bool:
    """Tell whether an Arabic word adds the people of a trade to who spoke before: «الوزير: C | والمزارعون: D»."""
    return word.startswith("وال") and names_people(word[3:], "ar")


def _is_surname(page: Page, word: str) -> bool:
    """Tell whether a word ends the name of a person of the document, or is hardly anything but a surname: «توانمند: …», «گل محمدی: …»."""
    return word in load_known_names("fa").surnames or any(
        m.mention.type == "PER" and m.last - m.first > 1 and page.words[m.last - 1] == word
        for m in page.mentions
    )


def _names_thing(page: Page, token: int) -> bool:
    """Tell whether an Arabic word is an indefinite noun that is nobody's name, role or body."""
    word = page.words[token]
    if token in page.mention_at or word.startswith("ال") or not takes_article(word):
        return False
    grammar, people = get_grammar("ar"), load_people("ar")
    known = word in grammar.documents or word in grammar.indefinites or names_people(word, "ar")
    found = any(
        word in lexicon.alone for lexicon in (people.organisations, people.titles, people.roles)
    )
    return not known and not found and not is_role((word,), "ar")


def _describes(page: Page, token: int, paragraph: Paragraph) -> bool:
    """Tell whether after the colon it is said what someone is, not what he said: «وست: خواننده …»."""
    bare = get_grammar(paragraph.language).bare(page.words[token])
    if paragraph.language == "ar" and bare != page.words[token]:
        return False  # «المريض الذي ينظر إلى الساعة يعدّ ألمه»
    words = (bare, *page.words[token + 1 : token + 3])
    return load_people(paragraph.language).roles.find(words, 0) is not None


def _tells_what(page: Page, paragraph: Paragraph, source: Range, content: Range) -> bool:
    """Tell whether what follows the colon is no speech: who someone is, a name alone, what happened in a place."""
    happened = paragraph.language == "ar" and (
        is_topic_place(page, source, content) or tells_event(page, content)
    )
    return happened or _describes(page, content[0], paragraph) or _is_only_name(page, content)


def _is_only_name(page: Page, content: Range) -> bool:
    """Tell whether after the colon nothing stands but a person's name, «تقرير: سامي نادر», or an Arabic outlet's, «المرسى: صحيفة الترعة»."""
    named, (first, last) = page.person_at(content[0]), content
    outlet = last - first == _KIND_AND_NAME and heads_outlet(page.words, first, "ar")
    return outlet or (named is not None and named.last >= last)


def _opens_mark(page: Page, token: int) -> bool:
    """Tell whether a marked stretch begins with the mark at a token."""
    mark = page.mark_at[token + 1] if token + 1 < len(page.words) else None
    return mark is not None and mark[0] == token + 1


def _is_named(page: Page, source: Range) -> bool:
    """Tell whether what stands before the colon is a person's name and nothing else, at the beginning of its line."""
    name = page.person_at(source[0])
    return name is not None and (name.first, name.last) == source


def _may_speak(page: Page, source: Range, paragraph: Paragraph, heading: bool) -> bool:
    """Tell whether what stands before the colon is someone: few words, no topic, no verb."""
    grammar = get_grammar(paragraph.language)
    count = page.count_words(*source)
    if not 1 <= count <= _LONGEST_SOURCE or page.words[source[0]] in grammar.prepositions:
        return False
    named = [page.mention_at[i] for i in range(*source) if i in page.mention_at]
    if heading and paragraph.language == "fa" and names_happening(page, source):
        return False
    if heading and paragraph.language == "ar" and names_known_body(page, source):
        return True
    if heading and paragraph.language == "ar" and _names_thing(page, source[0]):
        return False  # «انسحاب المنتخب من البطولة: …»
    if any(m.mention.type != "LOC" or m.first == source[0] for m in named):
        return True  # a place speaks for a country, but «زمین لرزه در اندونزی: …» is a topic
    if any(page.words[i][0].isdigit() for i in range(*source)):
        return False
    people = load_people(paragraph.language)
    words = page.words[source[0] : source[1]]
    head = grammar.bare(words[0])
    known = names_people(words[0], paragraph.language) or is_role(words, paragraph.language)
    known = known or (
        paragraph.language == "ar"
        and count == 1
        and (head in grammar.documents or head in grammar.indefinites)
    )
    known = known or (paragraph.language == "ar" and (names_study(words) or _is_group(words[0])))
    if paragraph.language == "fa":
        study = count <= _SHORT_SOURCE and words[0] in grammar.words["studies"]
        known = (
            known
            or study
            or names_doer(words[0])
            or (count <= _LONGEST_SURNAME and _is_surname(page, "".join(words)))
        )
    known = known or any(
        lexicon.find((head, *words[1:]), 0) is not None
        for lexicon in (people.organisations, people.titles)
    )
    # «… يحتجّ.. وشيخ الحرفة: …»: what is joined to the heading before it is someone.
    begun = source[0] > paragraph.first or page.words[max(0, source[0] - 1)] in ".؛"
    joined = begun and words[0].startswith("و") and count <= _SHORT_SOURCE
    # «برگزیت: …» is a topic; an unknown word speaks only where marks say so.
    if paragraph.language == "ar":
        plain = not words[0].startswith(("و", "ف")) or count <= _SHORT_SOURCE
        return known or (joined if heading else plain)
    return known or not heading
