"""The phrases that say what someone is: «رئیس انجمن», «مدير المركز», compared whatever their articles and endings."""

from functools import cache, lru_cache
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people, load_same_roles
from rawi.lang.stems import JOINED_PRONOUNS

Words = tuple[str, ...]
_OPPOSITE = "مقابل"  # of «تیم مقابل»


def split_roles(words: Words, language: str) -> list[Words]:
    """Part two offices of one person: «صادرکنندهٔ زعفران و رئیس اتحادیه», «نائب رئيس الهيئة | ومدير المتحف», «رئيسة اللجنة | النائبة»; not «نائب الرئيس»."""
    if language == "ar":
        return [office for part in _part_joined(words) for office in _with_trade(part)]
    joints = [
        i for i in range(1, len(words) - 1) if words[i] == "و" and is_role(words[i + 1 :], language)
    ]
    starts = [0, *(joint + 1 for joint in joints)]
    return [words[a:b] for a, b in zip(starts, [*joints, len(words)], strict=True)]


def _part_joined(words: Words) -> list[Words]:
    """Part two Arabic offices joined by «و»: «نائب رئيس الهيئة | ومدير المتحف», not «رئيسة الثقافة والفنون»."""
    roles = load_people("ar").roles.alone  # وزير is one itself
    joints = [
        i
        for i in range(1, len(words))
        if words[i].startswith("و") and words[i] not in roles and words[i][1:] in roles
    ]
    ends = [*joints, len(words)]
    later = [(words[a][1:], *words[a + 1 : b]) for a, b in pairwise(ends)]
    return [words[: ends[0]], *later]


def _with_trade(words: Words) -> list[Words]:
    """An Arabic office, and the definite trade that stands behind it: «رئيسة اللجنة | النائبة»."""
    whole = len(words) > 2 and words[-2].startswith("ال") and words[-1].startswith("ال")
    return [words, words[-1:]] if whole and is_role(words[-1:], "ar") else [words]


@lru_cache(maxsize=8192)
def role_words(words: Words, language: str) -> Words:
    """A role phrase in comparable form: head first, articles, clitics and small words left out."""
    grammar = get_grammar(language)
    # «خبير أمام المحكمة»: what follows a preposition says where, not of what.
    stops = grammar.places | grammar.words.get("relatives", frozenset())
    words = _join_head(words) if language == "ar" else words
    end = next((i for i in range(1, len(words)) if words[i] in stops), len(words))
    words = words[:end]
    if language == "fa":
        pointing = grammar.demonstratives  # «رئیس این شعبه» is «رئیس شعبه»
        words = tuple(word for i, word in enumerate(words) if not i or word not in pointing)
    if language == "fa" and (same := load_same_roles().find(words, 0)) is not None:
        words = (*same.value, *words[same.end :])  # «خطیب جمعه» is «امام جمعه»
    plain = [_role_head(words[0], language), *bare_words(words[1:], language)] if words else []
    if language == "ar" and (named := load_same_roles("ar").find(tuple(plain), 0)) is not None:
        plain[: named.end] = named.value  # «المدير الفني للمنتخب» is «مدرب المنتخب»
    return tuple(
        _plain(word, i, language)
        for i, word in enumerate(plain)
        if word[0].isalnum()
        and (
            i == 0
            or (
                (word not in grammar.prepositions or word == _OPPOSITE)
                and word not in grammar.demonstratives
                and word != "و"
                and not (language == "fa" and _is_courtesy(word))
            )
        )
    )


def _join_head(words: Words) -> Words:
    """An Arabic role with the preposition that belongs to its head as one word: «المدعى عليه» is no «المدعى».

    >>> _join_head(("المدعی", "علیها", "هدی"))
    ('المدعی علیه', 'هدی')
    """
    if len(words) < 2 or words[1] not in get_grammar("ar").prepositions:
        return words
    hit = load_people("ar").roles.find((get_grammar("ar").bare(words[0]), words[1]), 0)
    if hit is None or hit.end < 2:
        return words
    return (f"{words[0]} {words[1].removesuffix('ا')}", *words[2:])


@lru_cache(maxsize=65536)
def _is_courtesy(word: str) -> bool:
    """Tell whether a Persian word only honours whose role it stands behind: «مدیر محترم» is the head."""
    return word in load_letters("fa").salutation_ends.alone


def plain_role(words: Words) -> Words:
    """A Persian phrase that only describes someone, in comparable form: «مربی فرانسوی» is the coach; of an office nothing is left.

    >>> plain_role(("مربی", "فرانسوی")), plain_role(("مربی", "حریف")), plain_role(("مربی", "پرستو"))
    (('مربی',), ('مربی',), ())
    """
    described = get_grammar("fa").words["described"]
    kept = tuple(word for word in words if word not in described)
    return role_words(kept, "fa") if len(kept) == 1 < len(words) else ()


def _plain(word: str, place: int, language: str) -> str:
    """A word of a role without a feminine ending (Arabic heads), with the yeh an indefinite one loses (قاضٍ is قاضي), or without that of an ezafe: متروی is مترو."""
    if language == "ar":
        if place:
            return word
        roles = load_people("ar").roles
        lost = all(form in roles.alone for form in (word, word + "ی"))
        return word + "ی" if lost else word.removesuffix("ه")
    return word[:-1] if len(word) > 4 and word.endswith(("وی", "ای")) else word


def bare_words(words: Words, language: str) -> list[str]:
    """Words without article and clitics."""
    grammar = get_grammar(language)
    return [grammar.bare(word) for word in words]


