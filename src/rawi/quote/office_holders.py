"""Which of the people of a document a role means."""

from collections.abc import Iterable

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.roles import agree, fit_roles, role_words
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker, Words

_WITH_COMPLEMENT = 2  # words of an office that tells of what
_POINTING = 3  # words of «شهردار این شهر»
_PLACES = frozenset(
    {
        "شهر",
        "شهرستان",
        "استان",
        "بخش",
        "منطقه",
        "ناحیه",
        "بندر",
        "روستا",
        "دهستان",
        "شهرک",
        "ولایت",
        "ولسوالی",
        "جزیره",
        "کشور",
    }
)
_NEWLY = frozenset({"الجدید", "الجدیده", "المنتخب", "المنتخبه", "المعین", "المعینه"})


def find_holder(
    people: Iterable[Speaker],
    role: Words,
    language: str,
    recent: Iterable[Speaker],
    gender: str | None = None,
    *,
    exact: bool = False,
) -> Speaker | None:
    """Whose role fits a phrase best, in this very office if `exact`; of equals the last speaker, then the first named.

    Nobody of another `gender`: «السيدة» is no man titled «السيد».
    """
    order = {id(person): -i for i, person in enumerate(recent)}
    # Any other office has the same head: asked of all, that settles it for nearly all.
    general = not exact and _may_be_general(role, language)
    best: tuple[float, int, int] | None = None
    found: Speaker | None = None
    for person in people:
        if not agree(person.gender, gender):
            continue
        fit = max(
            (
                fit_roles(role, known, general=general and _is_general(role, known, language))
                for known in person.roles
                if general or known[:1] == role[:1]
            ),
            default=0.0,
        )
        rank = (fit, order.get(id(person), -1000), -person.first)
        if fit > 0 and (best is None or rank > best):
            best, found = rank, person
    return found


def without_told(
    page: Page, people: Iterable[Speaker], phrase: Range, office: Words
) -> list[Speaker]:
    """The people without those of a bare role first met in the sentence of an office with its complement: they are told of there, «قال رئيس الدائرة إنّ الرئيس X …»."""
    sentence = page.sentence_at(phrase[0])
    if len(office) < _WITH_COMPLEMENT or sentence is None:
        return list(people)
    return [
        one
        for one in people
        if not (phrase[1] <= one.first < sentence.last) or any(len(role) > 1 for role in one.roles)
    ]


def find_newly_put(
    people: Iterable[Speaker], words: Words, language: str, recent: Iterable[Speaker]
) -> Speaker | None:
    """Whom an Arabic office of several words means that is said to be new, «الأمين العام الجديد»; None for any other phrase."""
    known = tuple(word for word in words if word not in _NEWLY)
    if language != "ar" or not 1 < len(known) < len(words):
        return None
    return find_holder(people, role_words(known, "ar"), "ar", recent)


def find_of_place(page: Page, people: Iterable[Speaker], phrase: Range) -> Speaker | None:
    """The only one with an office whom a Persian phrase means that only points at where he holds it, told of before: «مردم هورشهر از شهردار این شهر خواستند» of «شهردار هورشهر»."""
    words, told = page.words[slice(*phrase)], page.words[: phrase[0]]
    if len(words) != _POINTING or words[-1] not in _PLACES:
        return None
    if words[1] not in get_grammar("fa").demonstratives:
        return None
    head = role_words(words[:1], "fa")[0]
    held = [(one, role) for one in people for role in one.roles if role[0] == head]
    holders = {id(one): one for one, _ in held}
    here = any(word in told for _, role in held for word in role[1:])
    return held[0][0] if len(holders) == 1 and here else None


def told_before(
    holder: Speaker, words: Words, token: int, recent: Iterable[Speaker]
) -> Speaker | None:
    """The last one in mind without a name who was told by the office a single word at a token means, where its `holder` is named only behind: «وزیر خارجهٔ دشت گفت C. وزیر افزود D. وزیر خارجهٔ ساحل، X، گفت E»."""
    if len(words) > 1 or holder.first <= token:
        return None
    language = "ar" if words[0].startswith("ال") else "fa"
    head = get_grammar(language).bare(words[0])
    return next((s for s in recent if not s.named and any(r[:1] == (head,) for r in s.roles)), None)


def _may_be_general(role: Words, language: str) -> bool:
    """Tell whether a role may fit offices with another head, too."""
    sets = get_grammar(language).words
    kinds = (sets.get(kind, frozenset()) for kind in ("leaders", "general_roles"))
    return bool(role) and any(role[0] in heads for heads in kinds)


def _is_general(role: Words, known: Words, language: str) -> bool:
    """Tell whether a role says so little that it may be another office of the same body: «پژوهشگر دانشگاه X»; «مدیر باشگاه» of who leads it only."""
    sets = get_grammar(language).words
    leaders = sets.get("leaders", frozenset())
    led = bool(known) and leaders.issuperset((*role[:1], known[0]))
    led = led and _is_of_body(role, known, language)
    return bool(role) and (led or role[0] in sets.get("general_roles", ()))


def _is_of_body(role: Words, known: Words, language: str) -> bool:
    """Tell whether a known office is of a body and of no part of it: «مدیر موزه» of «رئیس موزهٔ X», no «مدیرعامل X» of «مدیر بازرگانی X»."""
    of = known[1:2]
    return of == role[1:2] or load_people(language).organisations.find(of, 0) is not None
