#!/usr/bin/env bash
# Installs eaframe for one run into an environment of its own: a released version, or the one this action came with.
#
#   EA_VERSION    a version as it is released; empty for the action's own checkout
#   RUNNER_TEMP   the folder in which the environment is made
#   GITHUB_OUTPUT the file that `program=PATH` is added to
#
# Python runs isolated (-I): the current folder holds a pull request, and a pip.py in it must not be run as pip.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
environment="${RUNNER_TEMP:?}/eaframe"
if [ -n "${EA_VERSION:-}" ]; then
  if ! [[ "$EA_VERSION" =~ ^[0-9][0-9A-Za-z.+]*$ ]]; then
    echo "eaframe: \`version\` must be one like 0.2.0" >&2
    exit 2
  fi
  what="eaframe==$EA_VERSION"
else
  what="$(cd "$here/../../.." && pwd)"
fi
python3 -I -m venv "$environment"
"$environment/bin/python" -I -m pip install --quiet --disable-pip-version-check "$what"
"$environment/bin/eaframe" --version
printf 'program=%s\n' "$environment/bin/eaframe" >>"${GITHUB_OUTPUT:?}"
