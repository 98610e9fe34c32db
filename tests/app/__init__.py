import tui.app  # noqa: F401 - first of all: it says what Textual reads as it is imported
