"""Texts for invented pages: paragraphs, captions, comments and titles of other pieces, in four languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """What a page of one language is filled with."""

    lang: str
    direction: str
    title: str
    standfirst: str
    paragraphs: tuple[str, ...]
    subheads: tuple[str, ...]
    captions: tuple[str, ...]
    comments: tuple[str, ...]
    others: tuple[str, ...]
    """Titles of other pieces."""


ENGLISH = Texts(
    "en",
    "ltr",
    "Army closes the mill road after a night of shelling",
    "Residents of the Tarsa valley say that nobody may pass before Sunday",
    (
        "Soldiers closed the mill road before dawn on Thursday, residents of the valley said, and no buses have run since then.",
        "“Nobody asked us to go,” Commander Ilan Marek said. “We went because the well was dry and the mill was burning.”",
        "The council has not said who will hold the mill bridge now, and residents were told to stay indoors until Sunday.",
        "A doctor in Brod put the number of wounded at fewer than forty, most of them hurt by glass in the market street.",
        "Orvenia’s defence ministry denied that its guns had fired at the town, and blamed the Tarsa Front for the shelling.",
        "Two teachers who left on foot said that the school had been emptied an hour before the first shells came down.",
        "The Front’s spokeswoman, Karim al-Sayegh’s sister Lena, said in a statement that its fighters had held their fire.",
        "Aid lorries have been waiting at the eastern gate since Monday, according to a driver who asked not to be named.",
        "“We have flour for three days and water for two,” said a baker, standing in front of a queue that reached the square.",
        "“We will stay,” she said.",
        "By evening the road was still shut, and the only sound in the valley was that of a generator behind the town hall.",
    ),
    ("No way out of the valley", "Who holds the bridge"),
    (
        "The mill bridge at Brod, seen from the eastern bank on Tuesday morning",
        "Residents wait for water in the market street of Brod after the shelling",
    ),
    (
        "My cousin lives by that bridge and says it was quiet all night long, so who is telling the truth here?",
        "Every year the same valley and the same excuses from the same ministry, and nobody ever answers for it.",
        "Please stop calling them fighters, they are farmers who were handed rifles by people in the capital.",
    ),
    (
        "Who holds the mills of the Tarsa valley now",
        "Five questions about the eastern gate of Brod",
        "A winter without flour in the hills of Orvenia",
    ),
)
ARABIC = Texts(
    "ar",
    "rtl",
    "الجيش يغلق طريق الطاحونة بعد ليلة من القصف",
    "سكان وادي تارسا يقولون إن أحدا لا يستطيع المرور قبل يوم الأحد",
    (
        "أغلق الجنود طريق الطاحونة قبل فجر يوم الخميس، كما قال سكان الوادي، ولم تتحرك أي حافلة منذ ذلك الحين.",
        "وقال القائد إيلان ماريك: «لم يطلب منا أحد أن نذهب، لكن البئر كانت جافة والطاحونة كانت تحترق أمام أعيننا».",
        "ولم يقل المجلس من سيتولى حراسة جسر الطاحونة الآن، وطُلب من السكان البقاء في بيوتهم حتى يوم الأحد المقبل.",
        "وقدّر طبيب في برود عدد الجرحى بأقل من أربعين شخصا، معظمهم أصيبوا بشظايا الزجاج في شارع السوق القديم.",
        "ونفت وزارة الدفاع في أورفينيا أن تكون مدافعها قد أطلقت النار على البلدة، وحمّلت جبهة تارسا \u200e(Tarsa Front)\u200f المسؤولية.",
        "وقال خباز يقف أمام صف طويل وصل إلى الساحة إن لديه طحينا يكفي ثلاثة أيام وماء يكفي يومين فقط لا أكثر.",
    ),
    ("لا طريق للخروج من الوادي",),
    ("جسر الطاحونة في برود كما بدا من الضفة الشرقية صباح الثلاثاء",),
    (
        "ابن عمي يسكن قرب ذلك الجسر ويقول إن الليلة كانت هادئة تماما، فمن الذي يقول الحقيقة هنا يا ترى؟",
        "كل عام نسمع الأعذار نفسها من الوزارة نفسها عن الوادي نفسه، ولا أحد يحاسب على ما حدث هناك أبدا.",
    ),
    ("من يسيطر على طواحين وادي تارسا الآن", "خمسة أسئلة عن البوابة الشرقية في برود"),
)
HEBREW = Texts(
    "he",
    "rtl",
    "הצבא סגר את דרך הטחנה אחרי לילה של הפגזות",
    "תושבי עמק טארסה אומרים שאיש לא יוכל לעבור לפני יום ראשון",
    (
        "חיילים סגרו את דרך הטחנה לפני עלות השחר ביום חמישי, כך אמרו תושבי העמק, ומאז לא נסע שם אף אוטובוס.",
        "המפקד אילן מארק אמר: ״איש לא ביקש מאיתנו ללכת, אבל הבאר הייתה יבשה והטחנה עלתה באש לנגד עינינו״.",
        "המועצה לא הודיעה מי יחזיק עכשיו בגשר הטחנה, והתושבים התבקשו להישאר בבתיהם עד ליום ראשון בבוקר.",
        "רופא בברוד העריך את מספר הפצועים בפחות מארבעים, רובם נפגעו מרסיסי זכוכית ברחוב השוק הישן שבמרכז.",
        "משרד ההגנה של אורבניה הכחיש שתותחיו ירו על העיירה, והאשים בהפגזה את חזית טארסה \u200e(Tarsa Front)\u200f בלבד.",
        "אופה שעמד מול תור ארוך שהגיע עד לכיכר אמר שיש לו קמח לשלושה ימים ומים ליומיים בלבד ולא יותר מכך.",
    ),
    ("אין דרך החוצה מן העמק",),
    ("גשר הטחנה בברוד כפי שנראה מן הגדה המזרחית ביום שלישי בבוקר",),
    (
        "בן דוד שלי גר ליד הגשר הזה ואומר שהלילה היה שקט לגמרי, אז מי בדיוק אומר כאן את האמת לקוראים?",
        "כל שנה אותם תירוצים מאותו משרד על אותו עמק, ואף אחד לא נותן את הדין על מה שקורה שם כבר שנים.",
    ),
    ("מי מחזיק עכשיו בטחנות של עמק טארסה", "חמש שאלות על השער המזרחי של ברוד"),
)
PERSIAN = Texts(
    "fa",
    "rtl",
    "ارتش پس از یک شب گلوله‌باران جاده آسیاب را بست",
    "ساکنان دره تارسا می‌گویند هیچ‌کس پیش از یکشنبه نمی‌تواند عبور کند",
    (
        "به گفته ساکنان دره، سربازان پیش از سپیده‌دم پنجشنبه جاده آسیاب را بستند و از آن زمان هیچ اتوبوسی حرکت نکرده است.",
        "فرمانده ایلان مارک گفت: «کسی از ما نخواست برویم، اما چاه خشک بود و آسیاب داشت جلوی چشم ما می‌سوخت.»",
        "شورا هنوز نگفته است که چه کسی پل آسیاب را نگه خواهد داشت و از مردم خواسته شد تا یکشنبه در خانه بمانند.",
        "پزشکی در برود شمار زخمی‌ها را کمتر از چهل نفر دانست که بیشترشان از شکستن شیشه‌ها در خیابان بازار آسیب دیدند.",
        "وزارت دفاع اورونیا تکذیب کرد که توپ‌هایش به شهر شلیک کرده باشند و جبهه تارسا \u2066(Tarsa Front)\u2069 را مقصر دانست.",
        "نانوایی که جلوی صفی طولانی تا میدان ایستاده بود گفت که برای سه روز آرد و فقط برای دو روز آب دارد.",
    ),
    ("راهی به بیرون از دره نیست",),
    ("پل آسیاب در برود، آن‌گونه که صبح سه‌شنبه از کرانه شرقی دیده می‌شد",),
    (
        "پسرعموی من نزدیک آن پل زندگی می‌کند و می‌گوید شب کاملا آرام بود، پس چه کسی اینجا راست می‌گوید؟",
        "هر سال همان بهانه‌ها از همان وزارتخانه درباره همان دره، و هیچ‌کس پاسخگوی آنچه آنجا رخ داد نیست.",
    ),
    ("اکنون چه کسی آسیاب‌های دره تارسا را در دست دارد", "پنج پرسش درباره دروازه شرقی برود"),
)
LANGUAGES = (ENGLISH, ARABIC, HEBREW, PERSIAN)
