"""Whom the sentences of a document are about: they are in a reader's mind although they did not speak yet."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.governed_names import is_held, without_joined
from rawi.quote.arabic.holders import is_group, opening_subject
from rawi.quote.arabic.spoken_of import opens_about
from rawi.quote.arabic.subjects import is_thing_of
from rawi.quote.cast import Cast
from rawi.quote.datelines import opens_dateline, skip_byline
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.antecedents import find_writer_told
from rawi.quote.persian.hearers import is_someone_new
from rawi.quote.persian.introduced import (
    SOMEONE,
    called_behind,
    follows_kin,
    is_one_described,
    named_kin,
)
from rawi.quote.persian.other_topics import find_last_actor, named_besides
from rawi.quote.persian.phrases import AGO, HE, read_phrase
from rawi.quote.persian.raised import find_next
from rawi.quote.persian.subjects import first_subject, opens_with_done_to_him
from rawi.quote.persian.times import skip_opening
from rawi.quote.persian.verbs import follows_finite_verb
from rawi.quote.persian.voices import is_one
from rawi.quote.persian.writers import find_writer_of_report
from rawi.quote.roles import is_relation, is_role
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker

_LONGEST_BYLINE = 8  # words
_ANSWERING = frozenset(
    {"ترد", "یرد", "تستجب", "یستجب", "تجب", "یجب", "تعلق", "یعلق", "تعقب", "یعقب"}
)
_LONGEST_SPAN = 2  # words: «ساعتی بعد»
_OLD = frozenset(
    {"پیرمرد", "پیرزن", "مرد", "زن", "پسر", "دختر", "کودک", "جوان", "پسرک", "دخترک", "پسربچه", "دختربچه"}
)  # fmt: skip
_TEAMS = frozenset({"گروه", "تیم", "خانواده", "خانوادهی", "شرکت", "هییت", "کمیته", "دفتر"})
_LONGEST_GROUP = 3  # words


def find_topics(page: Page, cast: Cast, sources: set[int]) -> Iterator[tuple[int, Speaker]]:
    """Yield whom sentences are about, with their place: the first name no preposition governs, else the first body; and who acts last."""
    writer = find_writer_of_report(page)
    for sentence in _told(page):
        if writer is not None and sentence.first <= writer[0] < sentence.last:
            continue  # who signs the report is told of nowhere in it
        if sentence.language == "fa" and opens_with_done_to_him(page, *sentence[:2]):
            continue  # «وقتی انجمن به او جایزه داد، گفت C»: it is about him
        yield from _first_topics(page, cast, sentence, sources)
        actor = find_last_actor(page, sentence) if sentence.language == "fa" else None
        if actor is not None and _may_be_topic(page, cast, actor, sources):
            yield actor.first, cast.at[actor.first]


def _first_topics(
    page: Page, cast: Cast, sentence: PlacedSentence, sources: set[int]
) -> Iterator[tuple[int, Speaker]]:
    """Whom one sentence is about from its beginning."""
    mentions = _mentions(page, sentence)
    turn = find_next(page, sentence) if sentence.language == "fa" else None
    free = [m for m in mentions if _is_free(page, m, sentence) or turn == (m.first, m.last)]
    if sentence.language == "fa":
        subject = turn or _before_cue(page, first_subject(page, sentence.first, sentence.last))
        free = [m for m in free if subject[0] <= m.first < subject[1]]
        free = _without_owner(page, subject, free)
        free = free or called_behind(page, subject, sentence.last)
        free = free or named_besides(page, subject, sentence)
        if not free:
            yield from _nameless(page, cast, subject, sentence.last)
    else:
        free = [*without_joined(page, mentions, free)]
    people = [m for m in free if m.mention.type == "PER" and _may_be_topic(page, cast, m, sources)]
    bodies = [m for m in free if m.mention.type == "ORG" and m.first - sentence.first <= 1]
    role = _opening_role(page, cast, sentence)
    if role and (not people or role[0] < people[0].first):
        yield role
    elif people:
        yield people[0].first, cast.at[people[0].first]
        group = _opening_subject(page, sentence) if sentence.language == "ar" else None
        if group and group[1] <= people[0].first and is_group(page, group):
            yield people[0].first, cast.identify(group, "ar", ())
    elif bodies and not bodies[0].is_outlet:
        place = bodies[0].first, bodies[0].last
        yield bodies[0].first, cast.identify(place, sentence.language, ())
    elif sentence.language == "ar" and (someone := _opening_subject(page, sentence)):
        yield someone[0], cast.identify(someone, "ar", ())


def _told(page: Page) -> Iterator[PlacedSentence]:
    """The sentences of a report without its lines that only sign, and without the byline before a colon."""
    for sentence in page.sentences:
        if _signs(page, sentence):
            continue
        opens = page.opens_paragraph(sentence.first)
        if opens and sentence.language == "fa":
            yield sentence._replace(first=skip_byline(page, sentence.first, sentence.last))
        else:
            yield sentence


def _signs(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a line only says where and by whom the report was written: «المرسى الأزرق – يوسف بنكيران»."""
    first, last, kind, _ = page.paragraphs[sentence.paragraph]
    return kind in ("dateline", "byline") and page.count_words(first, last) <= _LONGEST_BYLINE


