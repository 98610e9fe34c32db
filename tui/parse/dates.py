"""Reads dates as sites write them: an aware moment in UTC, or None. No clock is read: "two hours ago" is not a date
here.

It reads ISO 8601 and RFC 3339, RFC 822 and its kin, the dates of JavaScript and C, Unix seconds and milliseconds,
numeric dates, and dates in words in the languages of `_MONTHS`. Without a time zone, UTC is meant."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from tui import text as safe

_LONGEST = 400
"""Characters of a text that are looked at: a date stands near the beginning, or it is prose."""

_MONTHS = """
en  january february march april may june july august september october november december
en  jan feb mar apr may jun jul aug sep/sept oct nov dec
de  januar/jänner/jän februar/feber märz/mrz/mär april mai juni juli august september oktober/okt november dezember/dez
fr  janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/decembre/déc
es  enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic
pt  janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro/set outubro/out novembro dezembro/dez
it  gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre
nl  januari februari maart/mrt april mei juni juli augustus september oktober november december
sv  januari februari mars april maj juni juli augusti september oktober november december
nb  januar februar mars april mai juni juli august september oktober november desember/des
is  janúar febrúar mars apríl maí/mai júní/jún júlí/júl ágúst/ágú september október/okt nóvember/nóv desember
fo  januar februar mars apríl mai juni juli august/aug september oktober november desember
fi  tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis huhtikuu/huhtikuuta/huhti toukokuu/toukokuuta/touko kesäkuu/kesäkuuta/kesä heinäkuu/heinäkuuta/heinä elokuu/elokuuta/elo syyskuu/syyskuuta/syys lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu
et  jaanuar/jaan veebruar/veebr märts aprill mai juuni juuli august september oktoober/okt november detsember/dets
lv  janvāris/janvārī/janv februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā/jūn jūlijs/jūlijā/jūl augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī
lt  sausis/sausio/saus vasaris/vasario/vas kovas/kovo balandis/balandžio/bal gegužė/gegužės/geg birželis/birželio/birž liepa/liepos/liep rugpjūtis/rugpjūčio/rugp rugsėjis/rugsėjo/rugs spalis/spalio/spal lapkritis/lapkričio/lapkr gruodis/gruodžio/gruod
pl  styczeń/stycznia/sty luty/lutego/lut marzec/marca kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze lipiec/lipca/lip sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź listopad/listopada/lis grudzień/grudnia/gru
cs  leden/ledna/led únor/února/úno březen/března/bře duben/dubna/dub květen/května/kvě červen/června červenec/července srpen/srpna/srp září/zář říjen/října/říj listopad/listopadu prosinec/prosince/pro
sk  január/januára február/februára marec/marca apríl/apríla máj/mája jún/júna júl/júla august/augusta september/septembra október/októbra november/novembra december/decembra
sl  januar/januarja februar/februarja marec/marca april/aprila maj/maja junij/junija julij/julija avgust/avgusta/avg september/septembra oktober/oktobra november/novembra december/decembra
hr  siječanj/siječnja/sij veljača/veljače/velj ožujak/ožujka/ožu travanj/travnja/tra svibanj/svibnja/svi lipanj/lipnja srpanj/srpnja kolovoz/kolovoza/kol rujan/rujna/ruj - studeni/studenoga/studenog/stu -
bs  januar/januara februar/februara mart/marta april/aprila maj/maja juni/juna jun juli/jula avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra
sr  јануар/јануара фебруар/фебруара март/марта април/априла мај/маја јун/јуна/јуни јул/јула/јули август/августа септембар/септембра октобар/октобра новембар/новембра децембар/децембра
mk  јануари февруари март април мај јуни јули август септември октомври ноември декември
bg  януари февруари март април май юни юли август септември октомври ноември декември
ru  январь/января/янв февраль/февраля/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл август/августа/авг сентябрь/сентября/сен/сент октябрь/октября/окт ноябрь/ноября/ноя/нояб декабрь/декабря/дек
uk  січень/січня/січ лютий/лютого/лют березень/березня/бер квітень/квітня/квіт травень/травня/трав червень/червня/черв липень/липня/лип серпень/серпня/серп вересень/вересня/вер жовтень/жовтня/жовт листопад/листопада/лист грудень/грудня/груд
be  студзень/студзеня люты/лютага сакавік/сакавіка красавік/красавіка май/мая/траўня чэрвень/чэрвеня ліпень/ліпеня жнівень/жніўня верасень/верасня кастрычнік/кастрычніка лістапад/лістапада снежань/снежня
hu  január február március/márc április/ápr május/máj június július augusztus szeptember/szept október november december
ro  ianuarie/ian februarie martie aprilie mai iunie/iun iulie/iul august septembrie octombrie noiembrie/noi decembrie
el  ιανουάριος/ιανουαρίου/ιαν φεβρουάριος/φεβρουαρίου/φεβ μάρτιος/μαρτίου/μαρ απρίλιος/απριλίου/απρ μάιος/μαΐου/μαίου/μάι ιούνιος/ιουνίου/ιουν ιούλιος/ιουλίου/ιουλ αύγουστος/αυγούστου/αυγ/αύγ σεπτέμβριος/σεπτεμβρίου/σεπ/σεπτ οκτώβριος/οκτωβρίου/οκτ νοέμβριος/νοεμβρίου/νοε/νοεμ δεκέμβριος/δεκεμβρίου/δεκ
tr  ocak/oca şubat/şub mart nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara
az  yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
uz  yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr
kk  қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
ky  январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
tg  январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри
sq  janar/janari shkurt/shkurti mars/marsi prill/prilli maj/maji qershor/qershori korrik/korriku gusht/gushti shtator/shtatori tetor/tetori nëntor/nëntori dhjetor/dhjetori
ca  gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
gl  xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
eu  urtarrila/urtarrilak/urtarrilaren otsaila/otsailak/otsailaren martxoa/martxoak/martxoaren apirila/apirilak/apirilaren maiatza/maiatzak/maiatzaren ekaina/ekainak/ekainaren uztaila/uztailak/uztailaren abuztua/abuztuak/abuztuaren iraila/irailak/irailaren urria/urriak/urriaren azaroa/azaroak/azaroaren abendua/abenduak/abenduaren
cy  ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr
ga  eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán-fómhair/fómhair deireadh samhain nollaig
mt  jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru
lb  januar februar mäerz abrëll mee juni juli august september oktober november dezember
eo  januaro februaro marto aprilo majo junio julio aŭgusto septembro oktobro novembro decembro
af  januarie februarie maart april mei junie julie augustus september oktober november desember
sw  januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
xh  januwari/eyomqungu februwari/febhuwari/eyomdumba matshi/eyokwindla epreli/ekatshazimpuzi meyi/ekacanzibe juni/eyesilimela julayi/eyekhala agasti/eyethupha septemba/eyomsintsi okthobha/eyedwarha novemba/eyenkanga disemba/eyomnga
zu  januwari/umasingana/masingana februwari/nhlolanja mashi/ndasa ephreli/mbasa meyi/nhlaba juni/nhlangulana julayi/ntulikazi agasti/ncwaba septhemba/mandulo okthoba/mfumfu novemba/lwezi disemba/zibandlela
so  janaayo/jannaayo febraayo/febaraayo maarso/maarsho abriil/abril maajo/may juun/juunyo luulyo/julaay agoosto/ogosto sebtembar/sibtembar oktoobar/oktobar nofembar/noofembar diseembar/desembar
ha  janairu fabrairu maris afirilu mayu yuni yuli agusta satumba oktoba nuwamba disamba
yo  ṣẹ́rẹ́ èrèlè ẹrẹ̀nà ìgbé ẹ̀bibi òkúdu agẹmọ ògún owewe ọ̀wàrà bélú ọ̀pẹ̀
id  januari februari maret april mei juni juli agustus/agu/agt september oktober november desember
ms  januari februari mac april mei jun julai ogos/ogo september oktober november disember/dis
tl  enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
ar  يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار/اذار أبريل/ابريل/إبريل/نيسان/أفريل مايو/أيار/ايار/ماي/ماى يونيو/يونيه/حزيران/جوان يوليو/يوليه/تموز/جويلية/يوليوز أغسطس/اغسطس/آب/اب/أوت/غشت سبتمبر/أيلول/ايلول/شتنبر أكتوبر/اكتوبر/تشرين_الأول/تشرين_الاول نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الأول/كانون_الاول/دجنبر
he  ינואר/ינו פברואר/פבר מרץ/מרס אפריל/אפר מאי יוני יולי אוגוסט/אוג ספטמבר/ספט אוקטובר/אוק נובמבר/נוב דצמבר/דצמ
fa  ژانویه/ژانویهٔ فوریه/فوریهٔ مارس آوریل مه/می ژوئن/ژوئین ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر
ps  جنوري فبروري مارچ اپریل می جون جولای اګست سپتمبر اکتوبر نومبر دسمبر
ur  جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
hi  जनवरी/जन फरवरी/फ़रवरी/फर मार्च अप्रैल मई जून जुलाई/जुल अगस्त/अग सितंबर/सितम्बर/सित अक्टूबर/अक्तूबर/अक्टू नवंबर/नवम्बर/नव दिसंबर/दिसम्बर/दिस
mr  जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर
ne  जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर
bn  জানুয়ারি/জানুয়ারী/জানুয়ারি ফেব্রুয়ারি/ফেব্রুয়ারী/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট/আগষ্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
pa  ਜਨਵਰੀ ਫਰਵਰੀ/ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ
gu  જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ/ઓગસ્ટ સપ્ટેમ્બર ઑક્ટોબર/ઓક્ટોબર નવેમ્બર ડિસેમ્બર
or  ଜାନୁଆରୀ ଫେବୃଆରୀ/ଫେବ୍ରୁଆରୀ ମାର୍ଚ୍ଚ ଅପ୍ରେଲ ମଇ ଜୁନ ଜୁଲାଇ ଅଗଷ୍ଟ ସେପ୍ଟେମ୍ବର ଅକ୍ଟୋବର ନଭେମ୍ବର ଡିସେମ୍ବର
ta  ஜனவரி/ஜன பிப்ரவரி/பிப் மார்ச் ஏப்ரல்/ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆகஸ்டு/ஆக செப்டம்பர்/செப் அக்டோபர்/அக் நவம்பர்/நவ டிசம்பர்/டிச
te  జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై/జూలై ఆగస్టు/ఆగస్ట్ సెప్టెంబర్/సెప్టెంబరు అక్టోబర్/అక్టోబరు నవంబర్/నవంబరు డిసెంబర్/డిసెంబరు
kn  ಜನವರಿ ಫೆಬ್ರವರಿ ಮಾರ್ಚ್/ಮಾರ್ಚ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್
ml  ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മേയ്/മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ആഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ
si  ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල්/අප්රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්
th  มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค
lo  ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ
km  មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ
my  ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ်/သြဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ
ka  იანვარი/იანვარს/იან თებერვალი/თებერვალს/თებ მარტი/მარტს/მარ აპრილი/აპრილს/აპრ მაისი/მაისს/მაი ივნისი/ივნისს/ივნ ივლისი/ივლისს/ივლ აგვისტო/აგვისტოს/აგვ სექტემბერი/სექტემბერს/სექ ოქტომბერი/ოქტომბერს/ოქტ ნოემბერი/ნოემბერს/ნოე დეკემბერი/დეკემბერს/დეკ
hy  հունվար/հունվարի փետրվար/փետրվարի մարտ/մարտի ապրիլ/ապրիլի մայիս/մայիսի հունիս/հունիսի հուլիս/հուլիսի օգոստոս/օգոստոսի սեպտեմբեր/սեպտեմբերի հոկտեմբեր/հոկտեմբերի նոյեմբեր/նոյեմբերի դեկտեմբեր/դեկտեմբերի
am  ጃንዋሪ/ጃኑዋሪ ፌብሩዋሪ/ፌብሩወሪ ማርች ኤፕሪል/ኤፕረል ሜይ ጁን ጁላይ ኦገስት/ኦገስ ሴፕቴምበር/ሴፕቴምብር ኦክቶበር/ኦክቶበር ኖቬምበር/ኖቬምበር ዲሴምበር/ዲሴምበር
ko  1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월
"""
"""Month names by language, January first, other forms after a slash ("_" for a space, "-" where another line
speaks)."""

_OWN_MONTHS = {
    "hr": {"listopad": 10, "listopada": 10, "lis": 10, "prosinac": 12, "prosinca": 12, "pro": 12, "lip": 6, "srp": 7},
    "cs": {"čvn": 6, "čvc": 7},
    "pl": {"mar": 3},
}
"""What a word means in one language and not in most: listopad is October in Zagreb, November in Prague and Warsaw."""

_JALALI = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
"""The months of the Persian solar calendar."""

_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "wat": 60, "met": 60, "cest": 120,
    "mesz": 120, "mest": 120, "eet": 120, "cat": 120, "sast": 120, "eest": 180, "msk": 180, "мск": 180, "eat": 180, "trt": 180,
    "tsi": 180, "irst": 210, "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "wib": 420, "ict": 420, "wita": 480, "hkt": 480,
    "sgt": 480, "myt": 480, "pht": 480, "awst": 480, "wit": 540, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "acdt": 630,
    "aedt": 660, "nzst": 720, "nzdt": 780, "art": -180, "brt": -180, "clst": -180, "clt": -240, "ast": -240, "adt": -180,
    "nst": -210, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600,
}  # fmt: skip
"""Minutes east of Greenwich, by the abbreviations that news sites use."""

WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche"
    " lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
"""Casefolded, in the languages in which bylines were met beside them."""

_AMERICAN = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Zones named without saying whether it is summer, in minutes of their winter."""
ZONE_NAMES = frozenset(_ZONES) | frozenset(_AMERICAN)
"""Casefolded."""

