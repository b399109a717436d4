import datetime as dt
import pytest
from tests.browser.test_staff import *
from tests.browser.test_staff import staff_places
from feedback.services import hidg_log_add, lease_next, lease_submit
from feedback.values import Reflection
from django.utils import timezone
@pytest.mark.parametrize(("width","scheme"),[(1280,"light"),(1280,"dark"),(390,"light"),(390,"dark")])
def test_shots(open_page, boss, width, scheme):
    specs = specs_in_review(6, prompt="A 2-storey brick house, 12 x 8 m, with a garden and solar panels")
    for i in range(3):
        p = User.objects.create_user(f"r{i}", is_staff=True)
        for k, s in enumerate(specs[3:]):
            rating_submit(revision=s.latest, person=p, values=RatingValues(1+(k+i)%5, criteria={"feasibility":1+(k)%5}, reason="The roof is missing"))
        for d in range(3):
            hidg_log_add(author=p, date=dt.date(2026,11,23+d), task=f"Reviewed {d+3} specs", reflection=Reflection("Said when I was unsure","Kept to the rubric","Finished the queue before lunch","Thanks to Ben for the calibration session"))
    for s in specs[3:]:
        ReviewItem.objects.filter(revision=s.latest).update(state="submitted", taken=2)
    import copy
    comparison_open(first=specs[0].latest, second=spec_submit(document=document("House two", stories=3, features=("garden","sauna")), owner=None, prompt=specs[0].prompt).latest, person=boss)
    w = open_page(width=width, scheme=scheme)
    enter_admin(w, boss)
    w.open(reverse("admin:reviews")); w.page.click("button[data-key=n]"); w.page.wait_for_selector("form[data-rating]")
    for i, place in enumerate(staff_places(specs[0])):
        w.open(place)
        w.page.wait_for_timeout(150)
        w.page.screenshot(path=f"/tmp/shots/{i:02d}-{width}-{scheme}.png", full_page=True)
