"""Prices: in any currency, and whose they are."""

import pytest

from specs.extraction import read
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


@pytest.mark.parametrize(
    ("prompt", "amount"),
    [
        ("A lamp, 99-ish euros", 99),
        ("30 desks, total 14,700 EUR i.e. 490 each", 490),
        ("A heat pump, COP 3.4. 2.350 € plus fitting.", 2350),
        ("An air purifier. EUR 2,180 - eight units", 2180),
        ("An oven. Budget between 1.400 and 1.600 €", 1500),
    ],
)
def test_prices_in_crowded_lines(prompt: str, amount: float) -> None:
    cost = read(prompt).spec.estimated_cost
    assert cost is not None
    assert cost.amount == amount


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("A keelboat for a school, the first by month four.", "P4M"),
        ("A bench, by the end of week ten from order.", "P10W"),
        ("A blast chiller; must run in five weeks.", "P5W"),
        ("A dehumidifier, £1,560, this fortnight", "P2W"),
        ("A desk, month view, week planner", None),
    ],
)
def test_when_it_is_to_be_ready(prompt: str, expected: str | None) -> None:
    assert read(prompt).spec.timeline == expected
