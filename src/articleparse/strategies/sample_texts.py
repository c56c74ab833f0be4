"""What articles are made of: invented sentences, titles and names in several languages and scripts."""

from __future__ import annotations

import attrs


@attrs.frozen(eq=False)
class SampleTexts:
    """How a newsroom of one language writes. The first of each is the simplest, which a failing example shrinks to."""

    language: str  # BCP 47
    by: str  # what stands before an author's name
    sentences: tuple[str, ...]
    titles: tuple[str, ...]
    names: tuple[str, ...]
    place: str  # as it opens a dateline
    space: str = " "  # what parts two sentences


_ALL = (
    SampleTexts(
        "en",
        "By ",
        (
            "Rain.",
            "It rained on Tuesday, for the first time in three months, and farmers near the river were glad of it.",
            "“Nobody asked us,” said the baker, who lost a third of her customers when the bridge was closed.",
            "The council voted 12-7 to spend $4.5 million, or 5 % of its budget, on its snake_case [sic] & a ferry.",
            "An engineer's report, which runs to 200 pages, says that two of the six piers have to be rebuilt.",
        ),
        ("Rain", "Bridge stays closed for a year", "What now?", "The long road to a new ferry"),
        ("Jane Doe", "John Roe", "Mara O'Lind"),
        "LONDON",
    ),
    SampleTexts(
        "de",
        "Von ",
        (
            "Regen.",
            "Am Dienstag hat es zum ersten Mal seit drei Monaten geregnet, und die Bauern am Fluss sind froh darüber.",
            "„Uns hat niemand gefragt“, sagt die Bäckerin, die seit der Sperrung der Brücke weniger Kunden hat.",
        ),
        ("Regen", "Die Brücke bleibt ein Jahr gesperrt", "Und jetzt?"),
        ("Max Koch", "Änne Groß"),
        "BERLIN",
    ),
    SampleTexts(
        "fr",
        "Par ",
        (
            "Pluie.",
            "Il a plu mardi, pour la première fois depuis trois mois, et les paysans de la vallée s'en réjouissent.",
            "« Personne ne nous a consultés », dit la boulangère, qui a perdu des clients depuis la fermeture du pont.",
        ),
        ("Pluie", "Le pont reste fermé un an", "Et maintenant ?"),
        ("Jean Petit", "Zoé Lefèvre"),
        "PARIS",
    ),
    SampleTexts(
        "ru",
        "Автор: ",
        (
            "Дождь.",
            "Во вторник впервые за три месяца прошёл дождь, и крестьяне в долине реки очень ему обрадовались.",
            "Городской совет решил закрыть старый мост на год, потому что две опоры из шести надо строить заново.",
        ),
        ("Дождь", "Мост закроют на год", "Что теперь?"),
        ("Иван Петров", "Анна Волкова"),
        "МОСКВА",
    ),
    SampleTexts(
        "ar",
        "بقلم ",
        (
            "مطر.",
            "هطل المطر يوم الثلاثاء لأول مرة منذ ثلاثة أشهر، وفرح المزارعون القريبون من النهر بذلك كثيرا.",
            "قرر المجلس إغلاق الجسر القديم لمدة عام لأن اثنتين من دعائمه الست تحتاجان إلى البناء من جديد.",
        ),
        ("مطر", "الجسر يبقى مغلقا لمدة عام", "ماذا الآن؟"),
        ("ليلى حداد", "سامي خوري"),
        "القاهرة",
    ),
    SampleTexts(
        "hi",
        "",
        (
            "बारिश।",
            "मंगलवार को तीन महीने में पहली बार बारिश हुई और नदी के पास के किसान इससे बहुत खुश हुए।",
            "परिषद ने पुराने पुल को एक साल के लिए बंद करने का फैसला किया, क्योंकि दो खंभे फिर से बनाने होंगे।",
        ),
        ("बारिश", "पुल एक साल बंद रहेगा", "अब क्या?"),
        ("आशा वर्मा", "रवि मेहरा"),
        "दिल्ली",
    ),
    SampleTexts(
        "zh",
        "",
        (
            "下雨了。",
            "星期二下了三个月以来的第一场雨，河边的农民都非常高兴，孩子们也跑到街上来看。",
            "市议会决定把旧桥关闭一年，因为六个桥墩当中有两个必须重新修建，费用还不清楚。",
        ),
        ("下大雨", "大桥将关闭一年", "现在怎么办？"),
        ("李小雨", "王大山"),
        "北京",
        "",
    ),
    SampleTexts(
        "ja",
        "",
        (
            "雨だ。",
            "火曜日に三か月ぶりの雨が降り、川の近くの農家はとても喜んで、子どもたちも外へ出て空を見上げた。",
            "市議会は古い橋を一年間閉鎖すると決めた。六本の橋脚のうち二本を造り直す必要があるためだという。",
        ),
        ("雨が降る", "橋は一年間閉鎖へ", "これから"),
        ("山田花子", "鈴木一郎"),
        "東京",
        "",
    ),
)

SAMPLE_TEXTS = {texts.language: texts for texts in _ALL}
"""The languages that articles can be drawn in: Latin, Cyrillic, Arabic, Devanagari, Han and Kana."""

LANGUAGES = tuple(SAMPLE_TEXTS)
"""The languages by their BCP 47 codes."""
