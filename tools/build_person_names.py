"""Build the tables of people's names from packages: `name_counts.tsv.xz` and `listed_names.tsv` of each language.

Get the packages below with `pip download --no-deps NAME==VERSION` and `npm pack @faker-js/faker@10.6.0` into a folder; then run
`python tools/build_person_names.py FOLDER`. The same packages give the same bytes; others are refused.

* name_counts: how many people of Wikidata (CC0 1.0) bear a name as given name and as surname: people of Iran, Afghanistan
  and Pakistan for Persian, of the Arab countries for Arabic, as arabic-name-romanizer cut them. Rows from its other sources are left out.
* listed_names: names with their gender of lists under the MIT licence: Faker, @faker-js/faker, Mimesis and persian-names.

Looked at and left out: lists made of records of real pupils or voters, lists without an origin, lists in Latin letters.
"""

import ast
import collections
import hashlib
import json
import re
import sqlite3
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from persian_text import ROOT, write_table

LANG = ROOT / "src" / "rawi" / "lang"
WIKIDATA = "arabic_name_romanizer-0.2.0-py3-none-any.whl"
FAKER = "faker-40.63.0-py3-none-any.whl"
MIMESIS = "mimesis-22.2.0-py3-none-any.whl"
PERSIAN_NAMES = "persian_names-1.5.1-py3-none-any.whl"
FAKER_JS = "faker-js-faker-10.6.0.tgz"
PACKAGES = {
    WIKIDATA: "f70b89614d9b5866dcf911d098c5e45d2b1f559461f238e8c5259b731fcf2a7e",
    FAKER: "36627c20b575b4138f54b6c21f8703e9ab122fd487aca11319beec2aa6ca7232",
    MIMESIS: "037011eb3d5edf0b0b5d9eafd74d9881f6dce25b4f01032da0e13fb2a56f37e9",
    PERSIAN_NAMES: "412202569e0e99046e312612aaa8055d925c5270ba196a4688f4027b1c12f0aa",
    FAKER_JS: "13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674",
}
PERSIAN_COUNTRIES = frozenset({"IR", "AF", "PK"})
LETTERS = {
    "fa": frozenset("آأؤئءابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    "ar": frozenset("آأؤإئءابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
}
TO_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"})
TO_ARABIC = str.maketrans({"ی": "ي", "ک": "ك"})
MARKS = re.compile("[\u0640\u064b-\u0655\u0670]")
# Kin and tribes, which nobody bears as a surname of one word.
NOT_BORNE = ("بنو ", "أولاد ", "بني ")
LONGEST_GIVEN = 2  # words
Listed = tuple[str, str, str, str]  # language, kind, gender, name
NOTICE = (
    "Lists under the MIT licence (LICENSES/MIT.txt): Faker 40.63.0, copyright 2012 Daniele Faraglia; @faker-js/faker 10.6.0,",
    "copyright 2022-2025 Faker, 2011-2020 Marak Squires; Mimesis 22.2.0, copyright 2016-present Isaak Uchakaev;",
    "persian-names 1.5.1, copyright 2022 Arman Yazdi.",
)


def write_name(name: str, language: str) -> str | None:
    """Write a name in the letters of a language, spaces for joiners; None when it has others."""
    name = MARKS.sub("", unicodedata.normalize("NFC", name)).replace("\u200c", " ")
    name = " ".join(name.translate(TO_PERSIAN if language == "fa" else TO_ARABIC).split())
    known = LETTERS[language]
    return name if len(name) > 1 and all(c in known or c == " " for c in name) else None


def count_bearers(package: Path) -> dict[str, dict[str, list[int]]]:
    """Count, by language and name, the people who bear it as given name and as surname."""
    counts: dict[str, dict[str, list[int]]] = {"fa": {}, "ar": {}}
    with tempfile.NamedTemporaryFile(suffix=".sqlite3") as file, zipfile.ZipFile(package) as wheel:
        file.write(wheel.read("arabic_name_romanizer/resources/names.sqlite3"))
        file.flush()
        rows = sqlite3.connect(file.name).execute(
            "SELECT arabic_key, country, role, count FROM units WHERE source = 'wikidata' AND role != 'unknown'"
        )
        for key, country, role, count in rows:
            language = "fa" if country in PERSIAN_COUNTRIES else "ar"
            name = write_name(key, language)
            if name and name.count(" ") < (LONGEST_GIVEN if role == "given" else 1):
                counts[language].setdefault(name, [0, 0])[role == "surname"] += count
    return counts


def is_kept(name: str, given: int, surname: int) -> bool:
    """Tell whether a name is borne by more than one, or as given name by one; of two letters it says nothing."""
    return len(name) > 2 and (given + surname > 1 or given > 0)


def read_literals(code: str, prefix: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of words a module of Python assigns to names that begin with a prefix."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            target = node.targets[0].id
            if target.startswith(prefix):
                strings = (n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant))
                yield target, [word for word in strings if isinstance(word, str)]


def read_files(package: Path, pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the language, which is the first group of the pattern, and the text of a wheel's files, in order of their paths."""
    wheel = zipfile.ZipFile(package)
    for path in sorted(wheel.namelist()):
        if found := re.fullmatch(pattern, path):
            yield found[1], wheel.read(path).decode("utf-8")


def list_faker(package: Path) -> Iterator[Listed]:
    """Yield the names of Faker's Persian and Arabic providers."""
    pattern = r"faker/providers/person/(fa|ar)_\w\w/__init__\.py"
    for language, code in read_files(package, pattern):
        for prefix, kind in (("first_names_", "given"), ("last_names", "surname")):
            for target, words in read_literals(code, prefix):
                gender = {"f": "f", "m": "m"}.get(target.removeprefix("first_names_")[:1], "")
                yield from ((language, kind, gender if kind == "given" else "", w) for w in words)


def list_faker_js(package: Path) -> Iterator[Listed]:
    """Yield the names of the Persian and Arabic locales of @faker-js/faker; a list of them is written as it is, or as words to be split."""
    genders = {"female": "f", "male": "m", "generic": ""}
    with tarfile.open(package) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            found = re.fullmatch(r"package/dist/(fa|ar)-[\w-]+\.js", member.name)
            file = archive.extractfile(member) if found else None
            if not found or file is None:
                continue
            code = file.read().decode("utf-8")
            for key, kind in (("first_name", "given"), ("last_name", "surname")):
                body = re.search(key + r":\{(.*?)\},", code)
                for gender, plain, joined in re.findall(
                    r"(\w+):(?:\[([^\]]*)\]|`([^`]*)`\.split\(`\.`\))", body[1] if body else ""
                ):
                    words = re.findall("`([^`]*)`", plain) or joined.split(".")
                    yield from ((found[1], kind, genders[gender], word) for word in words)


def list_mimesis(package: Path) -> Iterator[Listed]:
    """Yield the names of Mimesis' Persian and Arabic datasets."""
    pattern = r"mimesis/datasets/(fa|ar)(?:-\w\w)?/person\.json"
    for language, text in read_files(package, pattern):
        data = json.loads(text)
        for gender, names in sorted(data.get("names", {}).items()):
            yield from ((language, "given", gender[0], name) for name in names)
        surnames = data.get("surnames", [])
        lists = [surnames] if isinstance(surnames, list) else surnames.values()
        yield from ((language, "surname", "", name) for names in lists for name in names)


def list_persian_names(package: Path) -> Iterator[Listed]:
    """Yield the given names of persian-names."""
    wheel = zipfile.ZipFile(package)
    for gender in ("female", "male"):
        lines = wheel.read(f"persian_names/data/{gender}_fa.txt").decode("utf-8").split("\n")
        yield from (("fa", "given", gender[0], line.strip()) for line in lines)


def merge_lists(listed: Iterable[Listed]) -> dict[str, dict[tuple[str, str], str]]:
    """Merge lists: by language, name and kind to gender; none where they disagree."""
    genders: dict[tuple[str, str, str], set[str]] = collections.defaultdict(set)
    for language, kind, gender, written in listed:
        name = write_name(written, language)
        most = LONGEST_GIVEN if kind == "given" else 1
        if name and len(name) > 2 and not name.startswith(NOT_BORNE) and name.count(" ") < most:
            genders[language, name, kind].add(gender)
    merged: dict[str, dict[tuple[str, str], str]] = {"fa": {}, "ar": {}}
    for (language, name, kind), told in genders.items():
        told.discard("")
        merged[language][name, kind] = told.pop() if len(told) == 1 else ""
    return merged


def build(folder: Path) -> None:
    """Write the four tables."""
    for name, sha256 in PACKAGES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != sha256:
            raise SystemExit(f"{folder / name} is not the package these tables were made from")
    counts = count_bearers(folder / WIKIDATA)
    lists = merge_lists(
        [
            *list_faker(folder / FAKER),
            *list_faker_js(folder / FAKER_JS),
            *list_mimesis(folder / MIMESIS),
            *list_persian_names(folder / PERSIAN_NAMES),
        ]
    )
    for language in ("fa", "ar"):
        write_table(
            LANG / language / "name_counts.tsv.xz",
            (
                "How many people of Wikidata bear a name: name, as given name, as surname. From arabic-name-romanizer 0.2.0.",
                "CC0 1.0. tools/build_person_names.py",
            ),
            (
                f"{name}\t{given}\t{surname}"
                for name, (given, surname) in sorted(counts[language].items())
                if is_kept(name, given, surname)
            ),
        )
        head = "".join(f"# {line}\n" for line in NOTICE)
        rows = (f"{name}\t{kind}\t{g}\n" for (name, kind), g in sorted(lists[language].items()))
        path = LANG / language / "listed_names.tsv"
        path.write_text(
            f"{head}# Made by tools/build_person_names.py.\nname\tkind\tgender\n" + "".join(rows),
            "utf-8",
        )


if __name__ == "__main__":
    build(Path(sys.argv[1]))
