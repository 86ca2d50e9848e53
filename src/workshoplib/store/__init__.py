"""The store: one append-only journal of answers, in a file or in PostgreSQL. What stands now is the fold of it.

vision = Address("organisation", "vision")
with Store.open("kystbrygg.workshop") as store:
    seen = store.answer(vision)
    store.save(FACILITATOR, Write(op_id, vision, "put", "…", base=seen.revision))
    store.strategy()
"""

from workshoplib.store.checks import Finding, Severity
from workshoplib.store.entries import (
    AGREED,
    FACILITATOR,
    Address,
    Answer,
    Entry,
    Head,
    Person,
    Proposal,
    Role,
    Saved,
    Write,
)
from workshoplib.store.privacy import PersonalData
from workshoplib.store.refusals import (
    AlreadyThere,
    Busy,
    Damaged,
    DiskFull,
    InUse,
    Invalid,
    Malformed,
    MissingDriver,
    Moved,
    Nameless,
    NewerWorkshop,
    NoSuchItem,
    NoSuchPerson,
    NoSuchPlace,
    NotAWorkshop,
    NothingThere,
    NotYours,
    NoWorkshop,
    OnlyFacilitators,
    OpIdTaken,
    OutOfReach,
    ReadOnly,
    Stale,
    StillReadable,
    Unsound,
)
from workshoplib.store.rescue import Rescued
from workshoplib.store.sqlite import SUFFIX
from workshoplib.store.store import Store, restore, salvage

__all__ = [
    "AGREED",
    "FACILITATOR",
    "SUFFIX",
    "Address",
    "AlreadyThere",
    "Answer",
    "Busy",
    "Damaged",
    "DiskFull",
    "Entry",
    "Finding",
    "Head",
    "InUse",
    "Invalid",
    "Malformed",
    "MissingDriver",
    "Moved",
    "Nameless",
    "NewerWorkshop",
    "NoSuchItem",
    "NoSuchPerson",
    "NoSuchPlace",
    "NoWorkshop",
    "NotAWorkshop",
    "NotYours",
    "NothingThere",
    "OnlyFacilitators",
    "OpIdTaken",
    "OutOfReach",
    "Person",
    "PersonalData",
    "Proposal",
    "ReadOnly",
    "Rescued",
    "Role",
    "Saved",
    "Severity",
    "Stale",
    "StillReadable",
    "Store",
    "Unsound",
    "Write",
    "restore",
    "salvage",
]