_ISO = re.compile(
    r"\s*+(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T_]|\s++|,\s*+|\s*+at\s++)(\d\d):?(\d\d)(?::?(\d\d)(?:[.,:](\d+))?)?)?"
    r"(?:\s*+(Z|UTC|GMT)?\s*+([+-]\d\d(?::?\d\d)?)?)?(?:\s*+\[[\w/+-]+\])?\s*+",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"\s*(\d{10})(?:\.\d+)?\s*|\s*(?:/Date\()?(\d{13})(?:[+-]\d{4})?(?:\)/)?\s*")
_RUN = re.compile(r"\s*((?:19|20)\d{6})(\d{6})\s*")
"""A day and a time in one run of figures, as library metas write them."""
_TIME = re.compile(
    r"(?:(?P<before>\b[ap]\.?\s?m\.?\s|午前|午後|上午|下午|中午|凌晨|早上|晚上|오전|오후)\s*+|(?<!\s)\s++|)"
    r"(?<![\d.,:/-])(?P<hour>[01]?\d|2[0-4])"
    r"(?:\s?(?::|\.(?=\d\d(?:\s?(?:uhr|wib|wita|wit|น|[ap]\.?\s?m)\b))|h|時|点|點|시|u|ч\.?)\s?(?P<minute>[0-5]?\d(?!\d))?"
    r"(?:\s?(?:[:分]|분)\s?(?P<second>[0-5]\d)?(?:[.,]\d+)?(?:秒|초)?)?|(?=\s?(?:[ap]\.?\s?m\b|uhr\b)))(?![\d])"
    r"\s?(?P<after>[ap]\.?\s?m\b\.?|π\.?μ\.?|μ\.?μ\.?|ص\b|م\b|صباحا|مساء|à|ö\.?ö\.?|ö\.?s\.?|sa\b|ch\b)?"
)
_DOTTED_TIME = re.compile(
    r"(?:\bkl\.?|\bklo|\bpukul|\bjam|\bore|\balle|\bat|[,|–-])\s*([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])"
)
_ZONE = re.compile(
    r"\s*[(,]?\s*(?:(?:uhr|hrs?|น\.?|hours)\b\s*)?(?:(?P<name>[a-zмск]{1,4})\b)?\.?\s*(?P<offset>[+\-−]\s?\d{1,2}(?::?\d\d)?)?(?!\d)"
)
_CJK = re.compile(r"(\d{2,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?")
_CJK_ERA = re.compile(r"(令和|平成|昭和|民國|民国)\s*(元|\d{1,3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_YEAR_FIRST = re.compile(r"(?<![\d.,/-])(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d.,/-])(\d{1,2})\s?([./\-–])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d])")
_VIETNAMESE = re.compile(r"(\d{1,2})\s*+(?:,\s*+)?tháng\s*+(\d{1,2})\s*+(?:,|năm|-|/)?+\s*+(?:năm\s*+)?+(\d{4})")
_MONGOLIAN = re.compile(r"(\d{4})\s*оны?\s*(\d{1,2})\S*\s*сарын\s*(\d{1,2})")
_WORD = re.compile(r"[^\s\d,:;/|()\[\]{}<>\"“”„«»•·–—\-−+]+")
_NUMBER = re.compile(r"\d+")
_MONTH_FIRST = re.compile(r"en(?:-(?:us|ph|ca))?$|es-us$|fil|tl$", re.IGNORECASE)


