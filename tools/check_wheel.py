"""Check that a wheel and an sdist carry every data file, template and licence that the tree has."""

import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODEL_LIMIT = 5 * 2**20  # bytes of data under lang/, as promised in docs/3-repair.md


def list_names(path: Path) -> dict[str, int]:
    """File names inside an archive, with their sizes."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return {info.filename: info.file_size for info in wheel.infolist()}
    with tarfile.open(path) as sdist:
        return {m.name.partition("/")[2]: m.size for m in sdist.getmembers() if m.isfile()}


def check(path: Path) -> list[str]:
    """What is missing from one archive."""
    names = list_names(path)
    prefix = "" if path.suffix == ".whl" else "src/"
    package = ROOT / "src"
    wanted = {
        prefix + file.relative_to(package).as_posix()
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and ".egg-info" not in file.as_posix()
    }
    missing = [f"{path.name}: {name} is missing" for name in sorted(wanted - names.keys())]
    licences = ("LICENSE", "NOTICE", *(p.name for p in (ROOT / "LICENSES").iterdir()))
    missing += [
        f"{path.name}: the licence {licence} is missing"
        for licence in licences
        if not any(name.endswith(f"/{licence}") or name == licence for name in names)
    ]
    data = sum(size for name, size in names.items() if f"{prefix}rawi/lang/" in name)
    if data > MODEL_LIMIT:
        missing.append(f"{path.name}: {data} bytes of language data, more than {MODEL_LIMIT}")
    return missing


if __name__ == "__main__":
    found = [line for name in sys.argv[1:] for line in check(Path(name))]
    sys.stderr.write("".join(f"{line}\n" for line in found))
    sys.exit(1 if found else 0)
