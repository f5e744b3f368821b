"""The grammar of reported speech in Arabic: the verb opens the clause, the source follows, then the content.

Reads one sentence at a time. Participles («مضيفاً», «مشيراً إلى أنّ») and verbal nouns («قوله») carry the source of
the verb before them; «بحسب X» and «وفقاً لـX» stand before or after their content.
"""

from collections.abc import Iterator

from rawi.quote.arabic.announced import read_announced
from rawi.quote.arabic.answers import reply_gender
from rawi.quote.arabic.asked_nouns import read_asked
from rawi.quote.arabic.attributions import read_attribution, read_teller
from rawi.quote.arabic.carried import Carried
from rawi.quote.arabic.clauses import Context
from rawi.quote.arabic.cues import find_cues
from rawi.quote.arabic.holders import (
    asks_first,
    find_holder,
    gender_before,
)
from rawi.quote.arabic.learned import find_hearer
from rawi.quote.arabic.parted_subjects import read_led
from rawi.quote.arabic.put_questions import give_to_asked, puts_first
from rawi.quote.arabic.recalled_words import give_to_owner
from rawi.quote.arabic.reported import passed_on_of
from rawi.quote.arabic.saying_texts import written_by
from rawi.quote.arabic.texts import (
    owner_of_text,
    read_told_of,
)
from rawi.quote.arabic.told_letters import inscribed_by
from rawi.quote.arabic.verbs import find_limit, read_verb
from rawi.quote.arabic.words import OF_HIM
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Saying


def read_sentence(page: Page, sentence: PlacedSentence) -> list[Saying]:
    """Find the sayings of one sentence in text order."""
    context = Context(page, sentence, find_cues(page, sentence))
    asker = asks_first(page, sentence.first, sentence.last)
    asker = asker or puts_first(page, sentence.first, sentence.last)
    holder = None if asker else find_holder(page, sentence.first, sentence.last)
    carried = Carried(page, holder, teller=asker, when=asker is not None)
    found: list[Saying] = []
    done = sentence.first
    for number, cue in enumerate(context.cues):
        if cue.first < done:
            continue
        if cue.cue.shape == "attribution" and found and found[-1].passive:
            # «ويُزعم أنّ …، حسبما ذكرت صحيفة X»
            teller = found[-1].source or read_teller(page, sentence, cue)
            found[-1] = found[-1]._replace(source=teller, passive=teller is None)
        for saying, end in _read_cue(context, number, done, carried):
            found.append(carried.address(cue, saying, found[-1] if found else None))
            carried.note_saying(cue, saying)
            done = max(done, end)
        if cue.cue.shape == "verb" and cue.first >= done:
            led = read_led(page, done, sentence.first, cue)
            limit = find_limit(context, number)
            if led is None or not carried.note_led(cue, limit, led):
                carried.note_verb(cue, limit)
    found += read_announced(page, sentence, found)
    found += read_asked(page, sentence, found)
    told = sorted(found, key=lambda s: s.start)
    return [give_to_asked(page, give_to_owner(page, saying)) for saying in told]


def _read_cue(
    context: Context, number: int, done: int, carried: "Carried"
) -> Iterator[tuple[Saying, int]]:
    """Read one cue; yield its sayings and the token from which reading goes on."""
    cue = context.cues[number]
    if cue.cue.shape == "attribution":
        yield from read_attribution(context, number, done)
        return
    passed_on = None
    if cue.cue.shape == "masdar" and "owned" not in cue.cue.frames:
        told = read_told_of(context.page, context.sentence.first, cue.first)
        passed_on = told or carried.relayed
    holder = passed_on or carried.holder_of(cue)
    sure = passed_on is not None or (carried.asked and cue.cue.shape == "verb")
    for saying, end in read_verb(context, number, done, holder, sure=sure):
        if gender := carried.resumed if cue.cue.shape == "masdar" else None:
            yield saying._replace(source=None, gender=gender), end
        elif passed_on is None and (gender := passed_on_of(context, cue, saying)):
            yield saying._replace(source=None, gender=gender, passive=False), end
        elif saying.passive:
            yield _give_passive(context, cue, saying), end
        elif gender := reply_gender(context.page, cue):
            answered = saying.addressee or saying.source
            yield saying._replace(source=None, gender=gender, addressee=answered), end
        elif saying.source is None:
            yield _give_unnamed(context, cue, saying), end
        else:
            yield saying, end


def _give_passive(context: Context, cue: PlacedCue, saying: Saying) -> Saying:
    """A passive saying with who said it where the sentence tells: whom somebody heard it of, or who sent the card it is written on."""
    page, sentence, _ = context
    if find_hearer(page, cue, sentence.last) is not None:
        return saying._replace(gender=OF_HIM[page.words[cue.last]], passive=False)
    stop = saying.content[0][0] if saying.content else sentence.last
    if (writer := written_by(page, cue, stop)) is not None:
        return saying._replace(source=writer, passive=False)
    if (letter := inscribed_by(page, sentence.first, cue)) is not None:
        return saying._replace(
            source=letter.sender,
            addressee=letter.recipient,
            gender=letter.gender,
            passive=False,
        )
    return _give_unnamed(context, cue, saying) if saying.source is None else saying


def _give_unnamed(context: Context, cue: PlacedCue, saying: Saying) -> Saying:
    """A saying of nobody named with the gender of who said it, as the verb before or a text with a pronoun tells: «فاكتفت بالقول», «وجاء في بيانها: …»."""
    page, sentence, _ = context
    if cue.cue.shape == "masdar":
        return saying._replace(
            gender=saying.gender or gender_before(page, sentence.first, cue.first)
        )
    owner = owner_of_text(page, cue.last)
    return saying._replace(gender=owner) if owner else saying
