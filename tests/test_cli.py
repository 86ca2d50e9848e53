"""The command ``workshop``: what it does, and what it says when it cannot."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from workshoplib.cli import language_of, main
from workshoplib.strategy import Strategy, files
from workshoplib.strategy.organisation import Organisation
from workshoplib.words import words
from workshoplib.workshops import NoFile

MISSING = "There is no file {path}. Check the name, or make a workshop with “workshop new NAME”."
STRATEGY = "organisation:\n  name: Fjellheim\n  vision: Everyone out on Sunday\n"


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


Workshop = Callable[..., Ran]


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Workshop:
    """Runs the command in an empty folder, in this process; tells its exit status and what it said."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["workshop", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    path = tmp_path / "fjellheim.yaml"
    path.write_text(STRATEGY, encoding="utf-8")
    return path


def test_a_strategy_goes_into_a_workshop_and_comes_out_the_same(
    workshop: Workshop, tmp_path: Path, strategy: Path
) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    out = workshop("export", "fjellheim.workshop").out
    assert files.read(out, "out.yaml") == files.read(STRATEGY, "in.yaml")


def test_an_import_into_a_workshop_that_is_there_replaces_what_it_says_and_keeps_the_history(
    workshop: Workshop, strategy: Path
) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    strategy.write_text(STRATEGY.replace("Sunday", "Saturday"), encoding="utf-8")
    workshop("import", "fjellheim.workshop", strategy.name)
    log = workshop("history", "fjellheim.workshop").out
    assert log.count("organisation.vision") == 2


def test_export_writes_json_where_the_name_says_so(workshop: Workshop, tmp_path: Path, strategy: Path) -> None:
    workshop("export", strategy.name, "--out", "deep/down/out.json")
    written = json.loads((tmp_path / "deep" / "down" / "out.json").read_text(encoding="utf-8"))
    assert written["organisation"]["vision"] == "Everyone out on Sunday"


def test_a_backup_restores_what_was_there(workshop: Workshop, tmp_path: Path, strategy: Path) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    workshop("backup", "fjellheim.workshop", "kept.workshop")
    strategy.write_text("organisation:\n  name: Somebody else\n", encoding="utf-8")
    workshop("import", "fjellheim.workshop", strategy.name)
    workshop("restore", "kept.workshop", "fjellheim.workshop")
    out = workshop("export", "fjellheim.workshop").out
    assert files.read(out, "out.yaml").organisation.name == "Fjellheim"


def test_the_doctor_finds_a_sound_workshop_sound(workshop: Workshop, tmp_path: Path, strategy: Path) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    ran = workshop("doctor", "fjellheim.workshop")
    assert (ran.status, ran.out.strip().splitlines()[-1][:30]) == (0, "fjellheim.workshop is sound up")


def test_the_doctor_finds_a_byte_that_changed_inside_an_answer(
    workshop: Workshop, tmp_path: Path, strategy: Path
) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    path = tmp_path / "fjellheim.workshop"
    path.write_bytes(path.read_bytes().replace(b"Everyone out on Sunday", b"Everyone out on Monday"))
    assert workshop("doctor", "fjellheim.workshop").status == 2


