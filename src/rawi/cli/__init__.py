"""The command line: `rawi VERB`. Only this room prints and exits; verbs are imported when they are called."""

import importlib

import click

import rawi

# verb -> module of rawi.cli that holds the command `command` (help must answer fast, so nothing is imported here)
VERBS = {
    "add": ("rawi.cli.add", "Add files, folders or records to an archive."),
    "annotate": ("rawi.cli.filters", "Find languages, dates, names and quotations in texts."),
    "date": ("rawi.cli.date", "Read a date and show it in three calendars."),
    "export": ("rawi.cli.export", "Write an archive's facts to files."),
    "read": ("rawi.cli.read", "Read files and show what text is in them."),
    "repair": ("rawi.cli.filters", "Repair damaged Persian and Arabic text."),
    "search": ("rawi.cli.search", "Find quotations or documents in an archive."),
    "serve": ("rawi.cli.serve", "Show an archive in a web browser."),
    "status": ("rawi.cli.status", "Tell what an archive holds and what was set aside."),
    "verify": ("rawi.cli.verify", "Check that every locator leads to the words it claims."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the verbs."""
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(VERBS[cmd_name][0])
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs with their one line, importing none of them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, VERBS[verb][1]) for verb in sorted(VERBS)])


@click.group(cls=LazyGroup)
@click.version_option(rawi.__version__, prog_name="rawi")
def main() -> None:
    """Who said what, to whom, on which day, according to which outlet: Persian and Arabic news."""