def fit_roles(role: Words, known: Words, *, general: bool) -> float:
    """How well two role phrases agree, 0 for not at all: same head, and one says no more than the other.

    A `general` role («مقام», «پژوهشگر») fits any office of the same body.
    """
    if not role or not known:
        return 0.0
    a, b = set(role[1:]), set(known[1:])
    if role[0] != known[0]:
        # «پژوهشگر دانشگاه X» is the professor there.
        return 0.4 if general and a and a <= b else 0.0
    if (_OPPOSITE in a) != (_OPPOSITE in b) or differ_in_time(role, known):
        return 0.0  # «سرمربی تیم» is none of «تیم مقابل»
    if not a or not b:
        return 0.5
    shared = len(a & b) + len(
        (a - b) & {word[1:] for word in b if word[0] == "و"}
    )  # «رئيس الناحية» of «رئيس دائرة وناحية الجسر»
    return shared / min(len(a), len(b)) if shared >= min(len(a), len(b)) else 0.0


def differ_in_time(role: Words, known: Words) -> bool:
    """Tell whether one of two offices is a former one and the other is not; a bare head may mean either.

    >>> differ_in_time(("مدیر", "موزه"), ("مدیر", "پیشین", "موزه")), differ_in_time(("مدیر",), ("مدیر", "پیشین", "موزه"))
    (True, False)
    """
    former = load_former()
    was, is_known = not former.isdisjoint(role[1:]), not former.isdisjoint(known[1:])
    return was != is_known and (was or len(role) > 1)


@cache
def load_former() -> frozenset[str]:
    """The words that say that somebody held an office before: سابق, پیشین."""
    return get_grammar("fa").words["former"] | get_grammar("ar").words["former"]


def is_relation(words: Words, language: str) -> bool:
    """Tell whether a phrase begins with a word of relation: the mother of X is not X."""
    if names_people(words[0], language):
        return True  # «وکلای رونالدو»
    bare = get_grammar(language).bare(words[0])
    if bare != words[0]:  # المحامية لمى: with the article it is her own role
        return False
    hit = load_people(language).roles.find((bare, *words[1:]), 0)
    return hit is not None and bool(hit.value.relation)


def is_indefinite(words: Words) -> bool:
    """Tell whether a Persian role is that of someone new, by the yeh of its adjective.

    >>> is_indefinite(("اموزگار", "جوانی")), is_indefinite(("مشتری", "سالخوردهای")), is_indefinite(("مربی", "برق"))
    (True, True, False)
    """
    described = get_grammar("fa").words["described"]
    return any(
        w.endswith("تری") or (w.endswith("ی") and not described.isdisjoint((w[:-1], w[:-2])))
        for w in words[1:]
    )


@lru_cache(maxsize=65536)
def is_role(words: Words, language: str) -> bool:
    """Tell whether a phrase begins with a role.

    >>> is_role(("شهردار", "بندر"), "fa"), is_role(("رود",), "fa"), is_role((), "fa")
    (True, False, False)
    """
    if not words:
        return False
    head = _role_head(words[0], language)
    return load_people(language).roles.find((head, *words[1:]), 0) is not None


@lru_cache(maxsize=65536)
def _role_head(word: str, language: str) -> str:
    """The head of a role phrase without article, «و» and possessive: وقائدها is قائد."""
    bare = get_grammar(language).bare(word)
    if language != "ar":
        return bare
    roles = load_people(language).roles
    forms = [bare, bare.removeprefix("و")]
    owned = [form for form in forms if form.endswith(JOINED_PRONOUNS)]
    forms += [form.removesuffix(end) for form in owned for end in JOINED_PRONOUNS]
    forms += [form[:-1] + "ه" for form in forms if form.endswith("ت")]  # رئيستها
    return next((form for form in forms if form and form in roles.alone), bare)


def agree(gender: str | None, wanted: str | None) -> bool:
    """Tell whether two genders may be those of one person."""
    return not gender or not wanted or gender == wanted


@lru_cache(maxsize=8192)
def without_told_lam(words: Words) -> Words:
    """An Arabic office with its complement without the ل that tells it something.

    >>> without_told_lam(("لمدیر", "المصنع")), without_told_lam(("لیلی", "سالم")), without_told_lam(("لمدیر",))
    (('مدیر', 'المصنع'), ('لیلی', 'سالم'), ('لمدیر',))
    """
    head, roles = words[0], load_people("ar").roles.alone
    told = head[:1] == "ل" and head[1:] in roles and head not in roles
    return (head[1:], *words[1:]) if told and len(words) > 1 else words


def genders_of(role: Words, language: str, before: str) -> tuple[str | None, ...]:
    """The genders of those who may hold a role, the likeliest first: an Arabic office in the masculine is a woman's after a feminine verb, «كشفت وكيل الهيئة», and may be where no verb agrees with it, «قال للعمدة»; `before`: the word before it."""
    if language != "ar":
        return (None,)
    gender = role_gender(role)
    office = _role_head(role[0], "ar") in get_grammar("ar").words["offices"]
    told = role[0].startswith(("لل", "بال")) or before in get_grammar("ar").prepositions
    hers = gender == "m" and office and (told or before.endswith("ت"))
    return (gender, "f") if hers else (gender,)


def role_gender(words: Words) -> str | None:
    """The gender of an Arabic role phrase by its head."""
    hit = load_people("ar").roles.find((_role_head(words[0], "ar"),), 0)
    return (hit.value.gender or None) if hit else None
