"""What the README shows is what happens: its sessions are run and compared."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
NOT_RUN_HERE = (". .venv", "workshop lab", "workshop report fjellheim")
"""Finds the installed kit, opens a browser, or takes as long as a report does; other tests see to these."""


def sessions() -> list[tuple[str, str]]:
    """Each command that the README shows after a dollar sign, with the lines below it."""
    blocks = re.findall(r"^```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    steps = [step for block in blocks for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(step.partition("\n")[0], step.partition("\n")[2]) for step in steps]


def test_the_sessions_print_what_the_readme_shows(tmp_path: Path) -> None:
    for command, shown in sessions():
        if command.startswith(NOT_RUN_HERE):
            continue
        if command.startswith("cat "):
            (tmp_path / command.removeprefix("cat ")).write_text(shown, encoding="utf-8")
            continue
        arguments = command.removeprefix("workshop ").split()
        ran = subprocess.run(
            [sys.executable, "-c", "from workshoplib.cli import main; main()", *arguments],
            cwd=tmp_path,
            env={"PATH": "", "WORKSHOP_LANGUAGE": "en", "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert ran.stdout + ran.stderr == shown, command


def test_the_python_session_prints_what_the_readme_shows() -> None:
    session = next(iter(re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)))
    test = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", README))
def test_what_the_readme_links_to_is_there(target: str) -> None:
    assert (Path(__file__).parents[1] / target).exists()
