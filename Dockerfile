# syntax=docker/dockerfile:1
# Two stages: wheels are built where a compiler may be, and the image that runs has none.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements/ requirements/
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements/production.txt

FROM python:3.11-slim-bookworm
# The openai SDK trusts the operating system's certificates.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin service
COPY --from=build /venv /venv
WORKDIR /app
COPY . .
# The tree stays read-only for the service; what it writes goes to one volume.
RUN install -d -o service -g service /data
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PRODUCTION_MODE=true P2J_VAR_DIR=/data
USER 10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-m", "config.probe"]
CMD ["./start.sh"]
