"""Short texts in many scripts, made for shaping and direction only: no reader has checked them."""

from kuultu.ground.documents.model import Marks

HEADING = {
    "fi": "Tule kertomaan, millaista täällä on elää",
    "en": "Come and tell us what life is like here",
    "ar": "تعال واحكِ لنا كيف هي الحياة هنا",
    "fa-AF": "بیایید و بگویید زندگی در اینجا چگونه است",
    "ti": "ንዑ ህይወት ኣብዚ ከመይ ከም ዝኾነት ንገሩና",
    "th": "มาเล่าให้เราฟังว่าชีวิตที่นี่เป็นอย่างไร",
    "vi": "Hãy đến kể cho chúng tôi nghe cuộc sống ở đây",
    "ru": "Приходите рассказать, как здесь живётся",
    "se": "Boađe muitalit makkár dáppe lea eallit",
}
TEXT = {
    "fi": "Haluamme kuulla arjestasi: mikä toimii, mikä on vaikeaa. Juomme teetä ja puhumme omalla kielellämme. "
    "Ilmoittaudu numeroon 050 000 0123 viimeistään maanantaina 9. maaliskuuta.",
    "en": "We want to hear about your everyday life: what works and what is hard. There is tea, and we speak our own "
    "language. Sign up on 050 000 0123 by Monday 9 March.",
    "ar": "نريد أن نسمع عن حياتك اليومية: ما الذي يسير جيداً وما الصعب. نشرب الشاي ونتحدث بلغتنا. "
    "سجّل حضورك على الرقم 050 000 0123 قبل الاثنين 9 آذار (مارس) 2026 في Mallila.",
    "fa-AF": "می‌خواهیم از زندگی روزمرهٔ شما بشنویم: چه چیزی خوب است و چه چیزی دشوار. چای می‌نوشیم و به زبان خود گپ "
    "می‌زنیم. به شمارهٔ 050 000 0123 تا دوشنبه 9 مارچ زنگ بزنید.",
    "ti": "ብዛዕባ መዓልታዊ ህይወትኩም ክንሰምዕ ንደሊ፦ እንታይ ጽቡቕ ኣሎ፣ እንታይ ከቢድ ኣሎ። ሻሂ ንሰቲ፣ ብቋንቋና ድማ ንዛረብ። "
    "ብቑጽሪ 050 000 0123 ክሳብ ሰኑይ 9 መጋቢት ደውሉ።",
    "th": "เราอยากฟังเรื่องชีวิตประจำวันของคุณ อะไรดี และอะไรยาก เราดื่มชาและพูดภาษาของเราเอง "
    "โทร 050 000 0123 ภายในวันจันทร์ที่ 9 มีนาคม",
    "vi": "Chúng tôi muốn nghe về cuộc sống hằng ngày của bạn: điều gì tốt và điều gì khó. Chúng ta uống trà và nói "
    "tiếng của mình. Gọi số 050 000 0123 trước thứ Hai, ngày 9 tháng 3.",
    "ru": "Мы хотим услышать о вашей повседневной жизни: что хорошо и что трудно. Мы пьём чай и говорим на своём "
    "языке. Звоните по номеру 050 000 0123 до понедельника, 9 марта.",
    "se": "Mii háliidit gullat du árgabeaivvis: mii doaibmá ja mii lea váttis. Mii juhkat deaja ja hupmat "
    "iežamet giela. Riŋge 050 000 0123 ovdal vuossárgga.",
}
QUESTION = {
    "fi": "Missä paikoissa ja mihin aikaan sinulla on turvallinen olo, ja missä ei?",
    "en": "In which places and at what times do you feel safe, and where not?",
    "ar": "في أي أماكن وأي أوقات تشعر بالأمان، وأين لا تشعر به؟",
    "fa-AF": "در کجا و چه وقت احساس امنیت می‌کنید و در کجا نه؟",
    "ti": "ኣበየናይ ቦታን ኣየናይ ግዜን ውሑስነት ይስምዓኩም፣ ኣበይ ከ ኣይስምዓኩምን?",
    "th": "คุณรู้สึกปลอดภัยที่ไหนและเวลาใด และที่ไหนไม่ปลอดภัย",
    "vi": "Ở đâu và lúc nào bạn thấy an toàn, ở đâu thì không?",
    "ru": "Где и когда вы чувствуете себя в безопасности, а где нет?",
    "se": "Gos ja goas dus lea oadjebas dovdu, ja gos ii leat?",
}
WORD = {
    "fi": "Havainto", "en": "Statement", "ar": "الملاحظة", "fa-AF": "گفته", "ti": "ርእይቶ", "th": "สิ่งที่พูด",
    "vi": "Điều được nói", "ru": "Высказывание", "se": "Fuobmášupmi",
}  # fmt: skip
NAME = {
    "fi": "Mallilan kunta", "en": "Municipality of Mallila", "ar": "بلدية ماليلا", "fa-AF": "شهرداری مالیلا",
    "ti": "ምምሕዳር ማሊላ", "th": "เทศบาลมัลลิลา", "vi": "Chính quyền Mallila", "ru": "Община Маллила", "se": "Mallila gielda",
}  # fmt: skip
PAGES = {
    "fi": "Sivu {page} / {pages}", "en": "Page {page} of {pages}", "ar": "صفحة {page} من {pages}",
    "fa-AF": "صفحهٔ {page} از {pages}", "ti": "ገጽ {page} / {pages}", "th": "หน้า {page} / {pages}",
    "vi": "Trang {page} / {pages}", "ru": "Страница {page} из {pages}", "se": "Siidu {page} / {pages}",
}  # fmt: skip
LANGUAGES = tuple(HEADING)


def marks(lang: str) -> Marks:
    """The words of the answer grid: real in Finnish and Arabic, one word repeated elsewhere."""
    if lang == "fi":
        return Marks("Havainto", "Käännös", "Merkki", "hyvä", "huono", "sekä että", "ehdotus", "lainaus")
    if lang == "ar":
        return Marks("الملاحظة", "الترجمة", "العلامة", "جيد", "سيئ", "كلاهما", "اقتراح", "اقتباس")
    word = WORD[lang].split()[0]
    return Marks(WORD[lang], word, word, word, word, word, word, word)