def _month_names() -> dict[str, int]:
    """Every month word with one meaning, casefolded -> 1 to 12."""
    found: dict[str, int] = {}
    for row in _MONTHS.strip().splitlines():
        for month, forms in enumerate(row.split()[1:], 1):
            for form in forms.split("/"):
                if form != "-":
                    found.setdefault(_fold(form.replace("_", " ")), month)
    return found


def months_in(language: str) -> tuple[str, ...]:
    """The full names of the months in a language, January first, casefolded; forms used only within sentences are left
    out."""
    row = next(row.split()[1:] for row in _MONTHS.strip().splitlines() if row.startswith(f"{language} "))
    return tuple(forms.partition("/")[0] for forms in row)


def _fold(word: str) -> str:
    return word.casefold().replace("i̇", "i")  # Turkish İ folds to two characters


_NAMES = _month_names()
MONTH_NAMES = frozenset(_NAMES)
"""Casefolded, in all the languages known here."""
_JALALI_NAMES = {_fold(name): month for month, name in enumerate(_JALALI, 1)}
_TWO_WORDS = re.compile("|".join(sorted((re.escape(name) for name in _NAMES if " " in name), key=len, reverse=True)))
_PREFIXED = re.compile(r"^(?:[וה]?ב|ל)-?(?=[א-ת]{3})")
_DIGITS = {
    start + value: str(value)
    for start in (
        0x660,
        0x6F0,
        0x966,
        0x9E6,
        0xA66,
        0xAE6,
        0xB66,
        0xBE6,
        0xC66,
        0xCE6,
        0xD66,
        0xE50,
        0xED0,
        0x1040,
        0x17E0,
        0xFF10,
    )
    for value in range(10)
} | {0x2212: "-", 0xA0: " ", 0x202F: " ", 0x2009: " ", 0xFF1A: ":", 0xFF0F: "/", 0x60C: ","}


