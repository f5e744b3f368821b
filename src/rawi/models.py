"""Load an optional model from a folder on this machine: an extra, never fetched. Used by *name* and *link*.

What a model does is the affair of the stage that asks for it; what may go wrong on the way is the same for all.
"""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from rawi.errors import ModelError

Model = TypeVar("Model")


def find_model(folder: str, package: str, extra: str) -> Path:
    """Find the folder of a model and the package that loads it, without loading either.

    Raises:
        ModelError: one of them is not there.
    """
    path = Path(folder)
    if not path.is_dir():
        raise ModelError(f"there is no folder {folder}; models are read from this machine only")
    if not _is_installed(package):
        raise ModelError(f"{package} is not installed; pip install 'rawi[{extra}]'")
    return path


def load_model(
    folder: str, package: str, load: Callable[[Path], Model], *, extra: str | None = None
) -> Model:
    """Load the model in a folder with `load`, which imports `package`; `extra` is rawi's, named as the package if not given.

    Raises:
        ModelError: there is no such folder, the package is not installed, or it cannot load the model.
    """
    path = find_model(folder, package, extra or package)
    try:
        return load(path)
    except ImportError as error:
        raise ModelError(f"{package} is not whole: {error}") from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder} is no model {package} can load: {error}") from error


def _is_installed(package: str) -> bool:
    """Tell whether a package can be imported, without importing it."""
    try:
        return find_spec(package) is not None
    except ValueError:  # it stands among the loaded modules without a spec: made by hand, in a test
        return True