def _before_cue(page: Page, subject: Range | None) -> Range:
    """A Persian subject without the word of saying after it: «متهم ردیف اول | گفت»; nothing where there is none."""
    if subject is None:
        return 0, 0
    # «مادر | جوابش داد که»: the noun of the verb may have been taken for the last word
    cues = page.cues(subject[0] + 1, min(subject[1] + 1, len(page.words)), "fa")
    return subject[0], min(cues[0].first, subject[1]) if cues else subject[1]


def _opening_subject(page: Page, sentence: PlacedSentence) -> Range | None:
    """Whom an Arabic sentence opens with and does not name: «انتظرت زوجة أحد البحّارة …»; no outlet, and who has no article."""
    subject = opening_subject(page, sentence.first, sentence.last)
    head = page.words[subject[0]] if subject is not None else "ال"
    if subject is not None and _stays_silent(page, sentence):
        # «ولم تردّ الشركة على رسائل. لكنها قالت»
        alone = head.startswith("ال") and not page.words[subject[0] + 1].startswith("ال")
        return (subject[0], subject[0] + 1) if alone else subject
    if subject is None or head.startswith("ال") or head in get_grammar("ar").words["hearsay"]:
        return None
    if is_thing_of(page, subject):
        # «تنصّ قواعد هيئة المسافرين على»: the body is in mind, and no thing
        bodies = (page.mention_at.get(i) for i in range(*subject))
        body = next((m for m in bodies if m is not None and m.mention.type == "ORG"), None)
        return (body.first, body.last) if body is not None else None
    return None if page.names_outlet(subject[0]) else subject


