"""The report page in a real browser: sound at two widths and in two schemes, and on paper."""

from typing import Any

import pytest

from evaluation.services import document_evaluate
from tests.browser.conftest import OpenPage
from tests.evaluation import things

PROMPT = "A 3-storey office of steel and glass, 30 x 20 m, no basement"


@pytest.fixture
def report(transactional_db: None, settings: Any) -> str:
    settings.EVALUATION_READER = "tests.evaluation.small_reader.read"
    document = things.spec(
        "building",
        "office",
        title='Riverside office "><img src=x onerror=alert(1)>',
        stories=40,
        dimensions={"length": 30, "width": 20, "height": 10.5, "floor_area": 1800},
        materials=[{"type": "steel", "grade": "S355", "use": "frame"}, "glass"],
        spaces=[{"type": "office_room", "count": 24, "area": 18}],
        features=["elevator", "green_roof"],
        exclusions=["basement"],
        requirements=["Daylight at every desk", "<script>alert(1)</script>" + "x" * 90],
        estimated_cost={"amount": 2_400_000, "currency": "USD"},
    )
    made = document_evaluate(document=document, owner=None, prompt=PROMPT)
    return f"/reports/{made.pk}?format=html"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_sound(open_page: OpenPage, report: str, width: int, scheme: str) -> None:
    watched = open_page(width=width, scheme=scheme)
    watched.open(report)
    assert watched.axe() == []
    assert watched.overflow() == 0
    watched.collect_violations()
    assert watched.complaints == []


def test_on_paper_it_is_the_report_alone(
    open_page: OpenPage,
    report: str,
    tmp_path: Any,
) -> None:
    watched = open_page(scheme="dark")
    watched.open(report)
    watched.page.emulate_media(media="print")
    hidden = watched.page.evaluate(
        "['.bar', '.foot', '.report__links'].map("
        "s => getComputedStyle(document.querySelector(s)).display)"
    )
    assert hidden == ["none"] * 3
    assert watched.page.evaluate("getComputedStyle(document.body).color") == "rgb(23, 32, 42)"
    paper = tmp_path / "report.pdf"
    watched.page.pdf(path=str(paper), format="A4")
    assert paper.read_bytes().startswith(b"%PDF")
