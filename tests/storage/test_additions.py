"""What each outlet adds: paragraphs that say what no other says."""

from tests.storage.events_paper import BRIDGE, arrive, ids_by_title, together
from tests.storage.paper import NOW, offer
from tui.blocks import Paragraph, Span
from tui.model import Article, Entry
from tui.storage import sections, tellings, texts
from tui.storage.additions import added, additions
from tui.storage.file import File
from tui.storage.grouping import Window

FELL = "A crane fell onto the harbour bridge in Doha on Tuesday morning, and the police closed it in both directions."
SO = "The police closed the harbour bridge in Doha in both directions after a crane fell onto it on Tuesday."
ENGINEER = (
    "The chief engineer of the port, Salma Haddad, said that the crane had failed its inspection in August twice."
)
FERRIES = "Ferries will take foot passengers across every ten minutes from six o'clock, free of charge, until Friday."
OTHERS = "Ministers in Muscat agreed on Wednesday to lower the tax on imported rice by a third from next January on."


def test_what_two_say_is_added_by_none() -> None:
    assert added([[FELL, ENGINEER], [SO, FERRIES], [FELL]]) == [(ENGINEER,), (FERRIES,), ()]


def test_what_two_say_in_the_same_words_is_added_by_none() -> None:
    assert added([[FELL], [FELL]]) == [(), ()]
    assert added([[FELL], [FELL], [FELL, FERRIES]]) == [(), (), (FERRIES,)]


def test_small_words_alone_are_no_likeness() -> None:
    assert added([[FERRIES], [OTHERS]]) == [(FERRIES,), (OTHERS,)]


def test_short_paragraphs_add_nothing() -> None:
    assert added([["What happened next"], [FELL]]) == [(), (FELL,)]


def test_a_feeds_own_text_is_taken_paragraph_by_paragraph(store: File) -> None:
    arrive(store, BRIDGE[:1], content=f"<p>{FELL}</p>\n<p class='a'>{ENGINEER}")
    arrive(store, BRIDGE[1:2], first=1, content=f"{SO}<br/><br>{FERRIES}")
    together(store, Window())
    event = tellings.event(store, ids_by_title(store)[BRIDGE[0]])
    assert event is not None
    assert sorted(one.paragraphs for one in additions(store, event)) == [(FERRIES,), (ENGINEER,)]


def test_of_an_event_the_kept_articles_are_held_beside_one_another(store: File) -> None:
    arrive(store, BRIDGE[:3])
    together(store, Window())
    known = ids_by_title(store)
    for title, paragraphs in ((BRIDGE[0], (FELL, ENGINEER)), (BRIDGE[1], (SO, FERRIES))):
        blocks = tuple(Paragraph((Span(text),)) for text in paragraphs)
        texts.keep_article(store, known[title], Article("", title, blocks))
    event = tellings.event(store, known[BRIDGE[0]])
    assert event is not None
    found = additions(store, event)
    assert [(one.telling.outlet, one.paragraphs) for one in found] == [
        ("Paper 1", (FERRIES,)),
        ("Paper 0", (ENGINEER,)),
    ]


def test_a_copy_adds_nothing_and_one_telling_alone_neither(store: File) -> None:
    text = f"<p>{FELL}</p><p>{ENGINEER}</p><p>{FERRIES}</p>"
    arrive(store, BRIDGE[:2], content=text)
    together(store, Window())
    event = tellings.event(store, ids_by_title(store)[BRIDGE[0]])
    assert event is not None
    assert [bool(each.copy_of) for each in event.tellings] == [True, False]
    assert additions(store, event) == ()
    arrive(store, BRIDGE[2:3], minutes=10, content=f"<p>{SO}</p><p>{OTHERS}</p>")
    together(store, Window())
    event = tellings.event(store, ids_by_title(store)[BRIDGE[0]])
    assert event is not None
    assert [one.paragraphs for one in additions(store, event)] == [(OTHERS,), (ENGINEER, FERRIES)]


def test_a_summary_is_a_paragraph(store: File) -> None:
    for number, (title, summary) in enumerate(zip(BRIDGE, (SO, FERRIES, ""), strict=False)):
        entry = Entry(title, f"https://a{number}.example/1", summary=summary, published=NOW)
        sections.follow(store, offer(("News", (entry,)), site=f"https://a{number}.example", name=f"Paper {number}"))
    together(store, Window())
    event = tellings.event(store, ids_by_title(store)[BRIDGE[0]])
    assert event is not None
    assert len(event.tellings) == 3
    assert sorted(one.paragraphs for one in additions(store, event)) == [(FERRIES,), (SO,)]
