"""The ids and days that the parts of Kystbrygg's strategy share."""

from datetime import date

INGRID, MARIT, JONAS, SANDER, LIV = (f"person-{name}" for name in ("ingrid", "marit", "jonas", "sander", "liv"))
ORDERS, SUBSCRIPTIONS, ANSWERS = "goal-nettbutikk", "goal-abonnement", "goal-svartid"
INSTAGRAM, FACEBOOK, TIKTOK = "kanal-instagram", "kanal-facebook", "kanal-tiktok"
PINTEREST, LINKEDIN, X, SNAPCHAT = "kanal-pinterest", "kanal-linkedin", "kanal-x", "kanal-snapchat"
HANNE, LEIF, SARA, GEIR = "persona-hanne", "persona-leif", "persona-sara", "persona-geir"
TIPS, FACES, PRODUCTS = "pilar-bryggetips", "pilar-ansiktene", "pilar-produkter"
CUSTOMERS, COAST = "pilar-kundene", "pilar-kysten"
SHOP, NEWSLETTER, QUAY = "sted-nettbutikk", "sted-nyhetsbrev", "sted-brygga"
START, END = date(2026, 9, 1), date(2027, 12, 31)
CALENDAR = date(2026, 11, 30)
TODAY = date(2026, 11, 21)
