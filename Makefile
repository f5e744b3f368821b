# Two commands for a fresh machine: `make demo` and `make test`. Both do all their set-up.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8700

.PHONY: demo test install clean

demo: install
	@tools/demo.sh $(SERVE) $(PORT)

install: .venv/.installed

.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check .
	@touch $@

test:
	@tools/test.sh

clean:
	rm -rf .venv .venv-dev build dist
