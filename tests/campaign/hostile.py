"""A site with hostile text in one of its fields: feeds and pages, the heads of its answers, a map of what is new, and an
account on a server of feeds; and files of other programs with such text in all of theirs."""

import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from html import escape
from pathlib import Path

from tests.web import Answer
from tui.fetching.greader import long_id

At = Callable[[str, str], str]
"""A field's name and its words -> what stands in it."""

HEADS = ("content type", "status", "location", "etag", "cookie")
SERVERS = ("account", "account feed", "account folder", "account story", "account key", "account error")
"""Of the answers of a server of feeds, read as Google Reader's were."""
NEWS = ("robots", "sitemap")


def answer(base: str, path: str, field: str, payload: str) -> Answer | bytes:
    """A site with a payload in one field, and words in every other."""

    def at(name: str, words: str) -> str:
        return words + payload if name == field else words

    if field in HEADS and path != "/feed":
        return _spoilt(field, payload)
    if path.startswith("/reader/api/") or "ClientLogin" in path:
        return _encoded(_account(base, path, at))
    if field in NEWS and path in ("/", "/robots.txt", "/sitemap.xml"):
        return _encoded(_news(base, path, at))
    if path == "/feed":
        return Answer(_bytes(_feed(base, at)), content_type="application/rss+xml; charset=utf-8")
    return Answer(_bytes(_page(base, at)), content_type="text/html; charset=utf-8")


def _spoilt(field: str, payload: str) -> bytes:
    """An answer whose head is hostile."""
    said = payload.replace("\r", "").replace("\0", "").encode("utf-8", "surrogatepass")
    head: Mapping[str, bytes] = {
        "content type": b"HTTP/1.1 200 OK\r\nContent-Type: image/" + said,
        "status": b"HTTP/1.1 418 " + said,
        "location": b"HTTP/1.1 302 Found\r\nLocation: http://" + said,
        "etag": b"HTTP/1.1 200 OK\r\nETag: " + said,
        "cookie": b"HTTP/1.1 503 "
        + said
        + b"\r\nRetry-After: "
        + said
        + b"\r\nServer: "
        + said
        + b"\r\nSet-Cookie: a="
        + said,
    }
    return head[field] + b"\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"


def _feed(base: str, at: At) -> str:
    items = "".join(
        f"<item><title>{_cdata(at('title', f'A story of the harbour {n}'))}</title>"
        f"<link>{escape(at('link', f'{base}/{n}'))}</link><guid>{_cdata(at('guid', f'{base}/{n}'))}</guid>"
        f"<description>{_cdata(at('description', 'What happened'))}</description>"
        f"<content:encoded>{_cdata(at('content', '<p>The whole story of the harbour.</p>'))}</content:encoded>"
        f"<dc:creator>{_cdata(at('author', 'Ann Other'))}</dc:creator><category>{_cdata(at('category', 'World'))}</category>"
        f"<pubDate>{_cdata(at('pubDate', 'Fri, 20 Nov 2026 08:00:00 GMT'))}</pubDate>"
        f'<enclosure url="{escape(at("enclosure", f"{base}/{n}.mp3"))}" type="audio/mpeg" length="1"/></item>'
        for n in range(1, 4)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{_cdata(at('feed title', 'The Gazette'))}</title><link>{base}/</link>{items}</channel></rss>"
    )


def _page(base: str, at: At) -> str:
    paragraphs = f"<p>{at('paragraph', 'The council heard from residents before it came to its decision on the ferry. ' * 3)}</p>"
    element = re.sub(r"[\s<>/]", "", at("element", "x-element"))
    facts = {
        "@type": "NewsArticle",
        "headline": at("json", "A story of the harbour"),
        "author": at("json", "Ann Other"),
    }
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{at('page title', 'A story - The Gazette')}</title>"
        f'<link rel="alternate" type="application/rss+xml" title="{escape(at("section", "World"))}" href="{base}/feed">'
        f'<meta property="og:type" content="article"><script type="application/ld+json">{json.dumps(facts)}</script></head>'
        f"<body><article><h1>{at('headline', 'A story of the harbour')}</h1>"
        f"<p class=standfirst>{at('standfirst', 'What it means for the town')}</p>"
        f"<p class=byline>By {at('byline', 'Ann Other')}</p><div class='{escape(at('attribute', 'entry-content'), quote=True)}'>"
        f"{paragraphs * 8}<{element}>words in an element of no kind that is known</{element}>"
        f"<figure><img src='{base}/a.jpg'><figcaption>{at('caption', 'The harbour')}</figcaption></figure>"
        f"<p>ALSO READ: <a href='{base}/2'>{at('related', 'Tunnel opens three weeks early')}</a></p></div></article></body></html>"
    )


def _cdata(said: str) -> str:
    return f"<![CDATA[{said.replace(']]>', '')}]]>"


