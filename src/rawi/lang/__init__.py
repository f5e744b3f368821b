"""All we know of a language, as data: `fa/` and `ar/` hold the same file names, `shared/` what both use."""

LANGUAGES = ("fa", "ar")


def table_package(language: str) -> str:
    """Name the package that holds a language's tables, for `rawi.tables`.

    >>> table_package("fa")
    'rawi.lang.fa'
    """
    return f"rawi.lang.{language}"
