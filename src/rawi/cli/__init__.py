"""The command line: `rawi VERB`. Only this room prints and exits; verbs are imported when they are called."""

import difflib
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

import rawi
from rawi.errors import (
    BrokenStoreError,
    BusyStoreError,
    MissingError,
    QueryError,
    RawiError,
    StoreError,
)

# verb -> module of rawi.cli that holds the command `command` (help must answer fast, so nothing is imported here)
VERBS = {
    "add": ("rawi.cli.add", "Add files, folders or records to an archive."),
    "annotate": ("rawi.cli.filters", "Find languages, dates, names and quotations in texts."),
    "correct": ("rawi.cli.correct", "Correct who said what; decisions are logged and kept."),
    "date": ("rawi.cli.date", "Read a date and show it in three calendars."),
    "eval": ("rawi.cli.evaluate", "Score an archive against gold or against corrections."),
    "export": ("rawi.cli.export", "Write an archive's facts to files."),
    "link": ("rawi.cli.link", "Accept or cut the link between two documents."),
    "log": ("rawi.cli.correct", "List what was corrected, when and by whom."),
    "read": ("rawi.cli.read", "Read files and show what text is in them."),
    "remove": ("rawi.cli.remove", "Take documents out of an archive."),
    "renew": ("rawi.cli.renew", "Annotate an archive's documents anew, keeping corrections."),
    "repair": ("rawi.cli.repair", "Repair damaged Persian and Arabic text."),
    "search": ("rawi.cli.search", "Find quotations or documents in an archive."),
    "serve": ("rawi.cli.serve", "Show an archive in a web browser."),
    "show": ("rawi.cli.show", "Show one document, quotation or locator of an archive."),
    "status": ("rawi.cli.status", "Tell what an archive holds and what was set aside."),
    "undo": ("rawi.cli.correct", "Take back a correction."),
    "verify": ("rawi.cli.verify", "Check that every locator leads to the words it claims."),
}

FUNCTIONS = {
    "eval": "evaluate"
}  # verbs whose function has another name, for Python has one of theirs

# What each exit code means stands in docs/command-line.md.
DONE, NOTHING_FOUND, WRONG_USAGE, SOME_FAILED, DAMAGED, UNUSABLE, INTERRUPTED = (
    0,
    1,
    2,
    3,
    4,
    5,
    130,
)
EXIT_CODES: tuple[tuple[type[RawiError], int], ...] = (
    (MissingError, NOTHING_FOUND),
    (BusyStoreError, UNUSABLE),
    (BrokenStoreError, DAMAGED),
    (StoreError, WRONG_USAGE),
    (QueryError, WRONG_USAGE),
)


class LazyGroup(click.Group):
    """A group whose commands are imported only when one is called, and whose errors are said in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the verbs."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(VERBS[cmd_name][0])
        command = getattr(module, FUNCTIONS.get(cmd_name, cmd_name))
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; when there is none, name the one that may be meant."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, n=1)
            hint = f"did you mean {near[0]}?" if near else "rawi --help lists the verbs"
            raise click.UsageError(f"there is no verb {args[0]}; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs with their one line, importing none of them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, VERBS[verb][1]) for verb in sorted(VERBS)])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb. When the reader of our output (head, less) has seen enough, that is no error."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python must not flush into the pipe again when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE
        return code

    def main(  # type: ignore[override]  # click's overloads; the signature is the same
        self, args: Sequence[str] | None = None, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """Run the command line and exit with the code that says how it went."""
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        sys.exit(self._run(args, extra))

    def _run(self, args: Sequence[str] | None, extra: dict[str, Any]) -> int:
        """Run; return the exit code, with what went wrong said on standard error."""
        try:
            code = super().main(args, standalone_mode=False, **extra)
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("rawi: stopped; everything finished is kept", err=True)
            return INTERRUPTED
        except RawiError as error:
            click.echo(f"rawi: {error}", err=True)
            return next((code for kind, code in EXIT_CODES if isinstance(error, kind)), SOME_FAILED)
        except OSError as error:
            # A disk that is full, a folder nobody may write to: no fault of the program, so no traceback.
            where = f"{error.filename}: " if error.filename else ""
            click.echo(f"rawi: {where}{error.strerror or error}", err=True)
            return SOME_FAILED
        return code if isinstance(code, int) else DONE


@click.group(cls=LazyGroup)
@click.version_option(rawi.__version__, prog_name="rawi")
def main() -> None:
    """Who said what, to whom, on which day, according to which outlet: Persian and Arabic news."""
