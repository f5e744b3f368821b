#!/usr/bin/env bash
# Test the optional models with tiny ones made in the tests: needs torch, which is large, so `make test` leaves them out.
# On a machine with a graphics card's libraries in its index, install a torch for the processor into .venv-models first.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d .venv-models ] || python3 -m venv .venv-models
.venv-models/bin/pip install --quiet --disable-pip-version-check --upgrade pip
.venv-models/bin/pip install --quiet --disable-pip-version-check --editable '.[encoder,transformers]' --group test
.venv-models/bin/python -m pytest -q tests/name/test_transformers_model.py tests/link/test_sentence_transformers.py
