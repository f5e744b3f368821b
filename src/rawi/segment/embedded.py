"""Find where in a line the language changes: a verse in a Persian report, a Persian name in an Arabic one.

A Viterbi search weighs what each word says of its language (`ngrams.py`) against the cost of changing it.
Letter codes count too where a document is consistent: one that writes Persian with ی has its ي in Arabic.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import groupby, islice
from math import ceil, exp, log
from typing import NamedTuple

from rawi.segment.ngrams import NEUTRAL, TENTH, LanguageModel
from rawi.segment.persons import give_back_names
from rawi.segment.plain import WORD, fold_letters

UNKNOWN = "und"
# Costs in tenths of a natural logarithm; tuned on the even sentences of shared/data/languages/mixed_lang.json
# and on mixtures of our own of the same lines, with false alarms in sound PerDT and Seraji in view.
SWITCH = 44  # another language begins between two words of a line …
SWITCH_AT_STOP = 25  # … after a stop or colon …
SWITCH_AT_MARK = 5  # … at a quotation mark or bracket
LINE_SWITCH = 2 * TENTH  # a line begins in another language than the document's
RARE_LANGUAGE = 6 * TENTH  # more to begin a run that is neither Persian, Arabic nor the document's
FOREIGN_CODE = 6 * TENTH  # a letter code the rest of the document never uses in that language
# … and how much of that so many words with right and wrong codes allow: by the logarithm of their proportion, one
# and a half right ones and half a wrong one being seen before any.
CODE_STEEPNESS, CODE_TRUST, CODE_DOUBT = 4 * TENTH, 1.5, 0.5
# A name in Latin script between two runs: Persian keeps such names, Arabic writes them in its own letters.
LATIN_NOT_PERSIAN = 1
LEAST_LATIN = 8  # fewer Latin-script words in a row are names within the language around them
FEW_WORDS = 4  # so short a line is in one language

_MARK, _STOP = re.compile(r"[«»“”\"()\[\]{}]"), re.compile(r"[:؛.؟!]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CODES = {"fa": re.compile("[یک]"), "ar": re.compile("[يكى]")}
_OTHER = {"fa": "ar", "ar": "fa"}

Labelled = tuple[int, int, str]  # start, end, language of a word


class ForeignCodes(NamedTuple):
    """Letter codes a document hardly uses in a language, and what a word with one of them costs in it."""

    letters: re.Pattern[str]
    cost: int


Codes = dict[int, ForeignCodes]  # by the language's index


def foreign_codes(model: LanguageModel, host: int, text: str, strange: Set[str]) -> Codes:
    """The codes of yeh and kaf that a document hardly uses in a language, though it has the others.

    Damaged letters are folded before scoring; where a document is consistent they are evidence again, the
    more so the more words show it. So they are only if they are in its main language, `host`. `strange` are
    the pieces between blanks that have all sure words of the other languages.
    """
    found: Codes = {}
    for language, other in _OTHER.items():
        own, foreign, index = _CODES[language], _CODES[other], model.languages.index(language)
        if index == host and not own.search(text):
            continue
        if foreign.search(text):
            searched = text if index == host else " ".join(strange)
            words: Iterable[str] = set(WORD.findall(searched))
            wrong = sum(1 for _ in _sure_words(model, words, index, foreign))
        else:  # then one word is enough, and soon found
            words, wrong = (match[0] for match in WORD.finditer(text)), 0
        enough = ceil(exp(FOREIGN_CODE / CODE_STEEPNESS) * (wrong + CODE_DOUBT))
        right = sum(1 for _ in islice(_sure_words(model, words, index, own), enough))
        odds = log((right + CODE_TRUST) / (wrong + CODE_DOUBT))
        if odds > 0:
            found[index] = ForeignCodes(foreign, min(FOREIGN_CODE, int(CODE_STEEPNESS * odds)))
    return found if host in found else {}


def _sure_words(
    model: LanguageModel, words: Iterable[str], index: int, codes: re.Pattern[str]
) -> Iterator[str]:
    """Yield the words with some codes that are sure witnesses for a language."""
    for word in words:
        if codes.search(word) and model.witness[fold_letters(word) or word] == index:
            yield word


def has_other_codes(line: str, language: str) -> bool:
    """Tell whether a line has letters that sound Persian, or Arabic, writes with another code."""
    return language in _OTHER and _CODES[_OTHER[language]].search(line) is not None


def stays(model: LanguageModel, host: int, codes: Codes, line: str, words: list[str]) -> bool:
    """Tell whether a search could find nothing in a line but single words of other languages.

    That is so if nowhere two or more words together speak for other languages, whichever they be, by as
    much as it costs to change there and back, or at the end of the line to change there. `words` are folded.
    """
    if host < 0 or len(words) <= FEW_WORDS:
        return False
    gains = list(map(model.against[host].__getitem__, words))
    latin = _LATIN.search(line) is not None
    coded = host in codes and codes[host].letters.search(line) is not None
    if not (latin or coded) and _is_far_from_a_run(gains, line):
        return True
    found = list(WORD.finditer(line))
    names = [latin and _LATIN.match(match[0]) is not None for match in found]
    if len(found) != len(words) or sum(names) >= LEAST_LATIN or all(names):
        return False
    for i, match in enumerate(found):
        if names[i]:
            gains[i] = LATIN_NOT_PERSIAN
        elif coded and codes[host].letters.search(match[0]):
            gains[i] += codes[host].cost
    if coded and not latin and _is_far_from_a_run(gains, line):
        return True
    return _has_no_run(gains, list(_switches(line, found)))


def _is_far_from_a_run(gains: list[int], line: str) -> bool:
    """Tell whether two or more words never gain what it costs to change the language at the cheapest place."""
    change = SWITCH_AT_MARK if _MARK.search(line) else SWITCH_AT_STOP
    # The best gain of words that end here: of one or more, of two or more.
    before, together = gains[0], 0
    for gain in gains[1:]:
        together = before + gain
        if together >= 2 * change:
            return False
        before = max(together, gain)
    return together < change


def _has_no_run(gains: list[int], switches: list[int]) -> bool:
    """Tell the same for what it costs to change where the words stand; nor may the first or last word change alone."""
    first = gains[0] - LINE_SWITCH
    if first >= switches[1] or gains[-1] >= switches[-1]:
        return False
    before, together = first, 0  # what words gain after the change to their language was paid
    for gain, switch, back in zip(gains[1:], switches[1:], (*switches[2:], 0), strict=True):
        together = before + gain
        if together >= back:
            return False
        before = max(together, gain - switch)
    return True


def label_line(
    model: LanguageModel, host: int, codes: Codes, start: int, line: str
) -> Iterator[Labelled]:
    """Label the words of one line, which begins at `start`, by Viterbi search."""
    found = list(WORD.finditer(line))
    common = {model.languages.index("fa"), model.languages.index("ar")}
    states = {model.witness[match[0]] for match in found} - {NEUTRAL}
    states |= common if host in common else {host} - {-1}
    if not states:
        return
    order = sorted(states)
    costs = _word_costs(model, codes, found, order)
    edge = [0 if k == host else LINE_SWITCH for k in order]
    if len(found) <= FEW_WORDS:
        sums = [sum(column) + e for column, e in zip(zip(*costs, strict=True), edge, strict=True)]
        path = [sums.index(min(sums))] * len(found)
    else:
        dear = [0 if k in common or k == host else RARE_LANGUAGE for k in order]
        path = cheapest_path(costs, list(_switches(line, found)), edge, dear)
    indices = without_single_words([order[k] for k in path], host)
    if host == model.languages.index("fa") and any(k != host for k in indices):
        indices = give_back_names(indices, [fold_letters(match[0]) for match in found], host)
    labels = [model.languages[k] for k in indices]
    for match, label in zip(found, label_latin(found, labels, model), strict=True):
        yield start + match.start(), start + match.end(), label


def _word_costs(
    model: LanguageModel, codes: Codes, found: list[re.Match[str]], states: list[int]
) -> list[list[int]]:
    """What each word costs in each language, beside the language it fits best."""
    persian = model.languages.index("fa")
    costs: list[list[int]] = []
    for match in found:
        word = match[0]
        if _LATIN.match(word):
            costs.append([0 if k == persian else LATIN_NOT_PERSIAN for k in states])
            continue
        score = model.scores[word]
        best = max(score[k] for k in states)
        costs.append(
            [
                best
                - score[k]
                + (codes[k].cost if k in codes and codes[k].letters.search(word) else 0)
                for k in states
            ]
        )
    return costs


def _switches(line: str, found: list[re.Match[str]]) -> Iterator[int]:
    """What it costs to change the language before each word of a line."""
    end = 0
    for match in found:
        if line[end : match.start()] == " ":
            yield SWITCH
        elif _MARK.search(line, end, match.start()):
            yield SWITCH_AT_MARK
        else:
            yield SWITCH_AT_STOP if _STOP.search(line, end, match.start()) else SWITCH
        end = match.end()


def cheapest_path(
    costs: list[list[int]], switches: list[int], edge: list[int], dear: list[int]
) -> list[int]:
    """The sequence of states with the least cost.

    `switches[i]` is what a change before item i costs, `dear[k]` what a change to state k costs more.
    """
    total, back = [c + e for c, e in zip(costs[0], edge, strict=True)], []
    for cost, switch in zip(costs[1:], switches[1:], strict=True):
        best = min(range(len(total)), key=total.__getitem__)
        change = [total[best] + switch + more for more in dear]
        came = [k if total[k] <= change[k] else best for k in range(len(total))]
        back.append(came)
        total = [min(total[k], change[k]) + cost[k] for k in range(len(total))]
    state = min(range(len(total)), key=total.__getitem__)
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def without_single_words(labels: list[int], host: int) -> list[int]:
    """Give single words of another language to the document's, `host`: they are loans.

    Not so the first or last word of a line that has a run of the same language elsewhere.

    >>> without_single_words([1, 1, 2, 1], 1), without_single_words([1, 1, 2, 2, 1], 2)
    ([1, 1, 1, 1], [1, 1, 2, 2, 1])
    """
    if host < 0:
        return labels
    found = [list(group) for _, group in groupby(labels)]
    runs = Counter(group[0] for group in found)
    ends = (0, len(found) - 1)
    return [
        host
        if len(group) == 1 < len(labels) and not (number in ends and runs[label] > 1)
        else label
        for number, group in enumerate(found)
        for label in group
    ]


def label_latin(found: list[re.Match[str]], labels: list[str], model: LanguageModel) -> list[str]:
    """Label passages of Latin script by themselves when they are long enough to be more than names."""
    labels = list(labels)
    at = 0
    for latin, group in groupby(found, key=lambda match: _LATIN.match(match[0]) is not None):
        words = [match[0] for match in group]
        if latin and (len(words) >= LEAST_LATIN or len(words) == len(found)):
            sums = [sum(c) for c in zip(*(model.scores[w] for w in words), strict=True)]
            english, other = (sums[model.languages.index(code)] for code in ("en", UNKNOWN))
            labels[at : at + len(words)] = ["en" if english >= other else UNKNOWN] * len(words)
        at += len(words)
    return labels
