#!/usr/bin/env bash
# Start one process of a deployment: `./start.sh [web|worker|beat]`, web by default.
# PRODUCTION_MODE, PORT, WORKERS, THREADS and MAX_REQUESTS come from the environment.
set -euo pipefail
cd "$(dirname "$0")"
case "${1:-web}" in
  web)
    python manage.py migrate --noinput
    python manage.py collectstatic --noinput --verbosity 0
    exec python manage.py serve --all-addresses
    ;;
  worker) exec celery --app config worker --concurrency "${WORKERS:-2}" --loglevel "${LOG_LEVEL:-INFO}" ;;
  beat) exec celery --app config beat --loglevel "${LOG_LEVEL:-INFO}" --schedule "${P2J_VAR_DIR:-var}/celerybeat-schedule" ;;
  *) echo "usage: $0 [web|worker|beat]" >&2; exit 2 ;;
esac
