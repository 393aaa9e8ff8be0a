#!/usr/bin/env bash
# What a CI job runs for one workspace: its findings in the log, a summary, reports in files, and what a change does.
# It needs nothing of a CI server, so that it can be run at home. All values come in by the environment and none is
# read as a command:
#
#   EA_PROGRAM    eaframe itself                                            (eaframe)
#   EA_WORKSPACE  the folder of the workspace                               (.)
#   EA_FORMAT     how findings are printed                                  (github on GitHub, else text)
#   EA_FAIL_ON    error, warning, info or never                             (error)
#   EA_AS_OF      a day or a plateau                                        (today)
#   EA_LANG       en or vi                                                  (en)
#   EA_SINCE      a revision: only what is new since then is judged         (everything is)
#   EA_SARIF, EA_JUNIT, EA_GITLAB, EA_JSON, EA_MARKDOWN  files to write     (none)
#   EA_SUMMARY    a file to which the summary is added                      ($GITHUB_STEP_SUMMARY)
#   EA_AGAINST    a revision: what changed since then is described          (none)
#   EA_COMMENT    the file for that description, in Markdown                (comment.md)
#   EA_BREAKING   yes: what breaks others since EA_AGAINST is a finding too (no)
#
# Exit code: 0 nothing found, 1 findings at or above EA_FAIL_ON, 2 something could not be run.
set -euo pipefail

program="${EA_PROGRAM:-eaframe}"
workspace="${EA_WORKSPACE:-.}"
against="${EA_AGAINST:-}"
comment="${EA_COMMENT:-comment.md}"
summary="${EA_SUMMARY:-${GITHUB_STEP_SUMMARY:-}}"
if [ -n "${GITHUB_ACTIONS:-}" ]; then format="${EA_FORMAT:-github}"; else format="${EA_FORMAT:-text}"; fi

own="$(mktemp -d)"
trap 'rm -rf "$own"' EXIT

# An option of its own for each value, joined by `=`, so that no value can be taken for an option.
common=("--workspace=$workspace")
if [ -n "${EA_LANG:-}" ]; then common+=("--lang=$EA_LANG"); fi

worst=0
run() { # runs a command and keeps the worst exit code; whatever is no finding could not be run
  local code=0
  "$@" || code=$?
  if [ "$code" -gt 1 ]; then code=2; fi
  if [ "$code" -gt "$worst" ]; then worst="$code"; fi
}

validate=(validate "${common[@]}" "--format=$format" "--fail-on=${EA_FAIL_ON:-error}")
if [ -n "${EA_AS_OF:-}" ]; then validate+=("--as-of=$EA_AS_OF"); fi
if [ -n "${EA_SINCE:-}" ]; then validate+=("--since=$EA_SINCE"); fi
if [ -n "${EA_SARIF:-}" ]; then validate+=("--report=sarif=$EA_SARIF"); fi
if [ -n "${EA_JUNIT:-}" ]; then validate+=("--report=junit=$EA_JUNIT"); fi
if [ -n "${EA_GITLAB:-}" ]; then validate+=("--report=gitlab=$EA_GITLAB"); fi
if [ -n "${EA_JSON:-}" ]; then validate+=("--report=json=$EA_JSON"); fi
if [ -n "${EA_MARKDOWN:-}" ]; then validate+=("--report=markdown=$EA_MARKDOWN"); fi
if [ -n "$summary" ]; then validate+=("--report=markdown=$own/summary.md"); fi
run "$program" "${validate[@]}"

if [ -n "$against" ]; then
  rm -f -- "$comment" # one of an earlier run would tell of another change
  run "$program" pr-report "${common[@]}" "--against=$against" "--output=$comment"
  if [ "${EA_BREAKING:-no}" = yes ]; then
    run "$program" breaking "${common[@]}" "--against=$against" "--format=$format"
  fi
fi

if [ -n "$summary" ]; then
  for part in "$own/summary.md" ${against:+"$comment"}; do
    if [ -f "$part" ]; then
      head -c 400000 "$part" >>"$summary" # a step has room for one mebibyte
      printf '\n\n' >>"$summary"
    fi
  done
fi
exit "$worst"
