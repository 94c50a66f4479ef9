#!/usr/bin/env bash
# Look at `qa mcp` as others do: a linter of tool descriptions, and the command line of the protocol's own Inspector.
# Needs Node 20 or newer and a network, so that no test runs it. From the root of a clone, with its environment in .venv:
#   tests/bots/agents/inspect.sh
# It ends with 1 at the first warning or failed call.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../.." && pwd)
python=${PYTHON:-$root/.venv/bin/python}
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$scratch"' EXIT
export PYTHONPATH=$root npm_config_cache=$scratch/npm

inspect() { npx --yes @modelcontextprotocol/inspector@0.15.0 --cli "$@"; }

"$python" -m bots.terminal index --quiet --library "$scratch/library" "$root/seeds"
mcp=("$python" -m bots.terminal mcp --library "$scratch/library")

echo '== tdqs lint'
"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check tdqs
"$scratch/venv/bin/tdqs" lint --command "${mcp[*]}" --fail-on warning

called() { # the arguments that say where the server is
    inspect "$@" --method tools/list > "$scratch/tools"
    grep -c '"outputSchema"' "$scratch/tools"
    inspect "$@" --method tools/call --tool-name ask --tool-arg 'question=What did Rubio say about China?' > "$scratch/answer"
    grep -q 'biggest threat' "$scratch/answer"
    inspect "$@" --method tools/call --tool-name archive_overview > "$scratch/overview"
    grep -q 'In here' "$scratch/overview"
    inspect "$@" --method prompts/list | grep -q answer_with_quotes
    inspect "$@" --method resources/templates/list | grep -q 'onrecord://quote/{id}'
}

echo '== Inspector, standard input and output'
called "${mcp[@]}"

echo '== Inspector, HTTP'
"$python" -m bots.terminal serve --mcp --port 0 --json --library "$scratch/library" > "$scratch/address" &
server=$!
until [ -s "$scratch/address" ]; do kill -0 "$server" && sleep 0.2; done
called "$(sed -E 's/.*"mcp": "([^"]+)".*/\1/' "$scratch/address")" --transport http
echo '== all good'
