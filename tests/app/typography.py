"""A small paper that has all that is set in a way of its own: notes, tables, programs, long words, scripts written from
right to left, a story that has changed."""

from datetime import timedelta

from tests.web import NOON, FakeWeb
from tui.library.library import Library
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.parse.story.article import article
from tui.storage import marks, sections, stories, texts

PRESS = "https://press.example"
_SAID = "The yard said on Tuesday that the last wooden pilot boat would be taken out of the water, after rot was found along its keel."
_LONG = "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft"
STORIES = (
    (
        "notes",
        "en",
        "What the yard found",
        f'<p>{_SAID} <sup id="r1"><a href="#n1">1</a></sup></p><p>It was <a href="{PRESS}/arabic/">an old boat</a>.'
        f' {_SAID} <sup id="r2"><a href="#n2">2</a></sup></p><blockquote><p>Four people know every rock of the channel.'
        "</p></blockquote><ul><li>the keel<ul><li>its bolts</li></ul></li><li>the pump, which has run day and night"
        " for two winters and goes to the museum</li></ul><table><tr><th>Boat</th><th>Built</th></tr>"
        "<tr><td>Pilot</td><td>1931</td></tr><tr><td>Tender</td><td>1988</td></tr></table>"
        '<pre><code class="language-python">def tide(height: float) -> str:\n    # metres above the mark\n    return '
        '"high" if height > 2.5 else "low"\n</code></pre>'
        f'<p>{_SAID}</p><ol class="footnotes"><li id="n1">The office counted twice. <a href="#r1">↩</a></li>'
        '<li id="n2">Rot is not insured. <a href="#r2">↩</a></li></ol>',
    ),
    (
        "arabic",
        "ar",
        "الميناء القديم يستقبل آخر سفينة خشبية هذا الشتاء",
        "<p>قال مكتب الميناء يوم الثلاثاء إن آخر قارب خشبي سيخرج من الماء إلى الأبد، بعد أن وجد الحوض تعفنا في"
        f" <a href='{PRESS}/notes/'>العارضة كلها</a>. ولم يتفاجأ أحد على الرصيف.</p><ul><li>أولا: القارب</li>"
        "<li>ثانيا: المضخة</li></ul><blockquote><p>أربعة أشخاص يعرفون كل صخرة في القناة.</p></blockquote>"
        f"<p>ولم يسأل أحد منهم <a href='{PRESS}/hebrew/'>عن رأيه</a> في 2026، كما قال المكتب.</p>",
    ),
    (
        "hebrew",
        "he",
        "נמל העץ נסגר: ארבעה אנשים מכירים כל סלע בתעלה",
        "<p>משרד הנמל אמר ביום שלישי כי סירת העץ האחרונה תוצא מן המים לתמיד, לאחר שהמספנה מצאה ריקבון לאורך"
        f" <a href='{PRESS}/notes/'>כל השדרית</a>. איש על הרציף לא הופתע (2026).</p>",
    ),
    (
        "persian",
        "fa",
        "بندر قدیمی آخرین قایق چوبی را بدرود می‌گوید",
        "<p>دفتر بندر روز سه‌شنبه گفت که آخرین قایق چوبی برای همیشه از آب بیرون آورده می‌شود.</p>",
    ),
    (
        "german",
        "de",
        "Lange Wörter fahren weiter",
        "".join(
            f"<p>{number}. Am Dienstag beriet in Passau die {_LONG}, ob die außer\u00adordent\u00adlichen Fahrten im Winter weiter"
            " stattfinden, und hörte dazu Anwohner, Beamte und Sachverständige an.</p>"
            for number in range(1, 4)
        ),
    ),
)
"""Name, language, headline, and text as a page has it."""

_WALL = "A report says that the wall has moved by nine centimetres since the winter, and that it will go on moving."
_LONG_LINE = "return sum(1 for boat in boats if boat.name.startswith('ferry') and boat.built >= year and not boat.sold)"
WIDE = (
    (
        "vote",
        "en",
        "How the districts voted",
        f"<p>{_SAID}</p><table><caption>The vote on the harbour</caption><tr><th>District</th><th>Yes</th><th>No</th><th>Turnout</th>"
        "<th>Remarks of the election officer</th></tr><tr><td>Old harbour and the northern islands</td><td>12,345</td><td>2,003</td>"
        "<td>78.4 %</td><td>Two polling stations were opened late because of the storm, and the count was repeated on the day after,"
        " with observers from both sides; the difference was of four votes, which had been put into the wrong box.</td></tr>"
        "<tr><td>Hill</td><td>980</td><td>1,204</td><td>61.0 %</td><td></td></tr></table><p>And the boats:</p>"
        "<table><tr><th>Boat</th><th>Built</th><th>Crew</th></tr><tr><td>Pilot</td><td>1931</td><td>4</td></tr>"
        '<tr><td>Tender</td><td>1988</td><td rowspan="2">2 each</td></tr><tr><td>Barge</td><td>1990</td></tr></table>',
    ),
    (
        "program",
        "en",
        "How the boats are counted",
        "<p>It takes a line:</p>"
        f'<pre><code class="language-python">def count(boats, year):\n    # those that still sail\n    {_LONG_LINE}\n</code></pre>'
        "<ol><li>Count them, and<blockquote><p>count them again, as the harbour master says, before the evening.</p></blockquote></li>"
        "<li>write it down<ul><li>in the book</li><li>on the board at the end of the quay, where all who pass by can see it</li></ul></li></ol>",
    ),
    (
        "wall",
        "en",
        "The wall has moved",
        f"<p>{_SAID}</p><p>{_WALL}</p><p>Four engineers are to come.</p>",
    ),
)
"""Likewise: what is wider than a pane, and a correction of one word."""
_BEFORE = {"notes": ("wooden", "oaken"), "wall": ("nine", "eleven")}
"""Words of stories that were others before they changed."""


def page(language: str, headline: str, text: str) -> str:
    """The page of a story."""
    return f'<html lang="{language}"><head><meta charset="utf-8"><title>{headline}</title></head><body><article><h1>{headline}</h1>{text}</article></body></html>'


async def printed(library: Library, web: FakeWeb, printing: tuple[tuple[str, str, str, str], ...] = STORIES) -> None:
    """The paper followed, one of its stories changed since it was kept."""
    entries = tuple(
        Entry(headline, f"{PRESS}/{name}/", name, published=NOON - timedelta(hours=number))
        for number, (name, _, headline, _) in enumerate(printing, 1)
    )
    offer = Offer("News", f"{PRESS}/feed", entries=entries)
    await library.do(sections.follow, SiteOffer("The Press", f"{PRESS}/", (offer,)))
    for name, language, headline, text in printing:
        url = f"{PRESS}/{name}/"
        web[url] = page(language, headline, text)
        if name in _BEFORE:
            now, then = _BEFORE[name]
            (changed,) = await library.ask(stories.window, StoryFilter(words=f'"{headline}"'))
            for said in (text.replace(now, then, 1), text):
                await library.do(texts.keep_article, changed.id, article(page(language, headline, said), url))
                await library.do(marks.mark, [changed.id], read=True)
