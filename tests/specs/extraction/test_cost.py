"""Prices: in any currency, and whose they are."""

import pytest

from tests.specs.extraction.test_facts import spec


@pytest.mark.parametrize(
    ("prompt", "amount", "currency"),
    [
        ("house, Rs 62 lakh", 6_200_000, "INR"),
        ("car, $27,500", 27_500, "USD"),
        ("table; we paid €3,900 for the previous one and can go to €4,500", 4500, "EUR"),
        ("chest, 299 PLN? no sorry, 1.299 PLN", 1299, "PLN"),
        ("van, 1.4 million rand (ZAR)", 1_400_000, "ZAR"),
        ("tent, my cousin's cost 310 euros, mine should stay under 240 euros", 240, "EUR"),
        ("kite, sold at €45 (rival: €70)", 45, "EUR"),
        ("caravan. A dealer charged £19,000 for one; we have £12,000", 12_000, "GBP"),
        ("bench, not a kit. GBP 1,450", 1450, "GBP"),
        ("trailer, budget 2,300 Canadian", 2300, "CAD"),
        ("shed, I'd like to be at 9k US", 9000, "USD"),
        ("barn, half a million short of NOK 2m, meaning NOK 1.5m", 1_500_000, "NOK"),
    ],
)
def test_cost(prompt: str, amount: float, currency: str) -> None:
    assert spec(prompt)["estimated_cost"] == {"amount": amount, "currency": currency}


@pytest.mark.parametrize(
    ("prompt", "cost", "timeline"),
    [
        ("Bus depot, €28.3m - 26 months", (28_300_000, "EUR"), "P26M"),
        ("Office, $15.2M AUD 20 months", (15_200_000, "AUD"), "P20M"),
        ("Heat pump boiler, COP 3.5, 2 490 €", (2490, "EUR"), None),
        ("Shelving, nine modules for eleven thousand pounds total", (11_000, "GBP"), None),
        ("Crane boat, hoists eleven thousand pounds", None, None),
        ("Bakery, EUR 760,000; opening in 13 months", (760_000, "EUR"), "P13M"),
        ("Tower, 740 000 EUR, opening after 8 months of work", (740_000, "EUR"), "P8M"),
    ],
)
def test_money_beside_time(
    prompt: str, cost: tuple[float, str] | None, timeline: str | None
) -> None:
    found = spec(prompt)
    price = found["estimated_cost"]
    assert (price and (price["amount"], price["currency"])) == cost
    assert found["timeline"] == timeline
