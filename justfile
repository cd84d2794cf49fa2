# What is done often, each by one word. `just` lists them; everything here also works without it.

# List the recipes.
default:
    @just --list

# A demo with the plan, published figures and labelled illustrative figures.
demo *options:
    cargo run -- demo {{ options }}

# Every test on SQLite.
test:
    cargo test --workspace

# All that must hold before a change is offered: style, lints, tests on both databases, pages in a browser.
ci:
    .ci/run

# Licences, advisories and sources of the dependencies; needs `cargo install cargo-deny`.
deny:
    cargo deny check

# The benchmarks; docs/PERFORMANCE.md holds the figures with their commands.
bench:
    cargo bench --workspace

# Rewrite the generated documents and the JSON Schemas: read the difference before you commit it.
docs:
    UPDATE_DOCS=1 cargo test -p ansinh --test tidy
    UPDATE_SCHEMA=1 cargo test -p ansinh-packs --test it schema

# The store's and the verbs' tests on a PostgreSQL server that is thrown away afterwards.
postgres:
    #!/usr/bin/env bash
    set -euo pipefail
    bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    folder=$(mktemp -d)
    trap '"$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
    "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
        -o "-p 54329 -k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300" start >/dev/null
    ANSINH_TEST_POSTGRES=postgres://postgres@127.0.0.1:54329 cargo test -p ansinh-store -p ansinh-app
