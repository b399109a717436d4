"""Counts and times of generating, as Prometheus reads them."""

from prometheus_client import Counter, Gauge, Histogram

GENERATIONS = Counter("p2j_generations_total", "Specs generated.", ["design_type", "engine"])
REFUSALS = Counter("p2j_not_a_design_total", "Prompts that asked for no physical design.")
DESIGN_SECONDS = Histogram(
    "p2j_main_agent_seconds",
    "Time of MainAgent for one prompt.",
    ["engine"],
    buckets=(0.001, 0.002, 0.005, 0.01, 0.05, 0.25, 1, 5, 20),
)
CACHE_LOOKUPS = Counter("p2j_generation_cache_total", "Lookups of generated specs.", ["result"])
CACHE_ENTRIES = Gauge(
    "p2j_memory_cache_entries",
    "What the memory caches of all processes hold; 0 where Redis is the cache.",
    multiprocess_mode="livesum",
)
JOURNALLED = Counter("p2j_journalled_total", "Records kept in files while the database was away.")
