#!/usr/bin/env bash
# The main job on the bundled sample: make an archive, sum it up, show a few cards, then serve the pages.
# Called by `make demo`; arguments: 1 to serve (0 to stop after the summary), port.
set -euo pipefail
cd "$(dirname "$0")/.."
serve=${1:-1} port=${2:-8700} rawi=.venv/bin/rawi archive=demo/sample.rawi

rm -rf demo
mkdir demo
echo "Adding the sample: 25 reports in Persian and Arabic, and three files nobody can read."
code=0
"$rawi" add "$archive" sample || code=$?
if [ "$code" -ne 0 ] && [ "$code" -ne 3 ]; then
  exit "$code" # 3 says that some inputs were set aside, and the sample has three of those
fi
echo
"$rawi" status "$archive" --cards
echo
echo "What did the president of the football federation say of referees, in both languages?"
"$rawi" search "$archive" 'by:نیک‌پندار داور' --cards --limit 2
"$rawi" search "$archive" 'by:بندار حكم' --cards --limit 2
if [ "$serve" = 0 ]; then
  exit 0
fi
echo
echo "Serving the pages; stop with Ctrl-C."
exec "$rawi" serve "$archive" --port "$port"
