"""Examples come from accepted specs of staff, and the nearest ones first."""

from dataclasses import replace

import pytest

from specs.models import Spec
from specs.selectors.examples import AcceptedSpecs
from specs.services import spec_reviewed, spec_submit
from tests.specs.llm.canned import GOOD
from tests.specs.llm.conftest import office
from tests.specs.llm.scripted import ScriptedModel, always

pytestmark = pytest.mark.django_db


def accepted(owner, prompt: str, **changes) -> Spec:
    document = replace(office().spec, **changes).as_json()
    spec = spec_submit(document=document, owner=owner, prompt=prompt)
    spec_reviewed(revision=spec.latest, state="accepted")
    return spec


def test_the_nearest_accepted_specs_of_staff_are_given(staff, user):
    accepted(staff, "far", category="hotel")
    accepted(staff, "near", features=("elevator",))
    accepted(staff, "nearer")
    accepted(user, "another client's own words")
    accepted(staff, "other type", design_type="vehicle", category="car", stories=None)
    spec_submit(document=office().spec.as_json(), owner=staff, prompt="not accepted")
    given = [prompt for prompt, _ in AcceptedSpecs().nearest(office())]
    assert len(given) == 2
    assert set(given) == {"near", "nearer"}


def test_they_travel_as_data_of_the_request(staff, generator):
    accepted(staff, "An accepted office")
    model = ScriptedModel(always(GOOD))
    engine = generator("http://127.0.0.1:9/v1", transport=model, examples=AcceptedSpecs())
    engine.generate("Four-storey office block")
    system, user = model.bodies[0]["messages"]
    assert "An accepted office" not in system["content"]
    assert '"examples":[{"prompt":"An accepted office","document":{' in user["content"]
