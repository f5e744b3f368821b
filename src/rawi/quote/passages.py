"""Carry a speaker on: over the paragraphs after a colon, through a letter, to quotations in marks without a cue."""

from collections.abc import Container, Iterator, Sequence

from rawi.lang import LANGUAGES
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.nouns import names_letter
from rawi.quote.arabic.hearers import names_one
from rawi.quote.arabic.sendings import Sending
from rawi.quote.arabic.texts import find_issuer, is_definite_text, is_text
from rawi.quote.arabic.told_letters import find_announced
from rawi.quote.asking import answers, writes
from rawi.quote.contents import tell_kind
from rawi.quote.described import is_body
from rawi.quote.letter_documents import find_signature, open_document
from rawi.quote.letter_parties import tells_of_party, tells_what_came
from rawi.quote.letters import (
    Frame,
    addressee_of,
    greets_one,
    is_opening_line,
    signer_of,
    signs_for_body,
    skip_greeting,
    tell_frame,
    vocative_in,
)
from rawi.quote.marked_paragraphs import is_closed_mark, may_go_on, told_after_mark
from rawi.quote.narration import is_cut, is_narration, is_turn, says_who
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.announced_speeches import (
    find_announced_speaker,
    find_visitor,
    tells_coming,
    tells_who_spoke,
    tops_page,
)
from rawi.quote.persian.correspondence import recipient_before, writer_before
from rawi.quote.reports import is_report
from rawi.quote.saying import Range, Saying

_PLURALS = ("ها", "های", "هایی")  # «شمار مقاله های علمی» announces none
_OF_TALKS = frozenset({"ar.question", "ar.answer"})
_IN_IT = frozenset({"وفیها", "وفیه"})


def extend_passages(
    page: Page, sayings: Sequence[Saying], turns: Container[int] = ()
) -> list[Saying]:
    """Fill the sayings that end in a colon with the paragraphs after it; each is a quotation of its own.

    Sayings found inside those paragraphs are the speaker's own words about others: they are left out. `turns`: the numbers of
    the paragraphs that are turns of a dialogue and tell themselves who speaks: «متن تماس چنین است:», then «اپراتور: بفرمایید.».
    """
    found: list[Saying] = []
    spoken = -1  # the last token of a passage already read
    opened = {saying.cue[1]: saying for saying in sayings if saying.cue and not saying.content}
    document = open_document(page)
    talked = {page.paragraph_of(s.start) for s in sayings if s.rule in _OF_TALKS}
    for number, paragraph in enumerate(page.paragraphs):
        if paragraph.first < spoken or paragraph.language not in LANGUAGES:
            continue
        if document and document.number == number:
            passage, begin = _Passage(page, document.saying, is_text=True), number
        elif number + 1 in talked or number + 1 in turns:
            continue  # «وكان هذا الحوار:»
        elif opener := _opener(page, paragraph, opened) or _announce(page, number):
            passage = _Passage(page, opener, is_text=_announces_text(page, paragraph))
            passage.recipient, begin = recipient_before(page, number), number + 1
            if passage.is_text and paragraph.language == "ar":
                passage.hear(find_announced(page, paragraph.first, paragraph.last))
        else:
            continue
        passage.read(begin)
        for saying in passage.sayings():
            found.append(saying)
            spoken = max(spoken, saying.content[-1][1])
    inside = [range(saying.content[0][0], saying.content[-1][1]) for saying in found]
    kept = [s for s in sayings if s.content and not any(s.start in passage for passage in inside)]
    return sorted(kept + found, key=lambda saying: saying.start)


def _opener(page: Page, paragraph: Paragraph, opened: dict[int, Saying]) -> Saying | None:
    """The saying a paragraph opens for the paragraphs after it: its last words are a cue and a colon."""
    if page.words[paragraph.last - 1] != ":":
        return None
    in_it = paragraph.language == "ar" and page.words[paragraph.last - 2] in _IN_IT
    if in_it and _names_text(page, paragraph):
        return Saying("ar", (), "direct", "ar.colon")  # «وتلا رسالة بعث بها X، وفيها:»
    ends = [end for end in opened if paragraph.first < end <= paragraph.last]
    if ends:
        opener = opened[max(ends)]
        return opener._replace(source=opener.source or find_visitor(page, opener))
    introductions = load_letters(paragraph.language).introductions
    if paragraph.language == "fa" and not _names_text(page, paragraph):
        return None  # «چند نمونه در زیر آمده است:»
    for i in range(paragraph.first, paragraph.last - 1):
        if introductions.find(page.words, i) is not None:
            arabic = paragraph.language == "ar"
            told = find_issuer(page, paragraph.first, i) if arabic else None
            writer = told or writer_before(page, paragraph)
            return Saying(
                paragraph.language, (), "direct", f"{paragraph.language}.colon", source=writer
            )
    return None


