"""A person's own rules for a site: selectors for the headline, the story, and what to leave out."""

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from tui import address
from tui.blocks import Block
from tui.errors import ParseError
from tui.model import Related, Relation
from tui.parse.page.blocks import blocks
from tui.parse.page.words import words
from tui.parse.rules import Rules
from tui.parse.story.boxes import Box
from tui.parse.story.reading import Reading, find_standfirst


def _select(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    if page.root is None or not selector:
        return []
    try:
        return page.root.css(selector)
    except SelectolaxError as error:
        raise ParseError(f"The rules for this site hold a selector that cannot be read: {selector}") from error


def ruled_headline(page: LexborHTMLParser, rules: Rules | None) -> str:
    """The headline that a rule selects, or ""."""
    return next((text for node in _select(page, rules.headline) if (text := words(node))), "") if rules else ""


def ruled_out(page: LexborHTMLParser, rules: Rules | None) -> set[int]:
    """The elements that a rule leaves out, by `mem_id`."""
    return {node.mem_id for node in _select(page, rules.remove)} if rules else set()


def ruled_related(page: LexborHTMLParser, url: str, rules: Rules | None) -> tuple[Related, ...]:
    """The related stories that a rule selects; none if it selects none."""
    if not rules or not rules.related:
        return ()
    found: dict[str, Related] = {}
    for node in _select(page, rules.related):
        for link in [node] if node.tag == "a" else node.css("a[href]"):
            target = address.clean(address.join(url, link.attributes.get("href") or ""))
            if target and (text := words(link)):
                found.setdefault(address.key(target), Related(Relation.RELATED, text, target))
    return tuple(found.values())


def ruled_blocks(page: LexborHTMLParser, boxes: list[Box], rules: Rules, reading: Reading) -> list[Block]:
    """The blocks of the elements that a rule selects as the story."""
    removed = ruled_out(page, rules)
    found: list[Block] = []
    seen: set[int] = set()
    for node in _select(page, rules.body):
        if node.mem_id not in seen:
            seen.update(inner.mem_id for inner in node.traverse())
            found.extend(blocks(node, reading.base, removed))
    if found:
        reading.note(f"chosen by a rule: {rules.body}")
        find_standfirst(boxes, boxes[0], reading)
    else:
        reading.note(f"the rule for this site finds nothing: {rules.body}")
    return found
