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


def page(language: str, headline: str, text: str) -> str:
    """The page of a story."""
    return f'<html lang="{language}"><head><meta charset="utf-8"><title>{headline}</title></head><body><article><h1>{headline}</h1>{text}</article></body></html>'


async def printed(library: Library, web: FakeWeb) -> None:
    """The paper followed, its first story changed since it was kept."""
    entries = tuple(
        Entry(headline, f"{PRESS}/{name}/", name, published=NOON - timedelta(hours=number))
        for number, (name, _, headline, _) in enumerate(STORIES, 1)
    )
    offer = Offer("News", f"{PRESS}/feed", entries=entries)
    await library.do(sections.follow, SiteOffer("The Press", f"{PRESS}/", (offer,)))
    for name, language, headline, text in STORIES:
        web[f"{PRESS}/{name}/"] = page(language, headline, text)
    changed = (await library.ask(stories.window, StoryFilter(words="yard found")))[0]
    _, language, headline, text = STORIES[0]
    before = text.replace(_SAID, _SAID.replace("wooden", "oaken"), 1)
    for said in (before, text):
        await library.do(texts.keep_article, changed.id, article(page(language, headline, said), f"{PRESS}/notes/"))
        await library.do(marks.mark, [changed.id], read=True)