def _announce(page: Page, number: int) -> Saying | None:
    """The saying a Persian line opens for the paragraphs below it that only tells whose words they are."""
    paragraph = page.paragraphs[number]
    told = find_announced_speaker(page, number) if page.words[paragraph.last - 1] == ":" else None
    if told is None:
        return None
    return Saying("fa", (), "direct", "fa.colon", source=told[0], addressee=told[1])


def _announces_text(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph announces a letter, message or statement and not a speech."""
    introductions = load_letters(paragraph.language).introductions
    return _names_text(page, paragraph) or any(
        introductions.find(page.words, i) is not None
        for i in range(paragraph.first, paragraph.last)
    )


def _names_text(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph names a letter, message or statement."""
    texts = load_letters(paragraph.language).texts
    bare = get_grammar(paragraph.language).bare
    words = page.words[paragraph.first : paragraph.last]
    return any(
        bare(word) in texts.alone
        or (paragraph.language == "ar" and is_text(word))  # «في أولى رسائلها:»
        or (names_letter(word, paragraph.language) and not word.endswith(_PLURALS))
        for word in words
    )


class _Passage:
    """The paragraphs of a speech or of a text such as a letter, read one by one."""

    def __init__(self, page: Page, opener: Saying, *, is_text: bool) -> None:
        self._page = page
        self._opener = opener
        self.is_text = is_text
        # A signature says more than the words that announce a letter.
        self._source = opener.source if opener.cue and not _says_text(page, opener) else None
        self._writer = opener.source  # unless a signature says more
        self._addressee = opener.addressee
        self.recipient: Range | None = None  # of the letter, as the report tells
        self._spoken: list[Range] = []
        self._closed = False
        self._signed_at = (
            0  # the number of the paragraph that closes a letter; before it nothing ends it
        )

    def hear(self, letter: Sending | None) -> None:
        """Take over who wrote an Arabic letter and to whom, as the report tells; who reads it out is neither."""
        if letter is None:
            return
        self.recipient = self.recipient or letter.recipient
        if letter.sender is not None:
            self._source, self._writer = None, letter.sender

    def read(self, number: int) -> None:
        """Take paragraphs from a number on as long as the same one speaks; what one pair of marks holds is one quotation."""
        first = self._page.paragraphs[number : number + 1]
        mark = self._marked_over(first[0]) if first else None
        self._read_until(number, mark[1] if mark else len(self._page.words))
        if mark and self._spoken:
            self._spoken = [(self._spoken[0][0], mark[1])]

    def _read_until(self, number: int, last: int) -> None:
        """Take paragraphs from a number on that begin before a token, as long as the same one speaks."""
        for ahead, paragraph in enumerate(self._page.paragraphs[number:], number):
            if paragraph.first >= last:
                return
            if paragraph.language not in LANGUAGES:  # a line of digits, a paragraph of English
                if self.is_text:
                    continue
                return
            frame = self._frame(paragraph)
            if frame in ("closing", "signature") and (self._spoken or frame == "closing"):
                self._sign(paragraph)
                if frame == "signature":
                    return
            elif frame in ("greeting", "salutation") and not self._spoken:
                self._open_letter(paragraph, ahead, frame)
            elif not self._take(paragraph, ahead):
                return

    def _frame(self, paragraph: Paragraph) -> Frame | None:
        """The part of a letter's frame a paragraph is; before the first words every short line is one."""
        frame = tell_frame(self._page, paragraph)
        if frame == "closing" and not (self._spoken or is_opening_line(self._page, paragraph)):
            return None  # «با احترام، پل در خطر است.» opens a letter
        if frame is None and self.is_text and self._spoken:
            unsigned = (
                self._closed and self._source is None and is_opening_line(self._page, paragraph)
            )
            if unsigned or signs_for_body(self._page, paragraph):
                return "signature"
        opening = frame is None and self.is_text and not self._spoken
        if not opening or not is_opening_line(self._page, paragraph):
            return frame
        # «هو الحکیم» greets nobody; a line with a name does.
        return "salutation" if signer_of(self._page, paragraph) else "greeting"

    def _open_letter(self, paragraph: Paragraph, number: int, frame: Frame) -> None:
        """Learn from an opening line that this is a letter, to whom, and where it is signed."""
        self.is_text = True
        self._signed_at = self._signed_at or find_signature(self._page, number)
        if frame == "salutation":
            greeted = addressee_of(self._page, paragraph)
            told = self._knows_recipient(paragraph)
            self._addressee = self._addressee or (self.recipient if told else greeted)

    def _knows_recipient(self, salutation: Paragraph) -> bool:
        """Tell whether the report says to whom a letter goes better than its salutation does: no body whose head it greets."""
        if self.recipient is None or greets_one(self._page, salutation):
            return False
        return salutation.language != "ar" or names_one(self._page, self.recipient)

    def _take(self, paragraph: Paragraph, number: int) -> bool:
        """Take a paragraph as spoken; tell whether the passage may go on."""
        if number >= self._signed_at and self._ends_before(paragraph):
            return False
        own = not self._spoken and not self.is_text and paragraph.language == "fa"
        if own and (mark := self._marked_over(paragraph)):
            self._spoken.append(mark)
            return False
        last = self._closing_in(paragraph, number)
        content = self._page.trim(skip_greeting(self._page, paragraph), last)
        if content is None:
            return False
        told = told_after_mark(self._page, content) if not self._spoken else None
        if told is not None:
            self.is_text = False  # «نوشت:», and under it «…» and what the outlet tells next
            content = told
        if self.is_text:
            self._addressee = self._addressee or self.recipient
        if not self._spoken and self._addressee is None:
            self._addressee = vocative_in(self._page, *content, paragraph.language)
        if self._spoken and self.is_text and is_cut(self._page, self._spoken[-1], content):
            content = (self._spoken.pop()[0], content[1])
        self._spoken.append(content)
        if told is not None:
            return False
        closed = is_closed_mark(self._page, content)
        return not closed or (self.is_text and may_go_on(self._page, number + 1))

    def _marked_over(self, paragraph: Paragraph) -> Range | None:
        """The words in marks that open with a paragraph and close in a later one: one quotation over its lines."""
        mark = self._page.mark_at[min(paragraph.first + 1, paragraph.last - 1)]
        if mark is None or mark[0] != paragraph.first + 1:
            return None
        return self._page.trim(*mark) if mark[1] >= paragraph.last else None

    def _closing_in(self, paragraph: Paragraph, number: int) -> int:
        """Where a letter's last paragraph closes with words of respect the copy did not part; else its end."""
        sentences = self._page.sentences_of(number)
        ended = self._page.words[paragraph.last - 1] in ".؟?!…"
        if not self.is_text or len(sentences) < 2 or ended:
            return paragraph.last
        closing = paragraph._replace(first=sentences[-1].first)
        if tell_frame(self._page, closing) != "closing":
            return paragraph.last
        self._sign(closing)
        return closing.first

    def _sign(self, paragraph: Paragraph) -> None:
        """Learn from a signature who wrote, when the opening did not say it."""
        signer = signer_of(self._page, paragraph)
        head = self._page.words[paragraph.first]
        vague = head in get_grammar("fa").words["groups"]  # «جمعی از استادان»
        on_behalf = head == "عن"  # «عن أهالي الحي»
        if signer is None and self._closed and not (vague and self._writer):
            # the line after the closing
            signer = self._page.trim(paragraph.first + on_behalf, paragraph.last)
        if on_behalf and self._writer is not None and is_body(self._page, self._writer, "ar"):
            signer = None  # «عن الجمعية: رئيستها X»: whose letter it is, the report has told
        self._source = self._source or signer
        self.is_text = self._closed = True

    def _ends_before(self, paragraph: Paragraph) -> bool:
        """Tell whether the outlet speaks again with a paragraph."""
        if paragraph.kind not in ("body", "dateline", "lead", "byline"):
            return True
        if self._closed:
            return True
        if not self._spoken and tells_who_spoke(self._page, paragraph):
            return True  # «معاون وزیر مطرح کرد:», and under it «معاون وزیر گفت: C»
        if not self._spoken:
            # «وفيما يلي أبرز ما قيل:» and then who said what
            listed = self._opener.cue is None or self._opener.passive
            return self._source is None and listed and says_who(self._page, paragraph)
        if is_turn(self._page, paragraph) or tops_page(self._page, self._opener, self._spoken[0]):
            return True
        if not self._signed_at and self._answers() and tells_what_came(self._page, paragraph):
            return True
        if self.is_text:
            parties = self._writer, self._source, self.recipient, self._addressee
            told = tells_of_party(self._page, paragraph, parties)
            return told or is_report(self._page, paragraph)
        return is_narration(self._page, paragraph)

    def _answers(self) -> bool:
        """Tell whether what is read is told to be an answer or a writing: «پاسخ داد:», «نوشت:», «پاسخ X رسید:»."""
        page, opener = self._page, self._opener
        return answers(page, opener) or writes(page, opener) or tells_coming(page, opener)

    def sayings(self) -> Iterator[Saying]:
        """Yield a saying for each paragraph, the first with the cue, the others as its heirs."""
        opener = self._opener
        for i, content in enumerate(self._spoken):
            yield opener._replace(
                content=(content,),
                kind=tell_kind(self._page, (content,), colon=True),
                rule=f"{opener.language}.{'letter' if self.is_text else 'passage'}",
                cue=None if i else opener.cue,
                cue_class=None if i else opener.cue_class,
                source=None if i else self._source or self._writer,
                addressee=self._addressee,
                heir=bool(i),
            )


def _says_text(page: Page, opener: Saying) -> bool:
    """Tell whether what opens a letter is the letter itself: «وجاء في الرسالة: …», «وهذا نصّها:», «در این نامه آمده است:»."""
    if opener.source is None:
        return False
    if opener.language == "fa":
        return names_letter(page.words[opener.source[1] - 1], "fa")
    cue = page.words[opener.cue[0]] if opener.cue else ""
    if cue.startswith("نص") and cue in load_letters("ar").texts.alone:
        return True
    return is_definite_text(page.words[slice(*opener.source)])