BAD = {
    "a file that is not there": (["export", "nowhere.workshop"], "nowhere.workshop"),
    "a broken YAML": (["export", "broken.yaml"], "broken.yaml"),
    "an unknown field": (["export", "unknown.yaml"], "vission"),
    "a reference to nothing": (["export", "dangling.yaml"], "goals.goals[0].business_goal"),
    "a deadline before its start": (["export", "reversed.yaml"], "is not after the start"),
    "a number that is not one": (["export", "wordy.yaml"], "many"),
    "a newer document": (["export", "newer.yaml"], "99"),
    "something that is no workshop": (["export", "junk.workshop"], "junk.workshop"),
    "an unknown language": (["report", "good.yaml", "--language", "fi"], "fi"),
    "an unknown sample": (["new", "x", "--sample", "nobody"], "kystbrygg"),
    "a day that is none": (["report", "good.yaml", "--on", "31.2.2027"], "31.2.2027"),
    "a folder without a workshop": (["lab", "full"], "workshop new"),
    "a folder in use": (["new", "full"], "full"),
    "a file in the folder's place": (["new", "good.yaml"], "good.yaml is there already"),
    "a name that no disk takes": (["new", "n" * 300], "too long"),
    "a workshop's name that no disk takes": (["export", "n" * 300 + ".workshop"], "too long"),
    "an import under a name that no disk takes": (["import", "n" * 300 + ".workshop", "good.yaml"], "too long"),
    "the home of nobody": (["export", "~nobody-of-that-name/x.workshop"], "workshop new"),
    "links in a circle": (["history", "circle.workshop"], "circle.workshop"),
    "an address that is none": (["history", "://"], "://"),
    "a folder to write to": (["export", "good.yaml", "--out", "."], "could not be written"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_a_sentence_and_exit_status_2_never_a_traceback(
    workshop: Workshop, tmp_path: Path, case: str
) -> None:
    goal = "goals:\n  goals:\n  - id: leads\n"
    contents = {
        "good.yaml": STRATEGY,
        "broken.yaml": "organisation:\n  name: [Fjell\n",
        "unknown.yaml": "organisation:\n  vission: Out\n",
        "dangling.yaml": goal + "    business_goal: growth\n",
        "reversed.yaml": goal + "    start: 2027-05-01\n    deadline: 2027-01-01\n",
        "wordy.yaml": goal + "    target: many\n",
        "newer.yaml": "schema_version: 99\n",
        "junk.workshop": "this is no database",
        "full/something.txt": "mine",
    }
    for name, content in contents.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "circle.workshop").symlink_to("circle.workshop")
    arguments, told = BAD[case]
    ran = workshop(*arguments)
    assert (ran.status, told in ran.err, "Traceback" in ran.err) == (2, True, False), ran.err


def run_alone(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command in a process of its own, for what depends on its streams."""
    return subprocess.run(
        [sys.executable, "-c", "from workshoplib.cli import main; main()", *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_an_export_is_utf_8_whatever_letters_the_terminal_knows(tmp_path: Path, strategy: Path) -> None:
    strategy.write_text("organisation:\n  name: Ærlig Ωmega\n", encoding="utf-8")
    ran = run_alone(tmp_path, "export", strategy.name, PYTHONIOENCODING="cp1252")
    assert files.read(ran.stdout, "out.yaml").organisation.name == "Ærlig Ωmega"


def test_a_letter_that_the_terminal_does_not_know_stops_nothing(tmp_path: Path, strategy: Path) -> None:
    ran = run_alone(tmp_path, "export", strategy.name, "--out", "Ω.yaml", PYTHONIOENCODING="cp1252")
    assert (ran.returncode, ran.stdout.strip()) == (0, rb"\u03a9.yaml")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their file names are always text")
def test_a_folder_s_name_that_is_not_utf_8_gets_a_sentence(tmp_path: Path) -> None:
    ran = run_alone(tmp_path, "new", "n\udcff")
    assert (ran.returncode, ran.stderr[:29]) == (2, rb"n\udcff could not be written ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_standard_output_on_a_full_disk_gets_a_sentence(tmp_path: Path, strategy: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-c", "from workshoplib.cli import main; main()", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ran.returncode, b"No space left" in ran.stderr, b"Traceback" in ran.stderr) == (2, True, False)


def test_a_strategy_is_known_by_its_ending_in_capitals_too(workshop: Workshop, strategy: Path) -> None:
    strategy.rename(strategy.with_suffix(".YAML"))
    assert workshop("export", "fjellheim.YAML").status == 0


def test_a_folder_s_long_name_is_cut_where_it_names_the_organisation(workshop: Workshop, tmp_path: Path) -> None:
    workshop("new", "n" * 130)
    out = workshop("export", f"{'n' * 130}/{'n' * 130}.workshop").out
    assert files.read(out, "out.yaml").organisation.name == "n" * 120


def test_one_bad_file_does_not_stop_the_report_of_the_others(workshop: Workshop) -> None:
    ran = workshop("report", "nowhere.yaml", "neither.yaml")
    assert ["nowhere.yaml" in ran.err, "neither.yaml" in ran.err] == [True, True]


def test_sentences_come_in_the_language_of_the_machine(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from workshoplib.cli import main; main()", "export", "borte.yaml"],
        cwd=tmp_path,
        env=os.environ | {"WORKSHOP_LANGUAGE": "nb", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stderr) == (
        2,
        words("nb").error(NoFile(MISSING, path=str(tmp_path / "borte.yaml"))) + "\n",
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "no_NO"}, "nb"),
        ({"LANG": "nn_NO.UTF-8"}, "nb"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "da_DK.UTF-8"}, "da"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
        ({"LANG": "nb_NO.UTF-8", "WORKSHOP_LANGUAGE": "sv"}, "sv"),
    ],
)
def test_the_machine_s_settings_decide_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_the_schema_is_one_that_an_editor_can_read(workshop: Workshop) -> None:
    assert json.loads(workshop("schema").out) == files.schema()


def test_the_sample_strategy_used_here_is_what_it_seems() -> None:
    organisation = Organisation(name="Fjellheim", vision="Everyone out on Sunday")
    assert files.read(STRATEGY, "in.yaml") == Strategy(organisation=organisation)


def test_an_import_keeps_what_it_replaces_as_a_document_beside(
    workshop: Workshop, tmp_path: Path, strategy: Path
) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    strategy.write_text("organisation:\n  name: Somebody else\n", encoding="utf-8")
    said = workshop("import", "fjellheim.workshop", strategy.name).out
    kept = next(tmp_path.glob("fjellheim.before-import-*.yaml"))
    assert (kept.name in said, files.read(kept.read_bytes(), kept.name)) == (True, files.read(STRATEGY, "in.yaml"))


def test_a_folder_with_one_workshop_stands_for_it(workshop: Workshop, strategy: Path) -> None:
    workshop("import", "made.workshop", strategy.name)
    assert "Fjellheim" in workshop("export", ".").out


def test_the_history_shows_what_was_written(workshop: Workshop, strategy: Path) -> None:
    workshop("import", "fjellheim.workshop", strategy.name)
    assert "organisation.vision  Everyone out on Sunday" in workshop("history", "fjellheim.workshop").out


def test_two_workshops_of_one_name_get_a_report_each(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshoplib.report.make_report", lambda *_, **__: "<html>")
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.yaml").write_text(STRATEGY, encoding="utf-8")
    workshop("report", "a/x.yaml", "b/x.yaml", "--out", "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["x-en-2.html", "x-en.html"]
