"""What is shown, written: lists and articles as text, Markdown and JSON; the gate that all of it leaves by; the
browser."""