def _account(base: str, path: str, at: At) -> Answer:
    """An account with a feed, a folder, a label and a story."""
    call = path.partition("?")[0]
    if call.endswith("ClientLogin"):
        return Answer(f"SID=x\nLSID=null\nAuth=abc{at('account key', '')}\n")
    if call.endswith("/token"):
        return Answer("t" * 57 + at("account key", ""))
    if at("account error", "") and "subscription" not in call:
        return Answer(at("account error", "it is broken"), 500)
    label = f"user/1/label/{at('account folder', 'Sea')}"
    found: Mapping[str, object] = {
        "subscription/list": {
            "subscriptions": [
                {
                    "id": f"feed/{at('account', '1')}",
                    "title": at("account feed", "The Harbour"),
                    "url": at("account", f"{base}/other"),
                    "htmlUrl": at("account feed", f"{base}/"),
                    "categories": [{"id": label, "label": label}],
                }
            ]
        },
        "tag/list": {"tags": [{"id": label, "type": "folder"}, {"id": label + "2", "type": "tag"}]},
        "stream/items/ids": {"itemRefs": [{"id": "7"}], "continuation": at("account", "")},
        "stream/items/contents": {
            "items": [
                {
                    "id": long_id(7),
                    "title": at("account story", "A story of the account"),
                    "author": at("account story", "Ann Other"),
                    "published": 1_795_000_000,
                    "timestampUsec": "1795000000000000",
                    "canonical": [{"href": at("account story", f"{base}/7")}, {"href": f"{base}/7"}],
                    "summary": {"content": at("account story", "<p>Words of the story")},
                    "origin": {"streamId": "feed/1", "title": at("account feed", "The Harbour")},
                    "categories": [label, label + "2", at("account folder", "user/1/state/com.google/starred")],
                    "enclosure": [
                        {"href": at("account story", f"{base}/7.mp3"), "type": at("account story", "audio/mpeg")}
                    ],
                }
            ]
        },
    }
    said = next((body for name, body in found.items() if call.endswith(name)), None)
    return Answer("OK") if said is None else Answer(json.dumps(said), content_type="application/json")


def _news(base: str, path: str, at: At) -> Answer:
    """A site without feeds and without stories on its front page, whose robots.txt names a map of what is new."""
    if path == "/":
        return Answer(
            "<!doctype html><html lang=en><title>The Gazette</title><body><p>Read it in the app.</p></body></html>"
        )
    if path == "/robots.txt":
        return Answer(f"User-agent: *\nSitemap: {base}/{at('robots', 'sitemap.xml')}\nSitemap: {base}/sitemap.xml\n")
    story = f"<url><loc>{base}/1{escape(at('sitemap', ''))}</loc><news:news><news:publication><news:name>{_cdata(at('sitemap', 'Gazette'))}</news:name>"
    return Answer(
        '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        f"{story}</news:publication><news:title>{_cdata(at('sitemap', 'A story of the harbour'))}</news:title>"
        f"<news:publication_date>2026-11-20T08:00:00Z{at('sitemap', '')}</news:publication_date></news:news></url></urlset>",
        content_type="application/xml; charset=utf-8",
    )


def subscriptions(folder: Path, url: str, said: str) -> tuple[Path, ...]:
    """Files of other programs with hostile text in every field of theirs."""
    quoted, row = escape(re.sub("[\x00-\x08\x0b-\x1f]", "", said)), said.replace("\n", " ")
    bodies = {
        "a.opml": f'<opml version="2.0"><head><title>{quoted}</title></head><body><outline text="{quoted}">'
        f'<outline text="{quoted}" title="{quoted}" xmlUrl="{url}/feed?a={quoted}" htmlUrl="{quoted}"/>'
        f'<outline text="x" xmlUrl="{quoted}"/></outline></body></opml>',
        "urls": f'{url}/feed?b "{row}" "~{row}"\n{row}\n"query:{row}:title =~ \\"{row}\\""\nexec:{row}\n',
        "part_000000.csv": f"title,url,time_added,tags,status\n{row},{url}/9,1,{row},{row}\n{row},{row},{row},{row},{row}\n",
        "w.json": json.dumps([{"title": said, "url": f"{url}/8", "tags": [said], "content": said}, {"url": said}]),
    }
    for name, body in bodies.items():
        (folder / name).write_bytes(_bytes(body))
    return tuple(folder / name for name in bodies)


def newsboat(folder: Path, url: str, said: str) -> Path:
    """A folder of newsboat's, likewise."""
    row, there = said.replace("\n", " "), folder / "newsboat"
    there.mkdir()
    (there / "urls").write_bytes(_bytes(f'{url}/feed "{row}" "~{row}"\n"query:{row}:title =~ \\"{row}\\""\n'))
    (there / "config").write_bytes(
        _bytes(
            f'bind-key {row} open\nbrowser "{row}"\nignore-article "*" "title =~ \\"{row}\\""\n{row} {row}\n'
            f'highlight articlelist "{row}" red\nmacro x {row}\nuser-agent "{row}"\nproxy "{row}"\n'
        )
    )
    with closing(sqlite3.connect(there / "cache.db")) as db:
        db.executescript(
            "CREATE TABLE rss_feed (rssurl, url, title, lastmodified, is_rtl, etag);"
            "CREATE TABLE rss_item (id, guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url,"
            " enclosure_type, enqueued, flags, deleted, base)"
        )
        said = said.encode("utf-8", "replace").decode()
        db.execute("INSERT INTO rss_feed VALUES (?, ?, ?, 0, 0, ?)", (f"{url}/feed", said, said, said))
        columns = (1, said, said, said, f"{url}/5", f"{url}/feed", 1_795_000_000, said, 1, said, said, 0, said, 0, said)
        db.execute(f"INSERT INTO rss_item VALUES ({', '.join('?' * len(columns))})", columns)
        db.commit()
    return there


def _encoded(made: Answer) -> Answer:
    assert isinstance(made.body, str)
    return replace(made, body=_bytes(made.body))


def _bytes(said: str) -> bytes:
    """A text as a program wrote it that did not look: what no UTF-8 has is written all the same."""
    return said.encode("utf-8", "surrogatepass")
