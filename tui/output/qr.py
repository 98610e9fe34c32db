"""An address as a QR code (ISO/IEC 18004), for a telephone held to the screen: two rows of modules to a line, in half
blocks."""

from tui.errors import OutputError

QUIET = 2
"""Light modules around the code: the standard asks for four, telephones read it with two, and a line is spared."""


def code(url: str, *, inverted: bool = False) -> str:
    """The lines of a code, for a terminal whose letters are lighter than its ground; `inverted` for the others.
    OutputError where the address is too long for one."""
    import segno  # late: it takes 10 ms, and few sessions need it

    try:
        made = segno.make(url, micro=False, error="l", boost_error=False)
    except segno.DataOverflowError:
        raise OutputError("this address is too long for a QR code") from None
    rows = [[bool(module) is inverted for module in row] for row in made.matrix_iter(border=QUIET)]
    rows.append([not inverted] * len(rows[0]))  # a code has an odd number of rows
    signs = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(signs[high, low] for high, low in zip(*pair, strict=True)) for pair in pairs)
