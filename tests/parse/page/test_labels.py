"""What a line says of the stories behind it. The labels of many languages are tried in story/test_related.py."""

import pytest

from tui.model import Relation
from tui.parse.page.labels import counts_comments, fold, inside, label, says_only_more


@pytest.mark.parametrize(
    "text", ["12 comments", "Comments (1,204)", "7 Kommentare", "12 комментариев", "댓글 204", "评论(3)", "2.4K views"]
)
def test_a_number_of_comments_is_told(text: str) -> None:
    assert counts_comments(text)


@pytest.mark.parametrize("text", ["Comments", "12 comments that changed the harbour", "12", "3 views of a storm", ""])
def test_what_is_no_number_of_comments(text: str) -> None:
    assert not counts_comments(text)


@pytest.mark.parametrize(
    ("text", "relation", "rest"),
    [
        ("Latest from the harbour", Relation.LATEST, "the harbour"),
        ("Les plus lus", Relation.MOST_READ, ""),
        ("ALSO READ: Storm closes harbour", Relation.ALSO_READ, "Storm closes harbour"),
        ("More about storms", Relation.RELATED, "storms"),
        ("関連記事：台風", Relation.RELATED, "台風"),
    ],
)
def test_a_label_and_what_follows_it(text: str, relation: Relation, rest: str) -> None:
    found = label(text)
    assert found is not None
    assert (found.relation, found.rest) == (relation, rest)


@pytest.mark.parametrize("text", ["Latestly", "Related topics", "Popular podcasts", "", "…"])
def test_what_is_no_label(text: str) -> None:
    assert label(text) is None


def test_a_label_within_a_heading() -> None:
    assert inside("Today's most read") is Relation.MOST_READ
    assert inside("Die meistgelesenen Artikel der Woche") is Relation.MOST_READ
    assert inside("Jane Doe's most recent stories") is Relation.LATEST
    assert inside("Tennis latest") is Relation.LATEST
    assert inside("The latest storm") is None
    assert inside("Storm") is None


def test_doors() -> None:
    assert says_only_more("Read more") and says_only_more("Weiterlesen") and says_only_more("View all stories")
    assert not says_only_more("Storm closes harbour")


def test_accents_case_and_edges_make_no_difference() -> None:
    assert fold("«Más leídas»") == fold("MAS LEIDAS")