def moment(text: str, language: str = "") -> datetime | None:
    """The first complete date in a short text as a moment in UTC, with its time if it has one; None for anything else.

    `language` (BCP 47) decides what a word or 03/04/2021 means where languages differ.
    """
    found = stated(text, language)
    return found.astimezone(UTC) if found is not None else None


def stated(text: str, language: str = "") -> datetime | None:
    """The same moment in the zone that the text names, so that its day is the day that was written."""
    if not text or _NUMBER.search(text) is None:
        return None
    if found := _ISO.fullmatch(text):
        return _iso(found)
    text = safe.clean(text[:_LONGEST]).translate(_DIGITS)
    if found := _EPOCH.fullmatch(text):
        return _epoch(found)
    if found := _RUN.fullmatch(text):
        text = f"{found[1]}T{found[2]}"
    if found := _ISO.match(text):
        rest = text[found.end() :]
        if (read := _iso(found)) and not rest[:1].isdigit() and found[4]:
            return read
    text = _fold(text)
    short = language.partition("-")[0].lower()
    for day, start, end in _dates(text, short, bool(_MONTH_FIRST.match(language))):
        return _with_time(day, text, start, end)
    return None


def _iso(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second, fraction, _, offset = found.groups()
    if not 1800 <= int(year) < 2200:
        return None  # "0001-01-01" is how some systems say that they do not know
    if hour == "24":
        return None
    try:
        return datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            int((fraction or "0")[:6].ljust(6, "0")), _zone(offset) if offset and hour else UTC,
        )  # fmt: skip
    except (ValueError, OverflowError):
        return None


