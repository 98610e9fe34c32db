"""Formulas in signs that a terminal has; everything else as it was written."""

import pytest

from tui.app.formulas import legible


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"e^{i\pi} + 1 = 0", "e^(iπ) + 1 = 0"),
        (r"\frac{a+b}{2} \leq \sqrt{x^2+y_1^2}", "(a+b)/2 ≤ √(x²+y₁²)"),
        (r"\left(\frac12\right)^n", "(1/2)ⁿ"),
        (r"\sum_{i=1}^{n} x_i \to \infty", "∑_(i=1)ⁿ xᵢ → ∞"),
        (r"As \(E = mc^2\) says, \(m\) is", "As E = mc² says, m is"),
        (r"\mathrm{CO}_2 \text{ and } \Delta t", "CO₂ and Δt"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", " a b ; c d "),
        (r"\sqrt", "√"),
        (r"\alpha^", "α^"),
    ],
)
def test_a_formula_can_be_read(tex: str, said: str) -> None:
    assert legible(tex) == said


@pytest.mark.parametrize(
    "text", [r"C:\new\times\file_1", r"\unknown{x} \alpha", "a_b ^ c {d}", "$5 and $6", r"regex \d+\w"]
)
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    assert legible(text) == text


def test_braces_without_end_are_no_trouble() -> None:
    assert "α" in legible("{" * 5000 + r"\alpha" + "^{" * 5000)
