#!/usr/bin/env bash
# Everything that must be green, on a fresh machine too. Called by `make test` and by .ci/run.
# Stops at the first red line and says what to run to see it alone.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
step() { printf '\n== %s\n' "$1"; last=$2; }
last="make test"
trap 'printf "\nred; to see it alone: %s\n" "$last" >&2' ERR
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step "A browser for the web tests" "tools/test.sh"
if ! command -v chromium >/dev/null; then
  sudo=""
  if [ "$(id -u)" -ne 0 ]; then sudo=sudo; fi
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
fi
chromium --version

step "What users get: the product alone, without development tools" "python3 -m venv V && V/bin/pip install . && V/bin/rawi --help"
python3 -m venv "$work/user"
"$work/user/bin/pip" install --quiet --disable-pip-version-check .
(
  cd "$work"
  "$work/user/bin/rawi" --help >/dev/null
  code=0
  "$work/user/bin/rawi" add "$work/sample.rawi" "$here/sample" 2>/dev/null || code=$?
  test "$code" -eq 3 # three files of the sample cannot be read
  "$work/user/bin/rawi" search "$work/sample.rawi" 'داور' --json | head -n 1 | cut -c 1-120
)

step "Development tools" ".venv-dev/bin/pip install -e . --group dev"
if ! cmp -s pyproject.toml .venv-dev/pyproject.installed; then
  python3 -m venv .venv-dev
  .venv-dev/bin/pip install --quiet --disable-pip-version-check --upgrade pip
  .venv-dev/bin/pip install --quiet --disable-pip-version-check --editable . --group dev
  cp pyproject.toml .venv-dev/pyproject.installed
fi
export PATH=$here/.venv-dev/bin:$PATH

step "Format and lint" "ruff format --check . && ruff check ."
ruff format --check .
ruff check .

step "Types" "mypy"
mypy

step "Floors" "lint-imports"
lint-imports | tail -n 6

# A measure at a time to each process: they take as long as half of all other tests.
step "Tests: quality floors" "pytest tests/quality"
pytest -q -n 2 --dist load tests/quality

step "Tests: laws, cases, golden documents, documentation" "pytest --ignore=tests/web --ignore=tests/quality"
pytest -q -n 2 --dist loadfile --ignore=tests/web --ignore=tests/quality

# In a process of its own: the browser's driver keeps an event loop running.
step "Tests: pages in a browser" "pytest tests/web"
pytest -q tests/web

step "Wheel and sdist carry the tables and the licences" "python -m build"
python -m build --quiet --outdir "$work/dist"
python tools/check_wheel.py "$work"/dist/*.whl "$work"/dist/*.tar.gz
printf '\ngreen\n'