def _offset(text: str) -> timedelta:
    figures = re.sub(r"\D", "", text)
    hours, minutes = (figures[:-2], figures[-2:]) if len(figures) > 2 else (figures, "0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > timedelta(hours=15):
        return timedelta(0)
    return -offset if text[0] in "-−" else offset


def _zone(offset: str) -> timezone:
    return timezone(_offset(offset)) if _offset(offset) else UTC


def _epoch(found: re.Match[str]) -> datetime | None:
    seconds = int(found[1]) if found[1] else int(found[2]) / 1000
    read = datetime.fromtimestamp(seconds, UTC)
    return read if 1990 <= read.year <= 2100 else None


def _dates(text: str, language: str, month_first: bool) -> Iterator[tuple[date, int, int]]:
    """(day, start, end) of each date in a folded text: those in words, or else those in figures."""
    found: list[tuple[date, int, int]] = []
    plain = text.isascii()
    if not plain and (match := _CJK_ERA.search(text)):
        year = _ERAS[match[1]] + (1 if match[2] == "元" else int(match[2]))
        _keep(found, year, int(match[3]), int(match[4]), match)
    for pattern in (_YEAR_FIRST,) if plain else (_CJK, _MONGOLIAN, _YEAR_FIRST):
        if match := pattern.search(text):
            figures = [int(part) for part in match.groups() if part.isdigit()]
            _keep(found, figures[0], figures[1], figures[2], match, language)
    if not plain and (match := _VIETNAMESE.search(text)):
        _keep(found, int(match[3]), int(match[2]), int(match[1]), match)
    found.extend(_worded(text, language))
    if match := _YEAR_LAST.search(text):
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        if two > 12 or (month_first and match[2] == "/" and one <= 12):
            one, two = two, one
        _keep(found, year, two, one, match, language)
    yield from sorted(found, key=lambda one: one[1])


def _keep(
    found: list[tuple[date, int, int]], year: int, month: int, day: int, match: re.Match[str], language: str = ""
) -> None:
    if read := _day(year, month, day, language):
        found.append((read, match.start(), match.end()))


def _day(year: int, month: int, day: int, language: str = "") -> date | None:
    if year < 100:
        year += 2500 if language == "th" and year > 43 else 2000 if year < 70 else 1900
    if 2400 < year < 2700:
        year -= 543  # the Buddhist era, as Thai and Lao papers count
    if language == "fa" and 1300 <= year < 1500:
        return _jalali(year, month, day)
    try:
        return date(year, month, day) if 1800 <= year < 2200 else None
    except ValueError:
        return None


def _jalali(year: int, month: int, day: int) -> date | None:
    """A day of the Persian solar calendar, by the 33-year cycle (right from 1244 to 1472)."""
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    years = year - 1244
    leap = sum((each % 33) in (1, 5, 9, 13, 17, 22, 26, 30) for each in range(1244, year))
    before = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return date(1865, 3, 21) + timedelta(days=years * 365 + leap + before + day - 1)


def _worded(text: str, language: str) -> Iterator[tuple[date, int, int]]:
    """Dates whose month is a word: the day stands beside it, the year nearby."""
    words = [(found.start(), found.end(), found[0]) for found in _TWO_WORDS.finditer(text)]
    words += [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    numbers: list[_Number] | None = None
    for start, end, word in words:
        month, jalali = _month(word, language)
        if not (month or jalali):
            continue
        if numbers is None:
            numbers = _numbers(text)
        before = [number for number in numbers if start - 14 <= number[0] and number[1] <= start]
        after = [number for number in numbers if end <= number[0] < end + 36]
        day = _nearest_day(text, start, end, before, after)
        if not day:
            continue
        year = _year(end, day, before, after)
        if not year:
            continue
        read = _jalali(year[2], jalali, day[2]) if jalali else _day(year[2], month, day[2], language)
        if read:
            yield read, min(start, day[0], year[0]), max(end, day[1], year[1])


def _month(word: str, language: str) -> tuple[int, int]:
    """(month, month of the Iranian calendar) that a word names; one of them is 0, and both are if it names none."""
    own = _OWN_MONTHS.get(language, {})
    bare = word.strip(".'’`ʼ")
    month = own.get(bare) or _NAMES.get(bare) or _NAMES.get(_PREFIXED.sub("", bare))
    if not month and "." in word:
        month = _NAMES.get(word.rstrip("."))
    if month:
        return month, 0
    if jalali := _JALALI_NAMES.get(bare, 0):
        return 0, jalali
    head = bare.partition(".")[0] if "." in bare else bare.removeprefix("d’").removeprefix("d'")
    return own.get(head) or _NAMES.get(head) or 0, 0


_Number = tuple[int, int, int]
"""(start, end, value) of a number in a text."""


def _numbers(text: str) -> list[_Number]:
    """The numbers of a text that may be days or years: of at most four digits, and not part of a time."""
    clock = [(found.start("hour"), found.end()) for found in _TIME.finditer(text)]
    return [
        (found.start(), found.end(), int(found[0]))
        for found in _NUMBER.finditer(text)
        if len(found[0]) <= 4 and not any(first <= found.start() < last for first, last in clock)
    ]


def _year(end: int, day: _Number, before: list[_Number], after: list[_Number]) -> _Number | None:
    """The year near a month that ends at `end`: four digits anywhere near, two digits only right after it."""
    for number in [*after, *reversed(before)]:
        if number is not day and number[2] >= 1300:
            return number
    return next((one for one in after if one is not day and one[1] - one[0] == 2 and one[0] - end < 6), None)


def _nearest_day(
    text: str, start: int, end: int, before: list[tuple[int, int, int]], after: list[tuple[int, int, int]]
) -> tuple[int, int, int] | None:
    first, then = (
        [number for number in side if 1 <= number[2] <= 31 and number[1] - number[0] <= 2] for side in (before, after)
    )
    right_after = bool(then) and then[0][0] - end <= 2
    between = text[first[-1][1] : start] if first else ""
    if first and not re.search(r"[:|]", between) and not (right_after and sum(map(str.isalpha, between)) > _OF):
        return first[-1]
    return then[0] if then and then[0][0] - end < 10 else None


_OF = 5
"""Letters that stand between a day and its month at most ("th of", "ngày") where another number follows the month: in
"3 min read May 7, 2024" the first is no day."""


def _with_time(day: date, text: str, start: int, end: int) -> datetime:
    """The day's moment: at the clock time after it, or else before it."""
    read = datetime(day.year, day.month, day.day, tzinfo=UTC)
    masked = text[:start] + " " * (end - start) + text[end:]
    inside = _TIME.search(text, start, end)  # "May 20 10:00 2021": the time stands inside the date
    found = (
        (inside if inside and inside["minute"] else None)
        or _TIME.search(masked, end, end + 40)
        or _TIME.search(masked, max(0, start - 24), start)
    )
    hour = minute = second = 0
    if found:
        hour, minute, second = int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0)
        half = (found["before"] or found["after"] or "").replace(".", "").replace(" ", "")
        afternoon = half in ("pm", "午後", "下午", "晚上", "오후", "μμ", "م", "مساء", "ös", "ch")
        if afternoon and hour < 12:
            hour += 12
        elif half and not afternoon and hour == 12 and half != "中午":
            hour = 0
        past = found.end()
    elif dotted := _DOTTED_TIME.search(masked, end, end + 24):
        hour, minute, past = int(dotted[1]), int(dotted[2]), dotted.end()
    else:
        return read
    if hour > 23:
        return read
    read = read.replace(hour=hour, minute=minute, second=second)
    zone = _zone_behind(text, past, day)
    return read.replace(tzinfo=zone) if zone is not None else read


def _zone_behind(text: str, past: int, day: date) -> timezone | None:
    """The zone after a clock time: an offset, or a name; "17:30 - 1. Bundesliga" names none."""
    found = _ZONE.match(text, past)
    if not found:
        return None
    name, offset = (found["name"] or "").strip("."), found["offset"] or ""
    if offset and (name in ("utc", "gmt", "z") or (not name and offset[1].isdigit())):
        return _zone(offset.replace(" ", ""))
    east = _AMERICAN[name] + 60 * _american_summer(day) if name in _AMERICAN else _ZONES.get(name, 0)
    return timezone(timedelta(minutes=east)) if east else None


def _american_summer(day: date) -> bool:
    """From the second Sunday of March to the first of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7)
    return begins <= day < november + timedelta(days=(6 - november.weekday()) % 7)
