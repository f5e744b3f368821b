"""Who the other one of an Arabic scene is: whom a pronoun, «لضيفته» or «يا دكتور» means."""

from rawi.lang.common import without_joined_lam
from rawi.quote.arabic.acting_bodies import find_acting_body
from rawi.quote.arabic.apposed_hearers import find_apposed
from rawi.quote.arabic.authors import answers_writer, asks_himself, find_author, tells_me
from rawi.quote.arabic.correspondence import Correspondence
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.fuller import find_fuller
from rawi.quote.arabic.groups import joins_two, last_group, names_each
from rawi.quote.arabic.hailed import called_on, find_hailed
from rawi.quote.arabic.inquiries import find_asking_outlet, find_inquiry
from rawi.quote.arabic.listeners import counterpart_of, listener_of, own_of
from rawi.quote.arabic.meeting_outlets import find_meeting_outlet
from rawi.quote.arabic.meetings import find_held, find_meeting, find_named_guest, find_named_host
from rawi.quote.arabic.officers import find_officer
from rawi.quote.arabic.opened_hearts import find_opened_outlet
from rawi.quote.arabic.other_callings import is_of_other_calling
from rawi.quote.arabic.own_outlets import find_bylined, find_own_outlet, find_told_by_name
from rawi.quote.arabic.people_words import is_own_person, kin_of
from rawi.quote.arabic.same_talk import find_talk_before
from rawi.quote.arabic.turned_before import find_turned_to
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory, Wanted
from rawi.quote.page import Page
from rawi.quote.roles import agree, is_relation, role_gender
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_BACK_TO_GROUP = 2  # sentences
_ANYONE = frozenset({"احد", "احدی", "بعض", "احدهم", "احداهن", "احداهم"})
_MET = 3  # so many who fit may be the counterpart


