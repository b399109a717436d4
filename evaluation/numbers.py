"""Numbers as people read them: '3.5 m', '1,200 kg', 'between 2.2 and 8 m'."""


def shown(value: float, unit: str = "") -> str:
    """Four significant figures, no exponent where a person would write none."""
    magnitude = abs(value)
    if magnitude >= 1e12 or (magnitude < 1e-4 and value):
        text = f"{value:.3e}"
    elif magnitude >= 1000:
        text = f"{value:,.0f}"
    else:
        text = f"{float(f'{value:.4g}'):g}"
    # '1' is the unit of a count.
    return f"{text} {unit}" if unit and unit != "1" else text


def expectation(low: float | None, high: float | None, unit: str = "") -> str:
    if low is None and high is None:
        return "anything"
    if low is None:
        return f"at most {shown(high or 0, unit)}"
    if high is None:
        return f"at least {shown(low, unit)}"
    return f"{shown(low)} to {shown(high, unit)}"
