"""The ids and days that the parts of Björkshamn's strategy share."""

from datetime import date

KATARINA, AMIR, ELIN, JOHAN, BIRGITTA, SOFIA, GUNILLA = (
    f"person-{name}" for name in ("katarina", "amir", "elin", "johan", "birgitta", "sofia", "gunilla")
)
ANSWERS, FOUND, APPLICATIONS = "mal-svarstid", "mal-hitta-svaret", "mal-ansokningar"
FACEBOOK, INSTAGRAM, LINKEDIN = "kanal-facebook", "kanal-instagram", "kanal-linkedin"
MESSENGER, SNAPCHAT, X, TIKTOK = "kanal-messenger", "kanal-snapchat", "kanal-x", "kanal-tiktok"
FRIDA, SOLVEIG, YUSUF, HANNA = "persona-frida", "persona-solveig", "persona-yusuf", "persona-hanna"
PHONES = "kriterium-telefoner"
ASKED, EVERYDAY, JOBS = "pelare-fragor", "pelare-vardagen", "pelare-jobba-har"
TOWN_HALL, TOGETHER = "pelare-kommunhuset", "pelare-tyck-till"
WEBSITE, FAQ, VACANCIES = "plats-webbplatsen", "plats-fragor-och-svar", "plats-lediga-jobb"
CENTRE, RADIO, MAGAZINE = "plats-kontaktcenter", "plats-lokalradion", "plats-kommuntidningen"
WEEKLY_QUESTION, DAY_AT_WORK = "serie-veckans-fraga", "serie-en-dag-pa-jobbet"
COLLEAGUE, COUNCIL_NEWS = "serie-bli-kollega", "serie-nytt-fran-kommunhuset"
CARE, TEACHERS = "kampanj-omsorgen", "kampanj-larare"
START, END = date(2026, 9, 1), date(2027, 12, 31)
CALENDAR = date(2026, 11, 30)
TODAY = date(2026, 11, 21)