class Scene:
    """Looks up who listens, in the cast and in what a reader has in mind."""

    def __init__(self, page: Page, cast: Cast, memory: Memory) -> None:
        self._page = page
        self._cast = cast
        self._memory = memory
        self.letters = Correspondence(page, cast, memory)

    def meant(
        self, saying: Saying, speaker: Speaker | None, listener: Speaker | None
    ) -> Speaker | None:
        """Whom the pronoun of a verb means: سألته, «قال لها»; `listener`: to whom the same one spoke just before."""
        wanted = listener_of(self._page, saying)
        if wanted is None:
            return None
        wanted = wanted._replace(besides=self._whose(saying, speaker))
        if wanted.plural is None:
            return self._group(saying, speaker, listener)
        if listener is not None:
            things = listener.body or listener.words[0].endswith("ات")
            # «ناشدت السلطات …. وطلبت منها»
            either = wanted._replace(person=False, plural=None) if things else wanted
            if either.fits(listener):
                return listener  # «قال لضيفته: «…». ثم تعهّد لها بأن …»
        near = self._named_near(saying, speaker, wanted) or self._met_here(saying, speaker, wanted)
        near = near or self._own_near(saying, speaker, wanted)
        near = near or self._officer_near(saying, speaker, wanted)
        near = near or self._turned_to(saying, speaker, wanted)
        if near is None and wanted.gender == "f" and speaker is not None:
            near = self._party(find_acting_body(self._page, saying))
        return near or self._memory.find_other(speaker, wanted) or self.met(saying, speaker, wanted)

    def _whose(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whose brother or mother speaks, who is not told by the pronoun: «أعرب شقيق | سامر الحلبي عن فرحه»."""
        at = self._cast.at
        named = (at[i] for i in range(*saying.source or (0, 0)) if i in at)
        return next((person for person in named if person is not speaker), None)

    def _named_near(
        self, saying: Saying, speaker: Speaker | None, wanted: Wanted
    ) -> Speaker | None:
        """The one person of the pronoun's gender whom its sentence names besides who speaks: «رحّبت المديرة بالبطل X، وتوجّهت إليه»."""
        sentence = self._page.sentence_at(saying.start)
        first = sentence.first if sentence else saying.start
        at = self._cast.at
        named = {id(at[i]): at[i] for i in range(first, saying.start) if i in at}
        others = (p for p in named.values() if p not in (speaker, wanted.besides))
        fitting = [p for p in others if p.gender == wanted.gender]
        return fitting[0] if len(fitting) == 1 else None

    def _own_near(self, saying: Saying, speaker: Speaker | None, wanted: Wanted) -> Speaker | None:
        """The speaker's own person its sentence tells of before: «احتضنت ابنتها وقالت لها»."""
        page, sentence = self._page, self._page.sentence_at(saying.start)
        if sentence is None or saying.cue is None:
            return None
        for i in range(saying.cue[0] - 1, sentence.first, -1):
            stem = kin_of(page.words[i]) or without_pronoun(page.words[i])
            own = page.mark_at[i] is None and stem != page.words[i] and is_own_person(page, i)
            own = own and not _is_source(page, i, saying)
            if own and role_gender((stem,)) == wanted.gender:
                return self.named((i, i + 1), saying, speaker)
        return None

    def _officer_near(
        self, saying: Saying, speaker: Speaker | None, wanted: Wanted
    ) -> Speaker | None:
        """The one person besides who speaks whom its sentence calls by a role before: «اقترب صبي من الحارس وقال له»."""
        place = find_officer(self._page, saying, wanted.gender)
        found = self.named(place, saying, speaker) if place is not None else None
        return found if found is not speaker else None

    def _group(
        self, saying: Saying, speaker: Speaker | None, listener: Speaker | None
    ) -> Speaker | None:
        """Those whom a plural pronoun means: who listens already, the group last named in its sentence, else the last one in mind."""
        if listener is not None and listener.plural:
            return listener
        if (place := self._place_group(saying)) is not None:
            return self._identify(place)
        return self._memory.find_other(speaker, Wanted(plural=True))

    def _place_group(self, saying: Saying) -> Range | None:
        """Where those are last named whom a plural pronoun means: in its sentence, else in one of the two right before."""
        page, sentence = self._page, self._page.sentence_at(saying.start)
        if sentence is None:
            return None
        place = last_group(page, sentence.first, saying.start, own=True)
        if place is not None and saying.source is not None and place[0] == saying.source[0]:
            # «رسالة وجّهتها إليهم | طالبات الصف، جاء فيها»
            place = last_group(page, sentence.first, saying.source[0], own=True)
        if place is not None:
            return place
        for before in reversed(page.sentences_before(sentence, _BACK_TO_GROUP)):
            together = before.paragraph == sentence.paragraph
            place = last_group(page, before.first, before.last, own=together)
            if place is not None:
                return place
        return None

    def named(self, place: Range, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom the words for a listener name: by name, as guest or counterpart («لضيفته», «نظيره», «لمعاليه»), by role; never who speaks."""
        nobody = speaker is not None and speaker.words[:1] and speaker.words[0] in _ANYONE
        # «همس أحد الطباخين لزميله»: whose colleague he is nobody knows
        wanted = None if nobody else counterpart_of(self._page, place)
        received = self._guest(place, speaker) if wanted is not None else None
        if wanted is not None and received is not None and wanted.fits(received):
            return received  # «استقبلت X الوزير Y، بحضور Z. وقالت لضيفها إنّ»
        if wanted is not None and (met := self.met(saying, speaker, wanted)) is not None:
            return met
        if (host := self._host(saying, speaker)) is not None:
            return host
        apposed = self._party(find_apposed(self._page, place))
        if apposed is not None and apposed is not speaker:
            return apposed  # «لقائد الفريق، الحارس X: «…»»
        if names_each(self._page, place) and (group := self._group(saying, speaker, None)):
            return group  # «أبلغت X اللاعبين بأنّ …، ثم طلبت من كل منهم أن»
        if joins_two(self._page, place):
            return self._cast.describe(place, "ar")  # «مخاطبةً المدعي والمدعى عليه»
        known = self._own(place, speaker) or self._guest(place, speaker)
        known = known or self._surnamed(place)
        known = known or self._told_fuller(place) or self._party(find_own_outlet(self._page, place))
        if known is not None:
            return known
        found = self._identify(place)
        if found is not speaker:
            return found
        gender = role_gender(self._page.words[slice(*place)])
        met = self.met(saying, speaker, Wanted(gender, person=True))
        own = any(i in self._cast.at for i in range(*place))
        if met is not None and not own and is_of_other_calling(self._page, met, place):
            met = None  # «وسأل X | الحارس»: not the mayor who spoke before
        return met if met or own else self._cast.describe(place, "ar")  # someone else in office

    def _surnamed(self, place: Range) -> Speaker | None:
        """Whose surname «ل» is joined with: «للدرويش», «لسلامة»."""
        word = self._page.words[place[0]]
        if place[1] - place[0] > 1 or not word.startswith("ل"):
            return None
        bare = without_joined_lam(word) if word.startswith("لل") else word[1:]
        called = [p for p in self._cast.people if p.words[1:][-1:] == (bare,)]
        return called[0] if len(called) == 1 else None

    def _told_fuller(self, place: Range) -> Speaker | None:
        """The party or people told of more fully before: «للوفد» is «وفد من جمعية X»."""
        told = find_fuller(self._page, place)
        return self._cast.describe(told, "ar") if told else None

    def _own(self, place: Range, speaker: Speaker | None) -> Speaker | None:
        """The one person who is so called, or of kin bears the speaker's surname, where a word has a pronoun: «عاتبت شقيقها», «صافح جاره»."""
        own = own_of(self._page, place)
        if own is None or speaker is None or not speaker.named:
            return None
        gender = role_gender((own,))
        others = [p for p in self._cast.people if p is not speaker and agree(p.gender, gender)]
        called = [p for p in others if any(r[:1] == (own.removesuffix("ه"),) for r in p.roles)]
        kin = is_relation((own,), "ar")
        surnamed = [
            p for p in others if kin and len(p.words) > 1 and p.words[-1:] == speaker.words[1:][-1:]
        ]
        heard = [p for p in surnamed if p in self._memory.recent]
        alone = (found[0] for found in (called, surnamed, heard) if len(found) == 1)
        return next(alone, None)

    def _guest(self, place: Range, speaker: Speaker | None) -> Speaker | None:
        """Whom «الضيف», «ضيفته» means: who was received; «مضيفه»: who received him."""
        guest = find_named_guest(self._page, place) or find_named_host(self._page, place)
        found = self._party(guest)
        return found if found is not speaker else None

    def met(self, saying: Saying, speaker: Speaker | None, wanted: Wanted) -> Speaker | None:
        """The last one named before a saying who fits and does not speak himself."""
        before = self._cast.named_before(saying.start)
        fitting = [p for p in before if p is not speaker and wanted.fits(p)][:_MET]
        return next((p for p in fitting if p in self._memory.recent), next(iter(fitting), None))

    def called(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom words in marks call upon by name or office, «لا يا سي سليم», or politely, «عزيزتي هدى، …»."""
        called = called_on(self._page, saying)
        if called is None:
            hailed = self._party(find_hailed(self._page, saying))
            return (hailed if hailed is not speaker else None) or self._author(saying, speaker)
        words = set(self._page.words[slice(*called)])
        by_name = (p for p in self._cast.people if words <= {*p.words} and p is not speaker)
        found = next(by_name, None) or self._identify(called)
        known = found if found.named and found is not speaker else None
        return known or self._author(saying, speaker)  # ««اجلسي يا أستاذة»، قال لي النحّال»

    def called_by_name(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom words in marks call upon by a name the report knows, where they are told to no name: «قال لسائق الجرافة: «يا سامي، …»»."""
        named = any(i in self._cast.at for i in range(*(saying.addressee or (0, 0))))
        if named or called_on(self._page, saying) is None:
            return None
        called = self.called(saying, speaker)
        return called if called is not None and called.named else None

    def _author(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """The writer of the report, else its outlet, where «me» is told: «تقول لي الجدة»."""
        page = self._page
        if not (tells_me(page, saying) or answers_writer(page, saying)):
            return None
        author = self._party(_find_us(page))
        return author if author is not speaker else None

    def asker(self, saying: Saying) -> Speaker | None:
        """The writer of the report where he asks himself, «سألناه إن كان», or the outlet of the talk in which is asked: «في مقابلة مع «الأفق»، سُئلت هل»."""
        if asks_himself(self._page, saying):
            return self._party(_find_us(self._page))
        return self._party(find_asking_outlet(self._page, saying))

    def other_party(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """The other one of the scene: whom «يا» calls upon without a name, «يا خالة», or whom the speaker met."""
        if called_on(self._page, saying) is None:
            return (
                self.letters.reader(saying, speaker)
                or self._host(saying, speaker)
                or self._met_before(saying, speaker)
                or self._inquirer(saying, speaker)
                or self._turned_to(saying, speaker, Wanted())
                or self._party(find_talk_before(self._page, saying))
            )
        return self._memory.find_other(speaker, Wanted(person=True, plural=False))

    def _turned_to(self, saying: Saying, speaker: Speaker | None, wanted: Wanted) -> Speaker | None:
        """Whom the sentence before says that the speaker turned to: «ومال سامي نحو جارته. «…»، قال.»."""
        place = find_turned_to(self._page, saying)
        found = self.named(place, saying, speaker) if place is not None else None
        return found if found is not None and found is not speaker and wanted.fits(found) else None

    def _inquirer(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """Who asked about what someone answers, without words of his told: «وسأل المدير عن الموعد. فأجابت X بأنّ»."""
        asked = find_inquiry(self._page, saying)
        if asked is None:
            return None
        if asked.asker is None:
            return self._memory.find_other(speaker, Wanted(asked.gender, person=True, plural=False))
        found = self._identify(asked.asker)
        return found if found is not speaker else None

    def _party(self, place: Range | None) -> Speaker | None:
        """Who stands at a place; nobody where there is none."""
        return self._identify(place) if place else None

    def _identify(self, place: Range) -> Speaker:
        """The speaker whose name or description stands at a place."""
        return self._cast.identify(place, "ar", self._memory.recent)

    def _met_here(self, saying: Saying, speaker: Speaker | None, wanted: Wanted) -> Speaker | None:
        """The other party of the meeting told of, where a pronoun may mean him: «وفي بداية اللقاء سألتها X»."""
        met = self._met_before(saying, speaker) if speaker is not None else None
        return met if met is not None and wanted.fits(met) else None

    def _host(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Who met several of whom one speaks to him: «وخلال لقاء النقيب بوفد من المزارعين، شكت X من أنّ»; what he says himself goes to them."""
        held = find_held(self._page, saying)
        if held is None or speaker is None:
            return None
        host, guests = map(self._identify, held)
        return guests if host is speaker else host

    def _met_before(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """The other party of the meeting in which something was said: «وقال خلال اللقاء»."""
        parties = find_meeting(self._page, saying)
        if parties is None:
            return None
        one, other = map(self._identify, parties)
        return other if speaker is one else one if speaker is other else None


def _is_source(page: Page, own: int, saying: Saying) -> bool:
    """Tell whether somebody's own person at a token is who speaks, with the name behind a comma: «كان | معلّمه الأول، X، يردّد على مسامعه أنّ»."""
    if saying.source is None or own >= saying.source[1]:
        return False
    between = page.words[own + 1 : saying.source[0]]
    return all(word.startswith("ال") or word in "،," for word in between)


def _find_us(page: Page) -> Range | None:
    """Who a report means by us: its writer, else its outlet."""
    outlet = find_bylined(page) or find_told_by_name(page) or find_meeting_outlet(page)
    return find_author(page) or outlet or find_opened_outlet(page)
