"""What one cue of an Arabic sentence leaves for the next: who holds the floor, whose words are passed on, who listens."""

from dataclasses import dataclass

from rawi.lang.people import Gender
from rawi.quote.arabic.addressees import find_addressee
from rawi.quote.arabic.answers import RETORTS, tells_him
from rawi.quote.arabic.done_to import DONE_TO, TO_ONE
from rawi.quote.arabic.finite_verbs import is_finite, speaks_to_him
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import names_one
from rawi.quote.arabic.holders import (
    agrees,
    opening_subject,
    opens_time,
)
from rawi.quote.arabic.joined_hearers import leads_to_outlet
from rawi.quote.arabic.main_clauses import goes_back, tells_of_noun
from rawi.quote.arabic.nobody import is_done, is_nobody
from rawi.quote.arabic.objects import find_object
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.reported import SPOKEN_OF
from rawi.quote.arabic.saying_texts import is_document
from rawi.quote.arabic.sendings import speaks_in_text
from rawi.quote.arabic.subjects import gender_of, is_relative, is_somebody
from rawi.quote.arabic.texts import (
    is_closed_text,
    relayed_source,
)
from rawi.quote.arabic.told import is_told
from rawi.quote.arabic.turning import turned_to
from rawi.quote.arabic.words import is_asking
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

_RELATIVE = 4  # tokens of «التي كانت قد» before a verb
_NEAR_BEFORE = 12  # tokens between «قاطعه» and «متسائلاً»


