"""`rawi serve`: the web pages of an archive, on this machine only."""

from pathlib import Path

import click

ADDRESS = "127.0.0.1"


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option(
    "--port",
    default=8700,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="0: any free one.",
)
def serve(archive: Path, port: int) -> None:
    """Show an archive in a web browser. Stop with Ctrl-C.

    Example: rawi serve news.rawi
    """
    import socket

    import uvicorn

    from rawi.archive import Archive
    from rawi.serve.app import create_app

    with Archive.open(archive) as opened, socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, port))
            listener.listen()  # from here on whoever opens the address waits and is answered
        except OSError as error:
            raise click.BadParameter(
                f"{port} cannot be used: {error.strerror}; choose another, or 0 for any free one",
                param_hint="--port",
            ) from error
        click.echo(f"http://{ADDRESS}:{listener.getsockname()[1]}/")
        config = uvicorn.Config(create_app(opened), log_level="warning", lifespan="off")
        uvicorn.Server(config).run(sockets=[listener])
