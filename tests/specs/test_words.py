import pytest

from specs import words


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12000.0, "12,000"),
        (0.75, "0.75"),
        (3, "3"),
        (-2.5, "−2.5"),
        (1e22, "1e+22"),
        (0.00001, "1e-05"),
        (0, "0"),
        (float("inf"), "inf"),
    ],
)
def test_numbers_are_written_for_readers(value: float, written: str) -> None:
    assert words.number(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(2.0, "+2"), (-0.555, "−0.56"), (0.004, "±0"), (-0.004, "±0"), (7.25, "+7.25")],
)
def test_a_change_shows_its_sign(value: float, written: str) -> None:
    assert words.signed(value) == written


@pytest.mark.parametrize(
    ("name", "written"), [("1", ""), ("kWh/m2/year", "kWh/m²/year"), ("N*m", "N·m"), ("kg", "kg")]
)
def test_units_have_raised_exponents_and_a_count_has_none(name: str, written: str) -> None:
    assert words.unit(name) == written


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("", "the whole spec"),
        ("/dimensions/floor_area", "floor area"),
        ("/materials/0/grade", "material 1, grade"),
        ("/features/2", "feature 3"),
        ("/use_cases/0", "use case 1"),
        ("/0", "0"),
    ],
)
def test_a_pointer_is_said_in_words(pointer: str, said: str) -> None:
    assert words.place(pointer) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("P6M", "6 months"), ("P1Y2W", "1 year, 2 weeks"), ("P", "P"), ("soon", "soon")],
)
def test_a_duration_is_said_in_words(text: str, said: str) -> None:
    assert words.duration(text) == said


def test_a_length_below_a_metre_is_said_in_millimetres_too() -> None:
    assert words.small_length(0.146) == "146 mm"
    assert words.small_length(1.2) == ""


@pytest.mark.parametrize(("score", "shown"), [(89.96, "89.96"), (90, "90"), (71.9, "71.90")])
def test_a_score_never_reads_as_the_next_grade(score: float, shown: str) -> None:
    assert words.points(score) == shown