@dataclass(slots=True)
class Carried:
    """What one cue of a sentence leaves for the next: who holds the floor, whose words are passed on, who listens.

    `resumed`: the words are those of him or her who was spoken of before (عنه, عنها). `asked`: a question was told of, and
    who answers it is known: «سأل القاضي الشاهد عن الساعة، فأجاب». `teller`: who just told something to someone meant by a
    pronoun; `when`: in a clause of time the sentence opens with. `asker`: who asked in the sentence. `requested`: the one
    person something was just requested of, «طلبت القاضية من الشاهد أن يوضح ذلك، فقال»; `informed`: he was only told it, and speaks where he answers. `main`: whom the sentence is about
    where someone else just spoke in a clause of time, «ابتسم X حين طلب منه الصحافيون أن يعلق، ثم قال». `quoted`: whose words an
    outlet passed on, who goes on, «نقلت الصحيفة عن X قولها إنّ C، موضحةً أنّ». `led`: who stood first and spoke to someone behind
    a verb without words of its own, «أمّا X فخاطب Y قائلاً».
    """

    page: Page
    holder: Range | None
    relayed: Range | None = None
    resumed: Gender | None = None
    listener: Range | None = None
    addressed: bool = True
    asked: bool = False
    teller: Range | None = None
    when: bool = False
    asker: Range | None = None
    requested: Range | None = None
    informed: bool = False
    main: Range | None = None
    quoted: Range | None = None
    led: Range | None = None

    def address(self, cue: PlacedCue, saying: Saying, before: Saying | None) -> Saying:
        """In one sentence a speaker goes on to speak to the same; who is asked for something hears warnings only."""
        if cue.cue.shape == "attribution" and saying.source == self.listener:
            self.listener = None  # «وفقاً لموقع X»: it tells
        if self._only_heard(cue, saying):
            saying = saying._replace(source=self.led)  # «وخاطبت السفير قائلة»: she speaks
        elif (asker := self._who_put(cue, saying)) is not None:
            return saying._replace(source=saying.addressee, addressee=asker)
        elif self._goes_on_to(cue, saying, before):
            return saying._replace(source=None, addressee=saying.source)
        elif self.requested is not None and self._is_granted(cue, saying):
            return saying._replace(source=None, addressee=saying.addressee or self.teller)
        elif self.teller is not None and self._retorts(cue, saying):
            # «وذكّره النائب بأنّ C، فأقرّ بأنّ D»: he who was reminded answers
            return saying._replace(source=None, addressee=saying.addressee or self.teller)
        return self._with_listener(cue, saying, before)

    def _who_put(self, cue: PlacedCue, saying: Saying) -> Range | None:
        """Who put the words in marks to whom a verb without its own subject lets answer: «وجّهت القاضية إلى المدعي سؤالاً: «…»، فأجاب بأنّ»; None where no such words stand before it."""
        here, asked, verb = self.page.sentence_at(cue.first), saying.addressee, cue.first
        if (
            here is None
            or asked is None
            or asked[1] > verb
            or not agrees(self.page, asked, cue.cue)
        ):
            return None
        word = self.page.words[verb]
        if word[0] != "ف" or joined_form(word, RETORTS) is None:
            return None
        put = any(self.page.mark_at[i] is not None for i in range(asked[1], verb))
        asker = opening_subject(self.page, here.first, asked[0]) if put else None
        return asker if saying.source in (None, asker) else None

    def _only_heard(self, cue: PlacedCue, saying: Saying) -> bool:
        """Tell whether who seems to speak is who was spoken to: «وخاطبت السفير قائلة»; not «ردّت على زبون سألها: «…»»."""
        heard = self.listener is not None and saying.source == self.listener
        if not heard or self.asked or _is_described(cue, saying):
            return False
        return not is_relative(self.page, cue.first - _RELATIVE, cue.first)

    def _with_listener(self, cue: PlacedCue, saying: Saying, before: Saying | None) -> Saying:
        """A saying with whom it is said to where its own words do not tell: who is asked, who asked, who listens on."""
        if saying.addressee is not None:
            return saying
        if _is_described(cue, saying) and self._is_asked(cue):
            return saying._replace(addressee=self.holder)
        if self.asker is not None and self._replies(cue, saying):
            return saying._replace(addressee=self.asker)
        if cue.cue.object and not TO_ONE.isdisjoint(cue.cue.frames):
            return saying  # «ردّت X عبر إذاعة «الأفق» فدعته إلى أن»
        if saying.source is not None and is_document(self.page, saying.source[0]):
            return saying  # «عرض X على النواب تقريراً يفيد بأنّ»
        if before is None:
            return saying._replace(addressee=self.listener)
        if before.source == saying.source and self.addressed:
            return saying._replace(addressee=before.addressee)
        return saying

    def holder_of(self, cue: PlacedCue) -> Range | None:
        """Who holds the floor: who was asked, but who asked where the verb is only hers, «سألت هبة الوزير عن السدود، ثم قالت»."""
        if self.asked and self.holder and not agrees(self.page, self.holder, cue.cue):
            return self.asker
        if self.quoted and agrees(self.page, self.quoted, cue.cue):
            return self.quoted
        if self.main and self.holder and goes_back(self.page, self.main, self.holder, cue):
            return self.main
        return self.holder

    def note_saying(self, cue: PlacedCue, saying: Saying) -> None:
        """After a saying its speaker holds the floor; after a question to someone it is he who answers."""
        # Whom a request is made to does not hear what is said besides.
        self.addressed = TO_ONE.isdisjoint(cue.cue.frames) or speaks_in_text(self.page, cue)
        asked = self._is_asking(cue) and saying.addressee is not None  # «سأل X Y: «…»، فأجاب»
        told = asked or cue.cue.object or speaks_to_him(self._verb_before(cue))
        told = told or tells_him(self.page, cue, saying)
        self.requested = self._requested_of(cue, saying)
        if told or self.requested:
            self.teller, self.when = saying.source, opens_time(self.page, cue.first)
        if self._asks(cue):
            # «ردّت الهيئة على زبون سألها: «…»، فكتبت له»
            back = _is_described(cue, saying) and self._is_asked(cue)
            self.holder, self.asker = (self.holder, saying.source) if back else (None, self.asker)
        elif saying.passive and saying.addressee:
            self.holder = saying.addressee  # «سُئلت الوزيرة …، فأجابت»
        elif self.relayed is None or cue.cue.shape != "masdar":
            aside = opens_time(self.page, cue.first) or tells_of_noun(self.page, cue)
            self.main = self.holder if aside else None
            self.holder = saying.source or self.holder
        else:
            self.quoted = saying.source

    def note_led(self, cue: PlacedCue, limit: int, led: Range) -> bool:
        """After a verb without words of its own whose subject stands first, he holds the floor and who stands behind listens; tell whether one does: «أمّا X فخاطب Y مباشرةً قائلاً»."""
        told = read_source(self.page, cue.last, limit)
        if told is None or DONE_TO.isdisjoint(cue.cue.frames):
            return False
        self.led, self.holder, self.listener = led, led, told
        return True

    def note_verb(self, cue: PlacedCue, limit: int) -> None:
        """A verb of saying without words of its own («ونقلت X عن Y»): its subject holds the floor; an outlet it tells listens, «وحكت لصحيفة X تفاصيل الليلة قائلة»."""
        named = read_source(self.page, cue.last, limit)
        if leads_to_outlet(self.page, cue.last):
            place = cue.last, limit
            self.listener = find_addressee(self.page, cue, place, (limit, limit))
        if self._is_asking(cue) and self._note_question(cue, named, limit):
            return
        if named is None or self._tells_nothing(named, cue):
            return
        if is_told(self.page, named, cue.first) and find_object(self.page, named, limit) is None:
            self.listener = named
            return
        if self._word(cue).lstrip("یت").startswith("نصح"):
            self.listener = None  # «ونصحت الطبيبة الأهالي بغلي الماء، قائلةً إنّ …»: readers are told
        elif "person" in cue.cue.frames:
            self.listener = find_object(self.page, named, limit)
        elif named[1] < limit:
            self.listener = find_addressee(self.page, cue, (named[1], limit), (limit, limit))
        if self.relayed and not is_somebody(self.page, named):
            return  # «ونقل الموقع عن عضو، طلب عدم الكشف عن هويته، قوله إنّ …»
        passes_on = self._word(cue).startswith("نقل")
        if passes_on and self.page.words[cue.last] in SPOKEN_OF:
            self.resumed = SPOKEN_OF[self.page.words[cue.last]]
            return  # «ونقلت عنه إذاعة X قوله»: he who is spoken of
        self.relayed = relayed_source(self.page, named, limit, anyone=passes_on)
        self.holder = named
        self._note_complaint(cue, named)

    def _note_complaint(self, cue: PlacedCue, named: Range) -> None:
        """Who is complained to may answer: «شكا السكان إلى المختار من الغبار، فطمأنهم إلى أنّ»."""
        to = self.listener if "to" in cue.cue.frames else None
        if to is not None and names_one(self.page, to):
            self.requested, self.teller, self.informed = to, named, False

    def _tells_nothing(self, named: Range, cue: PlacedCue) -> bool:
        """Tell whether what stands behind a verb is no subject of it: «ونفى | علمه بأيّ عقد، معتبراً …», «وختمت | مقالها بالقول»."""
        nobody = is_nobody(self.page, named) or is_done(self.page, named, cue)
        return nobody or is_closed_text(self.page, named, cue.first)

    def _note_question(self, cue: PlacedCue, named: Range | None, limit: int) -> bool:
        """After a question told of, who is asked holds the floor; tell whether it is known who asks or is asked."""
        if named is None:
            asked, asker = self._asked_by_outlet(cue, limit), None
            if asked is None and cue.cue.object:
                asker, asked = self._turned_to(cue)
        elif cue.cue.passive:
            asked, asker = named, None  # «وعندما سُئل المدير عن الكلفة، قال»
        elif is_nobody(self.page, named):
            return False
        elif cue.cue.object:
            self.holder, self.listener = None, named  # «وسأله أحد الحضور عن الكلفة، فأجاب»
            return True
        else:
            asked, asker = find_object(self.page, named, limit), named
        self.asker = asker  # «وتساءلت صحافية عن الموعد، فأوضح لها المدير أنّ …»
        if asked is not None:
            self.holder, self.listener, self.asked = asked, asker, True
        return asked is not None

    def _requested_of(self, cue: PlacedCue, saying: Saying) -> Range | None:
        """The one person, by name or role, words in marks or a request or question are said to; no body and no people."""
        place = saying.addressee
        puts = "request" in cue.cue.frames or self._is_asking(cue)
        puts = puts or saying.kind == "direct"  # «قال القاضي للمتهم: «…»، فردّ»
        self.informed = not puts
        puts = puts or "person" in cue.cue.frames  # «أبلغت X Y أنّ C، فردّت»
        if place is None or saying.source is None or not puts:
            return None
        return place if names_one(self.page, place) else None

    def _is_granted(self, cue: PlacedCue, saying: Saying) -> bool:
        """Tell whether he whom something was requested of answers with «ف»."""
        if self.requested is None or not agrees(self.page, self.requested, cue.cue):
            return False
        if self.informed and joined_form(self.page.words[cue.first], RETORTS) is None:
            return False
        same = saying.source is None or saying.source == self.teller
        how = cue.cue.shape == "participle" and self._verb_before(cue).startswith("ف")
        return (how and same) or self._retorts(cue, saying)  # «، فاعتذر قائلاً»

    def _goes_on_to(self, cue: PlacedCue, saying: Saying, before: Saying | None) -> bool:
        """Tell whether who spoke just before turns to someone by role: «طالب X بكذا، ثم سأل رئيس الشركة: «…»»."""
        told = before is not None and before.source is not None and saying.source is not None
        then = self.page.words[cue.first - 1] == "ثم" if cue.first else False
        if not (told and then) or saying.addressee is not None or "person" not in cue.cue.frames:
            return False
        named = (self.page.mention_at.get(i) for i in range(*saying.source or (0, 0)))
        return all(mention is None or mention.mention.type != "PER" for mention in named)

    def _retorts(self, cue: PlacedCue, saying: Saying) -> bool:
        """Tell whether a verb with «ف» and without its own subject goes back to him who was told."""
        if cue.cue.cue_class == "continuing":
            return False  # «قال X لـY: «…»، فأضاف»
        own = saying.source is not None and saying.source[0] >= cue.first
        same = saying.source is None or saying.source == self.teller
        verbs = (self.page.words[cue.first], self._verb_before(cue))
        joined = self.when or any(verb.startswith("ف") for verb in verbs)
        if cue.cue.shape == "participle" and self.when and self.teller:
            # «وبعدما عاتبته المديرة، اعتذر قائلاً», not «ولمّا سألته المديرة قائلة»
            return same and not own and "،" in self.page.words[self.teller[1] : cue.first]
        replied = joined_form(self._verb_before(cue).removeprefix("ف"), RETORTS) is not None
        how = cue.cue.shape == "participle" and replied  # «، فردّ مازحاً: «…»»
        return same and not own and joined and (how or cue.cue.shape in ("verb", "masdar"))

    def _replies(self, cue: PlacedCue, saying: Saying) -> bool:
        """Tell whether a verb with «ف» of someone else answers who asked in the same sentence."""
        other = saying.source is not None and saying.source != self.asker
        return other and self.page.words[cue.first].startswith("ف") and cue.cue.shape == "verb"

    def _verb_before(self, cue: PlacedCue) -> str:
        """The last verb after a pause before a cue: «قاطعه X متسائلاً», «، فابتسم وقال»; a dash where none stands."""
        for i in range(cue.first - 1, max(0, cue.first - _NEAR_BEFORE), -1):
            if self.page.mark_at[i] is not None or not self.page.is_word(i):
                break
            if is_finite(self.page, i) or speaks_to_him(self.page.words[i]):
                return self.page.words[i]
        return "-"

    def _asked_by_outlet(self, cue: PlacedCue, limit: int) -> Range | None:
        """Whom an outlet in marks asks: «سألت «الأفق» الطبيب عن اللدغة، فأجاب»."""
        mark = self.page.mark_at[cue.last + 1] if cue.last + 1 < limit else None
        if mark is None or mark[0] != cue.last + 1 or mark[1] + 1 >= limit:
            return None
        asked = read_source(self.page, mark[1] + 1, limit)
        return asked if asked and is_somebody(self.page, asked) else None

    def _turned_to(self, cue: PlacedCue) -> tuple[Range | None, Range | None]:
        """Who turned to whom before a verb asks by its pronoun: «التفتت X إلى Y | وسألته عن الآلة، فقال»; who turned may be told before."""
        here = self.page.sentence_at(cue.first)
        asked = turned_to(self.page, (here.first, cue.first)) if here else None
        if here is None or asked is None:
            return None, None
        return opening_subject(self.page, here.first, asked[0]), asked

    def _asks(self, cue: PlacedCue) -> bool:
        """Tell whether a verb asks someone meant by its pronoun: سألته."""
        return cue.cue.object and self._is_asking(cue)

    def _is_asked(self, cue: PlacedCue) -> bool:
        """Tell whether the pronoun of a verb of asking may mean who holds the floor: «الهيئة … | سألها»."""
        if self.holder is None or not self._asks(cue):
            return False
        her = self.page.words[cue.first].endswith("ها")
        return gender_of(self.page, self.holder) in (None, "f" if her else "m")

    def _is_asking(self, cue: PlacedCue) -> bool:
        """Tell whether a verb is one of asking."""
        return is_asking(self.page.words[cue.first])

    def _word(self, cue: PlacedCue) -> str:
        """The cue's first word without «و»."""
        return self.page.words[cue.first].removeprefix("و")


def _is_described(cue: PlacedCue, saying: Saying) -> bool:
    """Tell whether who speaks stands right before the verb that tells of him: «زبون | سألها»."""
    return saying.source is not None and saying.source[1] == cue.first
