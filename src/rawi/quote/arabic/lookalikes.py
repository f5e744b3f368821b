"""Arabic forms that are written like verbs of saying and are none, «سيل», «مركز رصد الشواطئ», «دون أن», and one that is a verb although it looks like a noun: «ردّ بأنّ»."""

from rawi.lang.people import load_people
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.words import TO_HIM, is_complementizer
from rawi.quote.page import Page, PlacedCue


def only_looks(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a form is but written like a verb of saying: «سيل» like «سُئل», «دون أن أسأل» like «دوّن أنّ»."""
    first, written = page.words[cue.first], page.written((cue.first, cue.first + 1))
    after = page.words[cue.last : cue.last + 2]
    without = first == "دون" and after[:1] == ("ان",) and not after[-1].startswith("ال")
    return without or (first == "سیل" and "ئ" not in written)


def is_task(page: Page, cue: PlacedCue, before: str) -> bool:
    """Tell whether a form says what a body is for: «مركز رصد الشواطئ», «معهد بحث المناخ»; no verb of «المركز»."""
    body = load_people("ar").organisations.find((before or " ",), 0) is not None
    bare = page.words[cue.first][0] not in "وفیت" and not page.words[cue.first].endswith("ت")
    return body and bare and cue.cue.shape == "verb" and "near" in cue.cue.frames


def answers_that(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «بأنّ» follows a verb of answering, behind whom it answers too: «لكنّ الاتحاد ردّ بأنّ», «فردّ عليها بأنّ»."""
    near = page.words[cue.last : cue.last + 2]
    that = near[1:] if near and near[0] in TO_HIM else near
    told = bool(that) and that[0].startswith("ب") and is_complementizer(that[0])
    return told and joined_form(page.words[cue.first], RETORTS) is not None
