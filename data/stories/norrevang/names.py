"""The ids and days that the parts of Nørrevang's strategy share."""

from datetime import date

BIRGITTE, EMIL, METTE, KARSTEN = (f"person-{name}" for name in ("birgitte", "emil", "mette", "karsten"))
HENRIK, LONE, JOHAN, ANKE, RASMUS = (f"person-{name}" for name in ("henrik", "lone", "johan", "anke", "rasmus"))
SPECIALISTS = (HENRIK, LONE, JOHAN, ANKE, RASMUS)
LEADS, APPLICATIONS, VIDEO_ANSWERS = "goal-leads", "goal-ansoegninger", "goal-videosvar"
EXPORT, HANDS, UPTIME = "forretning-eksport", "forretning-haender", "forretning-drift"
LINKEDIN, YOUTUBE, FACEBOOK = "kanal-linkedin", "kanal-youtube", "kanal-facebook"
SNAPCHAT, INSTAGRAM, TIKTOK, X = "kanal-snapchat", "kanal-instagram", "kanal-tiktok", "kanal-x"
PIA, PATRIK, TOMMY, LAURA = "persona-pia", "persona-patrik", "persona-tommy", "persona-laura"
REPAIR, THINKING, CUSTOMERS, WORKSHOP = "soejle-drift", "soejle-fagfolk", "soejle-kunder", "soejle-vaerksted"
WEBSITE, NEWSLETTER, PRESS = "sted-hjemmeside", "sted-driftsbrevet", "sted-fagpressen"
FAIR, PHONE, LABEL = "sted-messen", "sted-servicetelefonen", "sted-maerket"
FAIR_CAMPAIGN, APPRENTICE_CAMPAIGN = "kampagne-messe", "kampagne-laerlinge"
START, END = date(2026, 9, 1), date(2027, 12, 31)
CALENDAR = date(2026, 11, 30)
TRIAL_ENDS = date(2027, 3, 31)
"""The day on which Facebook stops, unless it has brought six applications."""

TODAY = date(2026, 11, 21)
