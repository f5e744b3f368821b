"""Who a Persian clause before a verb of saying, or before words in marks, is done to or with, and who hears the words: «از X تشکر کرد و گفت: «شما …»», «با X دست داد. «…»، گفت»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.called_by_name import says_thou
from rawi.quote.persian.hailed import says_you
from rawi.quote.persian.hearers import PRESS, may_listen, object_before, read_listener
from rawi.quote.persian.phrases import HE, SIGNS, heads_role
from rawi.quote.persian.verbs import follows_finite_verb, is_past
from rawi.quote.persian.writers import names_writer
from rawi.quote.saying import Range, Saying

# Behind them somebody is met or dealt with.
_BEFORE_SOMEONE = frozenset(
    {"به", "با", "از", "برای", "کنار", "پیش", "نزد", "جلوی", "جلو", "مقابل", "روبهروی", "سراغ", "سوی", "سمت", "طرف",
     "استقبال", "دیدن", "بدرقهی", "سر", "روی", "دور"}
)  # fmt: skip
_OATHS = frozenset({"قسم", "سوگند"})  # one takes before who hears what one says then
_BESIDES = frozenset({"با", "ضمن", "هنگام"})  # «با تشکر از X گفت»
_LONGEST_CLAUSE = 20  # tokens
_BETWEEN = 3  # tokens of «و بعد با خنده | گفت»


def hear_acted_on(page: Page, first: int, saying: Saying) -> Saying:
    """A saying with whom the clause before its verb is done to, where its sentence does not say to whom it is said; `first`: where that sentence begins."""
    if saying.addressee is not None or saying.cue is None or saying.passive or saying.heir:
        return saying
    if saying.rule.endswith(("-before", ".attribution")) or not saying.content:
        return saying
    clause = _clause_before(page, first, saying.cue[0])
    if clause is None or _is_before_press(page, clause):
        return saying  # «در نشست خبری از تماشاگران تشکر کرد و گفت»: the press hears it
    someone = find_acted_on(page, clause, saying.source)
    meets = meets_someone(page, clause)
    heard = meets or (saying.kind == "direct" and speaks_to_you(page, saying.content[0]))
    return saying._replace(addressee=someone) if someone and heard else saying


def _is_before_press(page: Page, clause: Range) -> bool:
    """Tell whether a clause tells of a press conference: «در | نشست خبری از X تشکر کرد»."""
    meetings, words = get_grammar("fa").words["meetings"], page.words
    places = range(clause[0], clause[1] - 1)
    return any(words[i] in meetings and words[i + 1] in PRESS for i in places)


def find_acted_before(page: Page, saying: Saying) -> Range | None:
    """The one person or group the last clause before words in marks is done to, which speak to you or follow a greeting: «X به Y نگاه کرد. «کار تو بود؟»، پرسید»."""
    told = page.sentence_before(saying.start, in_paragraph=True)
    if told is None or saying.kind != "direct" or saying.heir or not saying.content:
        return None
    end = told.last - 1
    here = page.sentence_at(saying.start)
    opens = here is not None and saying.content[0][0] - here.first <= 1
    if not opens or page.mark_at[end - 1] is not None or not _ends_clause(page, end):
        return None
    clause = _begin_of_clause(page, told.first, end), end
    heard = meets_someone(page, clause) or speaks_to_you(page, saying.content[0])
    return find_acted_on(page, clause, None) if heard else None


def _ends_clause(page: Page, joint: int) -> bool:
    """Tell whether a verb stands before a token; «دید» and its like are nouns elsewhere."""
    return follows_finite_verb(page, joint) or is_past(page.words[joint - 1])


def speaks_to_you(page: Page, content: Range) -> bool:
    """Tell whether words speak to somebody as you or thou."""
    return says_you(page, content) or says_thou(page.words[slice(*content)])


def meets_someone(page: Page, clause: Range) -> bool:
    """Tell whether one does in a clause what is done only to who is there: one greets him, shakes his hand, calls him."""
    acts = get_grammar("fa").words["meeting_acts"] | _OATHS
    return not acts.isdisjoint(page.words[slice(*clause)])


def find_acted_on(page: Page, clause: Range, source: Range | None) -> Range | None:
    """The one person or group besides the subject a clause is done to or with; nobody where it tells of more than one."""
    found = {
        phrase
        for i in range(*clause)
        if page.mark_at[i] is None and (phrase := _someone_at(page, clause, i)) is not None
        if source is None or phrase[1] <= source[0] or source[1] <= phrase[0]
    }
    return found.pop() if len(found) == 1 else None


def _someone_at(page: Page, clause: Range, i: int) -> Range | None:
    """Whom an object marker at a token follows, or a preposition there governs."""
    first, last = clause
    if page.words[i] == "را":
        return object_before(page, first, i)
    if names_writer((page.words[i],)) and page.words[i] != "من":
        return i, i + 1  # «مرا به باغ برد و گفت», «کلید را به دستم داد. «بگیر»»
    if page.words[i] not in _BEFORE_SOMEONE or i + 1 >= last:
        return None
    if page.words[i - 1] in _BEFORE_SOMEONE and page.words[i] in ("به", "از", "با"):
        return None
    begin = i + 1 + (page.words[i + 1] in get_grammar("fa").words["own_things"])  # «به شانهٔ X زد»
    if begin >= last:
        return None
    phrase = _with_noun(page, read_listener(page, begin, last), clause)
    if not (phrase[0] < phrase[1] <= last and may_listen(page, phrase)):
        return None
    heard = get_grammar("fa").words["thanks"] | _OATHS  # «نزد کمیسیون سوگند خورد و گفت»
    thanked = not heard.isdisjoint(page.words[first:last])
    # «از دادگاه بیرون آمد», «به شورا رفت» tell where
    return phrase if thanked or not page.names_body(phrase[0], "fa") else None


def _with_noun(page: Page, phrase: Range, clause: Range) -> Range:
    """A phrase with the noun behind it where that belongs to no verb: «کنار مدیر | کارخانه نشست», «لوح را به مدیر | کارخانه داد», not «با مدیر | شوخی کرد»."""
    end, words = phrase[1], page.words
    if end + 2 != clause[1] or not (page.is_word(end) and phrase[0] < end):
        return phrase
    sets = get_grammar("fa").words
    before = words[clause[0] : phrase[0]]
    gift = before[-2] if before[1:] else ""
    given = gift.endswith("ی") and gift not in HE and words[end + 1].startswith(("داد", "میده"))
    given = given and words[end] not in sets["meeting_acts"]
    at_body = before[-1] in sets["own_things"]
    alone = words[end + 1] not in sets["light_verbs"] or "را" in before or given or at_body
    return (phrase[0], end + 1) if alone and heads_role(page, phrase[0]) else phrase


def _clause_before(page: Page, first: int, cue: int) -> Range | None:
    """The clause that ends with «و» before a cue: «| از X تشکر کرد | و بعد گفت»; or the words of «با تشکر از X | گفت»."""
    words, grammar = page.words, get_grammar("fa")
    joint = next(
        (i for i in range(cue - 1, max(first, cue - _BETWEEN - 1), -1) if words[i] == "و"), 0
    )
    how = grammar.adverbs | grammar.words["tones"] | {"با", "بعد"}
    if joint and _ends_clause(page, joint) and how.issuperset(words[joint + 1 : cue]):
        return _begin_of_clause(page, first, joint), joint
    besides = grammar.words["thanks"] | grammar.words["handing"]
    nouns = (i for i in range(cue - 3, first, -1) if words[i] in besides)
    noun = next((i for i in nouns if words[i - 1] in _BESIDES), 0)
    if noun:
        end = cue - (words[cue - 1] == "،")
        behind = noun + 1
        if words[noun] in grammar.words["handing"]:  # «با اهدای لوح به X گفت»
            behind = next((i for i in range(noun + 1, end - 1) if words[i] == "به"), behind)
        phrase = read_listener(page, behind + 1, end)
        return (noun, cue) if phrase[1] == end else None
    return None


def _begin_of_clause(page: Page, first: int, joint: int) -> int:
    """Where the clause begins whose verb ends before a token: behind a pause, «که», or the verb before."""
    for i in range(joint - 1, max(first, joint - _LONGEST_CLAUSE), -1):
        if i < joint - 1 and (page.words[i] in SIGNS or page.words[i] == "که"):
            return i + 1
        if i < joint - 2 and follows_finite_verb(page, i) and page.words[i] == "و":
            return i + 1
    return max(first, joint - _LONGEST_CLAUSE)
