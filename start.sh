#!/usr/bin/env bash
# Start one process of a deployment: `./start.sh [web|worker|beat]`, web by default.
# PRODUCTION_MODE, PORT, WORKERS, THREADS and MAX_REQUESTS come from the environment.
set -euo pipefail
cd "$(dirname "$0")"

# Where the processes of one start share their figures; those of an earlier one would count again.
share_metrics() {
  export PROMETHEUS_MULTIPROC_DIR="${P2J_VAR_DIR:-var}/metrics-$1"
  rm -rf "$PROMETHEUS_MULTIPROC_DIR"
  mkdir -p "$PROMETHEUS_MULTIPROC_DIR"
}

case "${1:-web}" in
  web)
    python manage.py migrate --noinput
    python manage.py collectstatic --noinput --verbosity 0
    exec python manage.py serve --all-addresses
    ;;
  worker)
    share_metrics worker
    exec celery --app config worker --concurrency "${WORKERS:-2}" --loglevel "${LOG_LEVEL:-INFO}"
    ;;
  beat)
    share_metrics beat
    exec celery --app config beat --loglevel "${LOG_LEVEL:-INFO}" --pidfile "" \
      --schedule "${P2J_VAR_DIR:-var}/celerybeat-schedule"
    ;;
  *) echo "usage: $0 [web|worker|beat]" >&2; exit 2 ;;
esac
