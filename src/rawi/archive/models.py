"""The optional models an archive may be helped by; none by default."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Models:
    """A model of named entities (`LIBRARY:FOLDER`), and an encoder of sentences (a folder)."""

    names: str | None = None
    encoder: str | None = None

    def check(self) -> None:
        """Make sure that they could be loaded, before any document is looked at.

        Raises:
            ModelError: one of them is not there, or the library that loads it is not.
        """
        if self.names:
            from rawi.name.models import find_recogniser  # late: readers need no stage of the walk

            find_recogniser(self.names)
        if self.encoder:
            from rawi.link.encoder import find_encoder  # late, as above

            find_encoder(self.encoder)


NO_MODELS = Models()
