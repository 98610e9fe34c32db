"""The elements of a feed are told apart by their namespaces, whatever prefixes it gives them."""

from xml.parsers.expat import ExpatError

import pytest

from tui.errors import ParseError
from tui.parse.feeds.facts import DEPTH_LIMIT, Fact, Reader


def read(source: str) -> Reader:
    reader = Reader()
    reader.read(source)
    return reader


def item(inside: str, attributes: str = "") -> dict[str, list[Fact]]:
    return read(f"<rss {attributes}><channel><item>{inside}</item></channel></rss>").items[0]


def test_the_root_is_told_by_its_local_name_its_namespace_and_its_attributes() -> None:
    assert read('<RSS version="2.0"/>').root == ("rss", "", {"version": "2.0"})
    assert read('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>').root == ("feed", "http://www.w3.org/2005/Atom", {})


def test_the_channel_and_each_item_have_facts_of_their_own() -> None:
    found = read("<rss><channel><title>T</title><item><title>A</title></item><item/></channel></rss>")
    assert found.channel == {"title": [Fact({}, "T", "")]}
    assert found.items == [{"title": [Fact({}, "A", "")]}, {}]


def test_items_beside_the_channel_are_items_too() -> None:
    rdf = '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel/><item r:about="u:1"><link>x</link></item></r:RDF>'
    (found,) = read(rdf).items
    assert (found["rdf:about"][0].value, found["link"][0].value) == ("u:1", "x")


def test_the_address_of_a_channel_in_rdf_is_no_fact() -> None:
    rdf = '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel r:about="u:0"/></r:RDF>'
    assert read(rdf).channel == {}


@pytest.mark.parametrize(
    ("space", "name"),
    [
        ("http://purl.org/dc/elements/1.1/", "dc:creator"),
        ("HTTP://PURL.ORG/DC/elements/1.1", "dc:creator"),
        ("http://search.yahoo.com/mrss/", "media:creator"),
        ("http://www.itunes.com/DTDs/Podcast-1.0.dtd", "itunes:creator"),
    ],
)
def test_a_namespace_is_known_in_any_case_and_with_or_without_its_slash(space: str, name: str) -> None:
    assert list(item("<x:Creator>Ada</x:Creator>", f'xmlns:x="{space}"')) == [name]


def test_what_stands_in_an_unknown_namespace_is_left_out_with_all_that_is_in_it() -> None:
    assert item("<x:title>no</x:title><x:box><title>no</title></x:box><title>yes</title>", 'xmlns:x="urn:x"') == {
        "title": [Fact({}, "yes", "")]
    }


def test_what_stands_in_the_roots_own_namespace_needs_no_prefix() -> None:
    found = read('<a:feed xmlns:a="urn:own"><a:entry><a:title>A</a:title></a:entry></a:feed>')
    assert found.items == [{"title": [Fact({}, "A", "")]}]


def test_nested_elements_are_called_by_their_path_but_media_groups_are_no_part_of_it() -> None:
    media = 'xmlns:m="http://search.yahoo.com/mrss/"'
    found = item(
        "<author><name>Ada</name></author><image><url>p.png</url></image>"
        '<m:group><m:content url="v.mp4"><m:thumbnail url="t.png"/></m:content></m:group>',
        media,
    )
    assert set(found) == {
        "author/name",
        "author",
        "image/url",
        "image",
        "media:content",
        "media:thumbnail",
        "media:group",
    }


def test_what_stands_within_other_elements_is_none_of_the_items() -> None:
    assert set(item("<source><link>x</link></source>")) == {"source"}


def test_markup_is_kept_as_it_stands_and_its_void_tags_are_not_closed() -> None:
    found = item('<description>1 <b class="x&quot;">2</b><br/> &lt;i></description>')
    assert found["description"][0].value == '1 <b class="x&quot;">2</b><br> <i>'


def test_the_text_of_xhtml_is_escaped_again_and_html_that_was_escaped_is_not() -> None:
    assert item('<content type="xhtml">5 &lt; 6</content>')["content"][0].value == "5 &lt; 6"
    assert item('<content type="html">5 &lt; 6</content>')["content"][0].value == "5 < 6"
    xhtml = 'xmlns:h="http://www.w3.org/1999/xhtml"'
    assert item("<h:body>5 &lt; 6 <h:p>x</h:p></h:body>", xhtml)["xhtml:body"][0].value == "5 &lt; 6 <p>x</p>"


def test_text_within_an_element_of_markup_is_escaped() -> None:
    assert item("<description><p>5 &lt; 6</p></description>")["description"][0].value == "<p>5 &lt; 6</p>"


def test_xml_base_goes_down_and_a_relative_one_is_joined() -> None:
    found = read(
        '<feed xml:base="https://a.example/x/"><entry xml:base="y/"><link>z</link></entry><entry><link>z</link></entry></feed>'
    )
    assert [one["link"][0].base for one in found.items] == ["https://a.example/x/y/", "https://a.example/x/"]


def test_several_elements_of_one_name_are_in_their_order() -> None:
    assert [fact.value for fact in item("<category>a</category><category>b</category>")["category"]] == ["a", "b"]


def test_nesting_has_a_limit_within_markup_and_without() -> None:
    deep = DEPTH_LIMIT - 3
    item("<a>" * deep + "</a>" * deep)
    for outer in ("<a>", "<description>"):
        with pytest.raises(ParseError, match="nested too deeply"):
            item(outer + "<a>" * DEPTH_LIMIT + "</a>" * DEPTH_LIMIT + outer.replace("<", "</"))


def test_what_is_not_well_formed_is_told() -> None:
    with pytest.raises(ExpatError):
        read("<rss><channel></rss>")
