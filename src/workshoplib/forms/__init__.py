"""Forms: a part of the strategy and ``on_change`` become widgets that people fill in.

A form is made from ``questions(Model)`` alone, so a new field needs no code here; ``kinds`` says which control asks
which kind of question. A form saves nothing itself: it sends a ``Change`` and shows the outcome.
"""

from workshoplib.forms.change import Change, Kept, Outcome, Refused
from workshoplib.forms.form import Form, form

__all__ = ["Change", "Form", "Kept", "Outcome", "Refused", "form"]
