"""A spec that was filled keeps every other part as it was."""

from dataclasses import fields, replace

from specs.design import DesignSpec, Dimensions, Material


def test_the_other_parts_stay() -> None:
    # Every part is its own name, whatever its type: so one that is swapped or lost is seen.
    spec = DesignSpec(*(field.name for field in fields(DesignSpec)))  # type: ignore[arg-type]
    sides, stuff = Dimensions(height=2.0), (Material("oak"),)
    expected = replace(spec, stories=3, dimensions=sides, materials=stuff)
    assert spec.filled(3, sides, stuff) == expected
