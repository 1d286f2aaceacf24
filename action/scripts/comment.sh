#!/usr/bin/env bash
# Says on the pull request what changes for the customer. There is one comment: it is found by its hidden mark and written
# anew. Without a difference there is none, unless one was written before.
set -euo pipefail

mark='<!-- journey-diff -->'
body="$RUNNER_TEMP/journey-comment.md"
code=0
{
  echo "$mark"
  journey diff "$JOURNEY_BASE...$JOURNEY_HEAD" --format markdown --locale "$JOURNEY_LOCALE"
} > "$body" || code=$?
# 1 says that there is a difference; above, that none could be found out.
if [ "$code" -gt 1 ]; then exit "$code"; fi

comments="repos/$GITHUB_REPOSITORY/issues/$JOURNEY_PULL_REQUEST/comments"
# Only a comment of a bot: anybody else could have copied the mark.
own=$(gh api --paginate "$comments" --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$mark\"))) | .id")
own=${own%%$'\n'*}

if [ -n "$own" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$own" --field "body=@$body"
elif [ "$code" -eq 1 ]; then
  gh api --silent --method POST "$comments" --field "body=@$body"
fi
