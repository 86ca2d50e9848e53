"""The command ``workshop``: what a facilitator or an agency does outside a notebook.

Every failure that a user can meet ends in one sentence on standard error and exit status 2.
"""

import io
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshoplib.engines import leave_out_address_grammar
from workshoplib.errors import WorkshopError
from workshoplib.words import LANGUAGES, Words, words

if TYPE_CHECKING:
    from workshoplib.planners.changes import Changed

FAILED = 2

_GIST = 50
"""Characters of an answer that the history shows."""


def language_of(environment: Mapping[str, str]) -> str:
    """The kit's language that a machine's settings ask for; English for one that the kit does not speak."""
    spoken = {"no": "nb", "nn": "nb"}
    for name in ("WORKSHOP_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "").split("_")[0].split(".")[0].lower()
        if code:
            code = spoken.get(code, code)
            return code if code in LANGUAGES else "en"
    return "en"


say: Words = words(language_of(os.environ))
app = typer.Typer(
    help=say("Social media strategy workshops: make one, run it, and get its report."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

WorkshopPlace = Annotated[
    str, typer.Argument(metavar="WORKSHOP", help=say("A workshop (.workshop) or a database's address."))
]
PersonId = Annotated[str, typer.Argument(help=say("The person's id, as “workshop history” shows it."))]
AnyPlace = Annotated[
    str, typer.Argument(help=say("A workshop (.workshop), a strategy (.yaml, .json) or a database's address."))
]
LanguageOption = Annotated[str, typer.Option(help=say("Language: en, nb, sv or da. Left out: the organisation's own."))]


@app.command(help=say("Make a folder with an empty workshop and its notebooks."))
def new(
    folder: Annotated[
        Path, typer.Argument(metavar="NAME", help=say("The folder to make; its name names the workshop."))
    ],
    language: LanguageOption = "",
    sample: Annotated[str, typer.Option(help=say("Start from a sample strategy instead of an empty one."))] = "",
) -> None:
    from workshoplib import folders, workshops

    if sample:
        strategy = workshops.sample(sample)
        spoken = language or strategy.organisation.language or say.language
    else:
        spoken = language or say.language
        words(spoken)  # an unknown language is told before anything is made
        strategy = folders.empty_strategy(folder.name, spoken)
    folders.make_folder(folder, strategy, str(spoken))
    typer.echo(say("Made {folder}. Open it with: workshop lab {folder}", folder=str(folder)))


@app.command(help=say("Open a workshop's folder in JupyterLab."))
def lab(
    folder: Annotated[Path, typer.Argument(help=say("A folder made with “workshop new”."))],
    browser: Annotated[bool, typer.Option(help=say("Open a browser window too."))] = True,
    port: Annotated[int, typer.Option(help=say("The port to listen on; the next free one if it is taken."))] = 8888,
) -> None:
    from workshoplib import lab

    raise typer.Exit(lab.run(folder, say, browser=browser, port=port))


@app.command(help=say("Let people take part in a workshop on their own phones and laptops."))
def live(
    workshop: WorkshopPlace,
    port: Annotated[int, typer.Option(help=say("The port to listen on; 0 for any that is free."))] = 8866,
    ip: Annotated[
        str, typer.Option(help=say("The address to listen on: 127.0.0.1 for this computer, 0.0.0.0 for its networks."))
    ] = "127.0.0.1",
    name: Annotated[
        str, typer.Option(help=say("What the workshop is called; left out: the organisation’s name."))
    ] = "",
    public: Annotated[
        str, typer.Option(help=say("The address that people type, where it is not this computer’s own (https://…)."))
    ] = "",
    seats: Annotated[int, typer.Option(min=1, help=say("How many can take part at the same time."))] = 60,
    new_code: Annotated[
        bool,
        typer.Option(
            "--new-code", help=say("Begin with another code: the one before lets nobody in any more, links still do.")
        ),
    ] = False,
) -> None:
    from workshoplib.live import running

    running.run(
        workshop, typer.echo, ip=ip, port=port, public=public, name=name, seats=seats, say=say, new_code=new_code
    )


@app.command(help=say("Make the report of one or more workshops, as HTML."))
def report(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help=say("Workshops (.workshop) or strategies (.yaml, .json)."))
    ],
    language: LanguageOption = "",
    out: Annotated[Path, typer.Option(help=say("The folder to write to."))] = Path("build"),
    on: Annotated[str, typer.Option(help=say("The day that the report is made for; left out: today."))] = "",
) -> None:
    from workshoplib import reports

    today = say.read_date(on) if on else date.today()
    made: list[Path] = []
    failed = False
    with reports.workers() as workers:
        for where in files:
            try:
                path = reports.make(where, out, language=language, today=today, workers=workers, tell=_tell, taken=made)
            except WorkshopError as error:
                failed = True
                _tell(say.error(error))
            else:
                made.append(path)
                typer.echo(path)
    if failed:
        raise typer.Exit(FAILED)


@app.command("import", help=say("Put a strategy that was written as YAML or JSON into a workshop."))
def import_(
    workshop: WorkshopPlace, strategy: Annotated[Path, typer.Argument(help=say("The strategy (.yaml or .json)."))]
) -> None:
    from workshoplib import workshops

    read = workshops.read_document(strategy)
    store, kept = workshops.imported(workshop, read)
    with store:
        if kept:
            typer.echo(say("What was there before is kept as {kept}.", kept=str(kept)))
        typer.echo(
            say(
                "{workshop} now holds what {strategy} says. Revision {revision}.",
                workshop=workshop,
                strategy=str(strategy),
                revision=store.head(),
            )
        )


@app.command(help=say("Write a workshop's strategy as YAML or JSON."))
def export(
    workshop: AnyPlace,
    out: Annotated[
        Path | None, typer.Option(help=say("The file to write (.yaml or .json); left out: YAML on the screen."))
    ] = None,
) -> None:
    from workshoplib import workshops
    from workshoplib.strategy import files

    with workshops.opened(workshop) as found:
        strategy = found.strategy()
    written = files.to_json(strategy) if out and out.suffix == ".json" else files.to_yaml(strategy)
    if out is None:
        _write(written)
    else:
        workshops.write_whole(out, written)
        typer.echo(out)


@app.command(help=say("Write the JSON Schema of a strategy, for editors that check while one types."))
def schema() -> None:
    import json

    from workshoplib.strategy import files

    _write(json.dumps(files.schema(), indent=2, ensure_ascii=False) + "\n")


@app.command(help=say("Show what was changed in a workshop, by whom and when."))
def history(
    workshop: WorkshopPlace,
    last: Annotated[int, typer.Option(help=say("How many of the newest changes to show."))] = 20,
) -> None:
    from workshoplib.store import Store

    with Store.open(workshop) as store:
        entries = store.entries(max(0, store.head() - last))
        names = {person.id: person.name for person in store.people()}
    for entry in entries:
        at = say.moment(entry.at.astimezone())
        told = f"{entry.seq:>6}  {at}  {names.get(entry.author, entry.author)}  {entry.action}  {entry.address}"
        typer.echo(f"{told}  {_gist(entry.value)}".rstrip())


@app.command(help=say("Copy a workshop into one file, checked, while people go on working."))
def backup(workshop: WorkshopPlace, to: Annotated[Path, typer.Argument(help=say("The file to write."))]) -> None:
    from workshoplib.store import Store

    with Store.open(workshop) as store:
        head = store.backup(to)
    typer.echo(say("{to} holds everything up to revision {revision}, checked.", to=str(to), revision=head.seq))


@app.command(help=say("Put a backup in a workshop's place; what was there is kept beside it."))
def restore(backup: Annotated[Path, typer.Argument(help=say("The backup."))], workshop: WorkshopPlace) -> None:
    from workshoplib.store import restore

    kept = restore(backup, workshop)
    typer.echo(say("{workshop} is restored from {backup}.", workshop=workshop, backup=str(backup)))
    if kept:
        typer.echo(say("What was there before is kept as {kept}.", kept=str(kept)))


@app.command(help=say("Check a workshop, and rescue what can be read of a damaged one."))
def doctor(
    workshop: WorkshopPlace,
    rescue: Annotated[
        Path | None, typer.Option(help=say("Write what can be read and proved into this new file."))
    ] = None,
) -> None:
    from workshoplib.store import Severity, Store, salvage

    if rescue:
        saved = salvage(workshop, rescue)
        typer.echo(
            say.plural(
                "{rescue} holds {n} answer that could be read and proved.",
                "{rescue} holds {n} answers that could be read and proved.",
                saved.kept,
                rescue=str(rescue),
            )
        )
        return
    with Store.open(workshop) as store:
        findings = store.check(full=True)
        revision = store.head()
    for finding in findings:
        typer.echo(say(finding.message, **finding.values))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(FAILED)
    typer.echo(say("{workshop} is sound up to revision {revision}.", workshop=workshop, revision=revision))


@app.command(help=say("Write all that a workshop keeps about one person, as JSON."))
def mydata(workshop: WorkshopPlace, person: PersonId) -> None:
    import json
    from dataclasses import asdict

    from workshoplib.store import Store

    with Store.open(workshop) as store:
        kept = asdict(store.mydata(person))
    _write(json.dumps(kept, indent=2, ensure_ascii=False, default=str) + "\n")


@app.command(help=say("Erase one person's name and proposals from a workshop, for good."))
def erase(
    workshop: WorkshopPlace,
    person: PersonId,
    yes: Annotated[bool, typer.Option("--yes", help=say("Do not ask again."))] = False,
) -> None:
    from workshoplib.store import Store

    with Store.open(workshop) as store:
        name = store.mydata(person).person.name
        if not yes:
            typer.confirm(
                say("Erase {name} and all that {name} proposed? This cannot be undone.", name=name), abort=True
            )
        n = store.erase(person)
    typer.echo(say.plural("{n} answer erased.", "{n} answers erased.", n))
    typer.echo(say("Backups that were made before still hold them: erase those too."))


calendar = typer.Typer(
    help=say("Take the content calendar to other tools, and back from a spreadsheet."), no_args_is_help=True
)
app.add_typer(calendar, name="calendar")


@calendar.command("export", help=say("Write the calendar for another tool."))
def calendar_export(
    workshop: AnyPlace,
    to: Annotated[
        str, typer.Option(help=say("ics, csv, xlsx, asana, buffer, sprout, highlevel, postfast, socialbee, ayrshare …"))
    ] = "ics",
    out: Annotated[Path, typer.Option(help=say("The file or the folder to write to."))] = Path("build/calendar"),
    language: LanguageOption = "",
) -> None:
    from datetime import UTC, datetime

    from workshoplib import calendars, workshops

    with workshops.opened(workshop) as found:
        spoken = words(language or found.strategy().organisation.language or say.language)
        exported = calendars.export(found, to, spoken, datetime.now(UTC))
    for path in calendars.write(exported, out):
        typer.echo(path)
    for note in exported.notes:
        _tell(say(note.message, **note.values))
    if not exported.files:
        _tell(say("No post can go to this tool yet, so no file was written."))
        raise typer.Exit(FAILED)


@calendar.command("import", help=say("Read a changed table (--to csv) back into the calendar."))
def calendar_import(
    workshop: WorkshopPlace,
    table: Annotated[Path, typer.Argument(help=say("The table, saved as CSV."))],
    yes: Annotated[bool, typer.Option("--yes", help=say("Do not ask before changing anything."))] = False,
    theirs: Annotated[
        bool,
        typer.Option("--overwrite", help=say("Take the table’s answer also where somebody changed the post since.")),
    ] = False,
) -> None:
    from workshoplib import calendars
    from workshoplib.planners.changes import UnreadableCells
    from workshoplib.store import Store

    with Store.open(workshop) as store:
        seen = store.head()
        try:
            reading = calendars.read_table(str(table), store)
        except UnreadableCells as several:
            for problem in several.problems:
                _tell(say.error(problem))
            raise
        clashes = [one for one in reading.changed if one.clashes and not theirs]
        wanted = [one for one in reading.changed if one not in clashes]
        for one in (*wanted, *clashes):
            _show_change(one, clashes=one in clashes)
        if reading.unread:
            typer.echo(say("Not read, as no answer bears that name: {columns}.", columns=", ".join(reading.unread)))
        if reading.missing:
            typer.echo(
                say.plural(
                    "{n} post is not in the table; it stays in the calendar.",
                    "{n} posts are not in the table; they stay in the calendar.",
                    len(reading.missing),
                )
            )
        if not wanted:
            typer.echo(say("Nothing to change."))
            return
        if not yes:
            question = say.plural("Change {n} post in the calendar?", "Change {n} posts in the calendar?", len(wanted))
            typer.confirm(question, abort=True)
        n = calendars.apply(store, wanted, seen)
    typer.echo(say.plural("{n} post saved.", "{n} posts saved.", n))


def _show_change(one: "Changed", *, clashes: bool) -> None:
    title = one.post.title or one.post.id
    typer.echo(say("New: {title}", title=title) if one.is_new else title)
    for change in one.changes:
        typer.echo(f"    {say(change.asked.label)}: {_gist(change.before) or '–'} → {_gist(change.after) or '–'}")
    if clashes:
        typer.echo(
            "    "
            + say("Left as it is: somebody changed this post since the table was written. Use --overwrite to take it.")
        )


def _gist(value: object) -> str:
    """The beginning of an answer, to recognise it by."""
    text = (
        next((part for part in value.values() if isinstance(part, str) and part), "")
        if isinstance(value, dict)
        else value
    )
    line = " ".join(str("" if text is None else text).split())
    return line if len(line) <= _GIST else f"{line[: _GIST - 1]}…"


def _tell(line: str) -> None:
    typer.echo(line, err=True)


def _write(document: str) -> None:
    """Writes to standard output what other programs read: in UTF-8, whatever letters the terminal knows."""
    typer.echo(document.encode(), nl=False)


def main() -> None:
    """Runs the command line; a failure that was foreseen becomes its sentence and exit status 2."""
    leave_out_address_grammar()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A letter that the terminal does not know is written as its number, as standard error does by itself.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        app()
    except WorkshopError as error:
        _tell(say.error(error))
        raise SystemExit(FAILED) from None
    except OSError as problem:
        from workshoplib.store import OutOfReach

        where = problem.filename or sys.stdout.name
        _tell(say.error(OutOfReach(str(where), problem.strerror or str(problem))))
        raise SystemExit(FAILED) from None
