"""The cast of a document: its people, each with all names and roles the document gives, and its organisations.

Built from the mentions before any attribution, so that a role in the headline and a name in the last paragraph
are one person throughout.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.reading import words_of
from rawi.quote.arabic.appointed import read_put_in_office
from rawi.quote.arabic.bodies import find_headed_body
from rawi.quote.arabic.done_to import tells_someone
from rawi.quote.arabic.governors import read_governor
from rawi.quote.arabic.lawsuits import read_parties
from rawi.quote.arabic.naming import (
    described_gender,
    is_eventful,
    is_parent,
    recalls_event,
)
from rawi.quote.arabic.words import is_anothers, is_possessed
from rawi.quote.chairs import read_offices
from rawi.quote.described import describe, skip_apposed
from rawi.quote.genders import tell_gender
from rawi.quote.known_before import find_by_family, find_by_surname, find_same_office
from rawi.quote.nicknames import find_nicknamed
from rawi.quote.office_holders import (
    find_holder,
    find_newly_put,
    find_of_place,
    told_before,
    without_told,
)
from rawi.quote.offices import own_role, role_over_place, skip_titles, with_body
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.appointed import read_appointed
from rawi.quote.persian.chiefs import find_chief
from rawi.quote.persian.hearers import skip_some, whose_word
from rawi.quote.persian.introduced import drop_calling, drop_owner
from rawi.quote.persian.own_names import introduced_as
from rawi.quote.persian.pointed_bodies import find_body_called, find_pointed_body
from rawi.quote.persian.team_offices import find_of_body, names_club
from rawi.quote.persian.told_of_named import tells_of_named
from rawi.quote.roles import (
    agree,
    genders_of,
    is_relation,
    is_role,
    plain_role,
    role_gender,
    role_words,
    split_roles,
    without_told_lam,
)
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker, Words, is_part
from rawi.quote.spelling import spell_name
from rawi.quote.titled import find_by_title, find_doctor, find_ranked, is_told_calling
from rawi.quote.whose import is_owned, speaks_for, tells_whose

_BEFORE_HIS_NAME = ("،", ",", "نام", "خود")  # «وکیل متهم، | X», «وکیل خود | X»


class Cast:
    """The people and organisations of one document."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.people: list[Speaker] = []
        self.at: dict[int, Speaker] = {}
        self._others: dict[Words, Speaker] = {}
        people = [
            m
            for m in page.mentions
            if m.mention.type == "PER" and not (tells_of_named(page, m) or names_club(page, m))
        ]
        # Longest first, so that a surname alone finds the full name wherever that stands.
        for placed in sorted(people, key=lambda m: (m.first - m.last, m.first)):
            self._enter(placed)
        self.people.sort(key=lambda person: person.first)
        named = [
            m
            for m in page.mentions
            if m.first in self.at and not m.mention.rule.endswith(".speaker")
        ]
        self._named = [self.at[m.first] for m in named]
        self._named_until = [m.last for m in named]

    def _enter(self, placed: PlacedMention) -> None:
        """Add a mention of a person to the one it names, or make a new one."""
        words = words_of(placed.mention.name)
        person = next((p for p in self.people if is_part(words, p.words)), None)
        person = person or find_nicknamed(placed.mention.rule, words, self.people)
        person = person or find_ranked(self.people, words)
        if person is None and (len(words) > 2 or self._took_another(placed)):
            # «قاضی کیان مهر ختم جلسه را …»: a name known in full took a word too many.
            person = next((p for p in self.people if is_part(words[:-1], p.words)), None)
        if person is None:
            name = spell_name(self._page.text, placed.mention.span)
            person = Speaker(name, words, placed.first, named=True, body=False)
            self.people.append(person)
        person.first = min(person.first, placed.first)
        person.gender = person.gender or tell_gender(
            self._page, placed, self._language(placed.first)
        )
        written = None if tells_whose(self._page, placed) else own_role(self._page, placed)
        if written:
            language = self._language(placed.first)
            told = with_body(self._page, words_of(written), placed.first)
            person.roles += [role_words(role, language) for role in split_roles(told, language)]
            if language == "fa" and (kin := whose_word(told[0])):
                person.roles.append((kin,))  # «شاگردش، X، …», then «شاگرد»
            person.role = person.role or written
        else:
            person.roles += role_over_place(self._page, placed, person.gender)
        offices, titles = read_offices(self._page, placed, self._language(placed.first))
        person.roles += offices
        arabic = self._language(placed.first) == "ar"
        told_of = (read_parties, read_put_in_office, read_governor) if arabic else (read_appointed,)
        person.roles += [role for read in told_of for role in read(self._page, placed)]
        person.titles += titles
        self.at.update(dict.fromkeys(range(placed.first, placed.last), person))

    def _took_another(self, placed: PlacedMention) -> bool:
        """Tell whether a Persian surname behind a title took a common word: «خانم مهری | عمیقا همدردی کرد»."""
        words = self._page.words[placed.first : placed.last]
        surname = any(words[0] == person.words[-1] != person.words[0] for person in self.people)
        titled = placed.mention.rule == "fa.title" and len(words) == 2
        if not (titled and surname):
            return False  # «خانم مهری | فهرستی از …»
        return not load_common("fa").isdisjoint((words[1], words[1].removesuffix("ی")))

    def _language(self, token: int) -> str:
        """The language of the paragraph a token stands in."""
        paragraphs = self._page.paragraphs
        at = bisect_right(paragraphs, token, key=attrgetter("first")) - 1
        inside = at >= 0 and token < paragraphs[at].last
        return paragraphs[at].language if inside else "fa"

    # -------------------------------------------------------------- who a phrase means

    def identify(
        self, source: Range, language: str, recent: Iterable[Speaker], *, goes_on: bool = False
    ) -> Speaker:
        """Tell whom a source phrase means: by the name in it, by a role, by an organisation; else as described.

        `goes_on`: the cue says that who spoke goes on («وأضافت الشاهدة»).
        """
        page = self._page
        source = drop_calling(page, drop_owner(page, source)) if language == "fa" else source
        first, last = source
        own = first
        his = language == "ar" and is_possessed(page, first)  # «شقيقه سامر» is Samir
        told = skip_some(page, source) if language == "fa" else first  # «یکی از دوستان X»
        kin = any(is_relation(page.words[i:last], language) for i in {told, first})  # «مخالفان X»
        if first not in self.at and not his and kin:
            # «وکیل مدافع متهم، سیما گندمکار»: after a comma her own name stands.
            own = next(
                (i + 1 for i in range(first, last) if page.words[i] in _BEFORE_HIS_NAME), last
            )
        elif language == "ar" and first not in self.at and not page.words[first].startswith("کل"):
            own = skip_apposed(page, source, self.at)
        places = [i for i in range(own, last) if i in self.at]
        if places and self._names_body(source, places[0], language):
            places = []  # «انجمن کرامول»: who it is called after does not speak
        if language == "ar":
            places = [i for i in places if not is_anothers(page, source, i)]
            places = [] if places and not his and is_owned(page, source, places[0]) else places
        elif places and speaks_for(page, source, places[0]):
            places = []
        named = list({id(self.at[i]): self.at[i] for i in places}.values())
        if len(named) == 2:
            return self._pair(source, named)
        if not named and language == "fa" and (own_name := introduced_as(page, source)):
            named = [self.at.get(own_name[0]) or self._name(own_name)]
        if named:
            return named[0]
        if page.words[first] == "«" and (
            called := self._others.get(page.words[first + 1 : last - 1])
        ):
            return called  # «کاربری با نام «X» …. «X» افزود»
        first = skip_titles(page, source, language)
        words = page.words[first:last]
        recent = list(recent)
        known = [*recent, *self.named_before(first)]
        person = find_by_title(known, words, language)
        person = person or find_by_family(self.people, words, language)
        person = person or self._by_office((first, last), language, recent, goes_on)
        return (
            person
            or (find_doctor(known, words) if language == "ar" else None)
            or find_by_surname(self.people, words, language)
            or self.describe(source, language)
        )

    def _by_office(
        self, phrase: Range, language: str, recent: Sequence[Speaker], goes_on: bool
    ) -> Speaker | None:
        """Whom a role phrase means, None where it is none or fits nobody known."""
        page, (first, last) = self._page, phrase
        words = page.words[first:last]
        if language == "ar":
            words = without_told_lam(words)  # «قال X | لرئيس الاتحاد»
        several = language == "ar" and names_people(get_grammar("ar").bare(words[0]), "ar")
        if language == "ar" and (recalls_event(page.words, phrase) or is_parent(words)):
            return self._by_description(phrase, language, recent, goes_on)
        party = (
            language == "fa"
            and len(words) == 1
            and words[0] in get_grammar("fa").words["court_parties"]
        )
        calling = language == "fa" and is_told_calling(self.people, words)
        if several or not (party or calling or is_role(words, language)):
            return None  # «البحّارة» are no sailor
        joins = language == "fa" and page.words[last : last + 1] in (("نیز",), ("هم",))
        body = self._body_in(phrase, language)
        office = role_words((*words[:1], *body.words) if body else words, language)
        verb = page.words[max(0, first - 1)] if words[0] == page.words[first] else "ل"
        genders = genders_of(words, language, "" if tells_someone((verb,), 0) else verb)
        people = self._who_may_hold(phrase, office, language)
        held = (find_holder(people, office, language, recent, g, exact=joins) for g in genders)
        person = next((one for one in held if one is not None), None)
        if person is not None and (before := told_before(person, words, first, recent)) is not None:
            return before
        if person is None and language == "fa":
            described = find_holder(self.people, plain_role(words), language, recent)
            person = described if described in recent else None
            person = person or find_of_body(page, self.people, office)
            person = person or find_of_place(page, self.people, (first, last))
            person = person or find_chief(page, self.at, office)
        person = person or find_newly_put(self.people, words, language, recent)
        return person or self._by_description(phrase, language, recent, goes_on)

    def _names_body(self, source: Range, name: int, language: str) -> bool:
        """Tell whether a person's name behind the head of a Persian organisation says whose it is, «دفتر X», «تیم دفاع X», in Arabic also behind a body whose head is left out: «ماء سيدي علي»."""
        first = source[0]
        if language == "ar":
            return find_headed_body(self._page, source) is not None
        page, head = self._page, load_people("fa").organisations.find(self._page.words, first)
        between = range(head.end, name) if head is not None else ()
        whose = all(page.is_word(i) and not is_role(page.words[i : i + 1], "fa") for i in between)
        return head is not None and whose

    def _name(self, place: Range) -> Speaker:
        """Someone by a name no list has: «که خود را X معرفی کرد»."""
        words = self._page.words[slice(*place)]
        person = Speaker(self._page.written(place), words, place[0], named=True, body=False)
        return self._others.setdefault(words, person)

    def _pair(self, source: Range, named: list[Speaker]) -> Speaker:
        """Two who speak together are one speaker: «سامي درويش ونادر حاوي»; one inside the other's role is none."""
        page = self._page
        first = next(i for i in range(*source) if i in self.at)
        last = source[1]
        joined = any(
            page.words[i].startswith("و") and self.at.get(i) is named[1] for i in range(first, last)
        )
        if self._language(first) == "fa":
            second = next(i for i in range(first, last) if self.at.get(i) is named[1])
            last = next((i for i in range(second, last) if self.at.get(i) is not named[1]), last)
            joined = "و" in page.words[first:second] and "،" not in page.words[first:second]
        if not joined:
            return named[0]
        key = page.words[first:last]
        if key not in self._others:
            self._others[key] = Speaker(
                page.written((first, last)), key, first, named=True, body=False, plural=True
            )
        return self._others[key]

    def find_body(self, head: str, before: int) -> Speaker | None:
        """The last Persian organisation before a token that is so called: «این گروه»."""
        place = find_body_called(self._page, head, before)
        return self.identify(place, "fa", ()) if place else None

    def _by_description(
        self, phrase: Range, language: str, recent: Iterable[Speaker], goes_on: bool
    ) -> Speaker | None:
        """Whom an Arabic description means: «العالمة الشابة» is who has the role, «الأستاذ المتقاعد» the last man named."""
        first, last = phrase
        words = self._page.words[first:last]
        after = self._page.words[last] if last < len(self._page.words) else ""
        gender = described_gender(words, after, goes_on=goes_on) if language == "ar" else None
        party = self._party(phrase) if language == "ar" else None
        if gender is None or party is not None:
            return party
        # «تحدث الوزير عن لقاء X وأضاف»: X is named only behind
        recent = [one for one in recent if one.first < first]
        head = get_grammar(language).bare(words[0])
        person = find_holder(self.people, role_words(words[:1], language), language, recent)
        if person and agree(person.gender, gender):
            return person
        if first and self._page.words[first - 1] in ("اما", "واما"):
            return None  # «أمّا التاجر العجوز فـ…»: someone else than those before
        if (head,) in self._others:
            return None  # «قال الصياد للمناوب: …. وسأله المناوب»: who was so called before
        # «البائعة» is no writer known by name; «السيدة» and who goes on may be.
        anyone = goes_on or len(words) > 1 or is_eventful(words)
        anyone = anyone or head in get_grammar(language).words["anyone"]
        known = recent if goes_on else [*recent, *self.named_before(first)]
        return next(
            (p for p in known if p.named and agree(p.gender, gender) and (anyone or not p.roles)),
            None,
        )

    def named_before(self, token: int) -> list[Speaker]:
        """The people surely named before a token, the last one first."""
        before = bisect_right(self._named_until, token)
        return list(dict.fromkeys(reversed(self._named[:before])))

    def _party(self, phrase: Range) -> Speaker | None:
        """Who «المدّعية», «المتحدثة» is: the one woman named so far; nobody where someone unnamed was so called."""
        word = self._page.words[phrase[0]]
        head = get_grammar("ar").bare(word)
        party = head != word and head in get_grammar("ar").words["parties"]
        if phrase[1] - phrase[0] > 1 or not party:
            return None
        gender = role_gender((head,)) or ("f" if head.endswith("ه") else "m")
        if any(
            head.removesuffix("ه") in role[:1] for s in self._others.values() for role in s.roles
        ):
            return None  # «متحدث باسم الميناء»
        known = [p for p in self.named_before(phrase[0]) if p.gender == gender]
        return known[0] if len(known) == 1 else None

    def find_by_role(self, phrase: Range, language: str) -> Speaker | None:
        """The person a role phrase fits, None when it fits nobody with a name."""
        office = role_words(self._page.words[slice(*phrase)], language)
        return find_holder(self._who_may_hold(phrase, office, language), office, language, ())

    def _who_may_hold(self, phrase: Range, office: Words, language: str) -> list[Speaker]:
        """The people a role phrase may mean."""
        if language != "ar":
            return self.people
        return without_told(self._page, self.people, phrase, office)

    def describe(self, source: Range, language: str) -> Speaker:
        """Someone without a name, one for all phrases that say the same of him."""
        speaker = describe(self._page, source, language, self._body_in(source, language))
        known = self._others.setdefault(speaker.words, speaker)
        another = self._page.words[source[1] : source[1] + 1] in (("دیگر",), ("دیگری",))
        if language == "fa" and known.first == source[0] and not another:
            # Also where he was described before as whom a sentence is about, and the longer office was not.
            same = find_same_office(known, self._others.values())
            self._others[speaker.words] = same or known
        return self._others[speaker.words]

    def _body_in(self, source: Range, language: str) -> Speaker | None:
        """The organisation whose somebody speaks: «سخنگوی این شرکت», «رئیس آن»."""
        place = find_pointed_body(self._page, source) if language == "fa" else None
        return self.identify(place, "fa", ()) if place else None
