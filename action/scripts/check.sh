#!/usr/bin/env bash
# Annotates the findings, and writes them as SARIF. Fails as `journey check` does, after both.
set -uo pipefail

read -r -a paths <<< "$JOURNEY_PATHS"
options=(--locale "$JOURNEY_LOCALE" --fail-on "$JOURNEY_FAIL_ON")

if [ "$JOURNEY_SARIF" = true ]; then
  report="$RUNNER_TEMP/journey.sarif"
  journey check "${options[@]}" --format sarif --output-file "$report" -- "${paths[@]}" > /dev/null 2>&1
  [ -s "$report" ] && echo "sarif-file=$report" >> "$GITHUB_OUTPUT"
fi

journey check "${options[@]}" --format github -- "${paths[@]}"