def _stays_silent(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether an Arabic sentence opens with who did not answer: «ولم تردّ الشركة على رسائل»."""
    first = sentence.first
    return page.words[first] in ("لم", "ولم") and page.words[first + 1] in _ANSWERING


def _is_described(page: Page, subject: Range) -> bool:
    """Tell whether a Persian subject names someone by role: «رئیس انجمن گلکاران …», «یک پزشک که …»; no pronoun, and no group."""
    first, last = subject
    counted = get_grammar("fa").words["ordinals"] | {"یک"}  # «نخستین مشتری»
    first += first + 1 < last and page.words[first] in counted
    if first >= last or page.mark_at[first] is not None or first in page.mention_at:
        return False
    if is_one_described(page, (first, last)):
        return True
    head, sets = page.words[first], get_grammar("fa")
    if head in sets.words["nobody"]:
        return False  # «کسی جوابی نداد»
    other = names_people(head, "fa") or head in sets.interviewers
    someone = head in SOMEONE or is_someone_new(head) or _is_young(page, (first, last))
    alone = last - first == 1 and head in _OLD  # «پیرمرد روی پله نشسته بود. گفت: «C»»
    # «مشتری ای که خود را X معرفی کرد»
    someone = someone or (page.words[last : last + 1] == ("که",) and is_one(page, (first, last)))
    someone = someone or alone or follows_kin(page, first) or is_role(page.words[first:last], "fa")
    return someone and not other


def _nameless(page: Page, cast: Cast, subject: Range, last: int) -> Iterator[tuple[int, Speaker]]:
    """Whom a Persian sentence is about that opens with no name: who wrote what it opens with, someone by his role, a group."""
    if (writer := find_writer_told(page, subject, last)) is not None:
        yield writer[0], cast.identify(writer, "fa", ())
    subject = named_kin(page, subject) or _without_verbal_noun(page, subject)
    if _is_described(page, subject) or _is_group(page, subject):
        known = cast.named_before(subject[0])  # «مربی فرانسوی» of whom was told
        yield subject[0], cast.identify(subject, "fa", known)


def _without_owner(page: Page, subject: Range, free: list[PlacedMention]) -> list[PlacedMention]:
    """The names of a Persian subject without his whose kin or agent is told of: «دستیار X، | Y، …», «وکیل X از او خواست»."""
    head = page.words[subject[0] : free[0].first] if free else ()
    return free[1:] if head and is_relation(head, "fa") else free


def _without_verbal_noun(page: Page, subject: Range) -> Range:
    """A Persian subject without the noun of the verb after it: «اقتصاددانان تردید دارند»."""
    first, last = subject
    verb = last - first > 1 and follows_finite_verb(page, min(last + 1, len(page.words)))
    if _is_young(page, subject):
        return first, first + 2  # «مرد جوانی | ایستاده بود»
    return (first, last - 1) if verb and names_people(page.words[first], "fa") else subject


def _is_young(page: Page, subject: Range) -> bool:
    """Tell whether a Persian subject is someone new of whom only his looks are told: «مرد جوانی», «زن میان سالی»."""
    first, last = subject
    new = last - first > 1 and page.words[first + 1].endswith("ی")
    return new and page.words[first] in get_grammar("fa").words["named_people"]


def _is_group(page: Page, subject: Range) -> bool:
    """Tell whether a Persian subject is a group of few words, «اقتصاددانان», «والدین کودکان»: «آنها» are those."""
    first, last = subject
    if not 0 < last - first <= _LONGEST_GROUP or page.mark_at[first] is not None:
        return False
    named = any(i in page.mention_at for i in range(first, last))
    his = page.words[first] in _TEAMS and page.words[last - 1] in HE  # «گروه او …. آنان …»
    return his or (names_people(page.words[first], "fa") and not named)


def _opening_role(page: Page, cast: Cast, sentence: PlacedSentence) -> tuple[int, Speaker] | None:
    """The person whose role a sentence opens with: «واستعاد رئيس الأكاديمية سيرة أستاذه …»."""
    first = sentence.first
    himself = page.words[first] == "خود"  # «خود این پاروزن خبر را شنید»
    for i in range(first, min(first + 2 + himself, sentence.last)):
        if page.mark_at[i] is not None or i in page.mention_at or opens_about(page, i):
            return None
        if sentence.language == "ar" and page.words[i].startswith(("لل", "بال")):
            return None  # «وقالت للمدربة X: «…». وأوضحت»
        if not is_role(page.words[i : i + 1], sentence.language):
            continue
        if sentence.language == "ar":
            phrase = i, _genitive_end(page, i, sentence.last)
        else:
            pointed = page.words[i - 1] in get_grammar("fa").demonstratives
            if pointed and page.words[i + 1][0].isdigit():
                return None  # «این نویسندهٔ ۳۴ ساله» is who spoke last
            phrase = (i, i + 1) if pointed else read_phrase(page, i, sentence.last)
        if sentence.language == "fa" and pointed:
            # «این عضو شورا» is the last one named of those who are
            held = (p for p in cast.named_before(i) if any(r[0] == page.words[i] for r in p.roles))
            last = next(held, None)
            return (i, last) if last else None
        person = cast.find_by_role(phrase, sentence.language)
        return (i, person) if person else None
    return None


def _genitive_end(page: Page, first: int, last: int) -> int:
    """The end of an Arabic genitive chain: its first definite word."""
    end = first + 1
    while end < min(last, first + 5) and not page.words[end - 1].startswith("ال"):
        if not page.is_word(end):
            break
        end += 1
    return end


def _may_be_topic(page: Page, cast: Cast, mention: PlacedMention, sources: set[int]) -> bool:
    """Tell whether a name is surely a person's: he speaks somewhere, or a title, role or given name shows it."""
    person = cast.at.get(mention.first)
    if person is None:
        return False
    if opens_dateline(page, mention):
        return id(person) in sources
    surely = not mention.mention.rule.endswith((".latin", ".speaker")) or person.roles
    return id(person) in sources or bool(surely) or _is_introduced(page, mention)


def _is_introduced(page: Page, mention: PlacedMention) -> bool:
    """Tell whether after a name it is said who that is: «Omar Navarro یکی از نامزدها», «Anna Pohl ۳۴ ساله»."""
    after = page.words[mention.last : mention.last + 3]
    if after[:1] == ("،",):
        after = after[1:]
    aged = after[0][:1].isdigit() and after[1:2] == ("ساله",) if after else False
    return aged or after[:2] == ("یکی", "از")


def _mentions(page: Page, sentence: PlacedSentence) -> list[PlacedMention]:
    """The mentions of a sentence outside quotation marks."""
    found: list[PlacedMention] = []
    for i in page.named_tokens(sentence.first, sentence.last):
        mention = page.mention_at[i]
        if page.mark_at[i] is None and (not found or found[-1] is not mention):
            found.append(mention)
    return found


def _follows_time(page: Page, token: int, sentence: PlacedSentence) -> bool:
    """Tell whether a Persian span of time stands right before a token: «ساعتی بعد | X …», not «پس از X»."""
    at = token - _LONGEST_SPAN
    if sentence.language != "fa" or at < sentence.first:
        return False
    ago = (page.words[at].removesuffix("ی"), page.words[at + 1]) in AGO
    return ago or skip_opening(page, at, sentence.last) == token


def _is_free(page: Page, mention: PlacedMention, sentence: PlacedSentence) -> bool:
    """Tell whether no preposition, object marker or role governs a mention, and no relative clause holds it."""
    language = sentence.language
    grammar = get_grammar(language)
    before = page.words[mention.first - 1] if mention.first else ""
    after = page.words[mention.last] if mention.last < len(page.words) else ""
    if after in grammar.object_markers:
        return False
    if before in grammar.prepositions and not _follows_time(page, mention.first, sentence):
        return False
    if language == "ar" and is_held(page, mention, sentence.first):
        return False
    # «وزير التربية»: the organisation only says of what he is the minister.
    role = load_people(language).roles.find((grammar.bare(before) or " ",), 0)
    return mention.mention.type == "PER" or role is None
