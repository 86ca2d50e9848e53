"""JupyterLab for a workshop's folder: opened at its first page, its buttons in the workshop's language."""

import json
import os
import subprocess
import sys
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from workshoplib.errors import N_, WorkshopError
from workshoplib.folders import START
from workshoplib.store import SUFFIX
from workshoplib.words import Words, words
from workshoplib.workshops import opened, path_of, write_whole

_HIDDEN = ["*.workshop-*", "__pycache__", "*.pyc"]
"""What the file list leaves out: a workshop's lock and journal files belong to it, and nobody need touch them."""


class NoLab(WorkshopError):
    """JupyterLab is not installed."""


class NoFolder(WorkshopError):
    """The folder is none that ``workshop new`` has made."""


def run(folder: Path, say: Words, *, browser: bool, port: int) -> int:
    """JupyterLab's exit status, when it has ended."""
    place = path_of(str(folder))
    place = place.parent if place.suffix == SUFFIX and place.is_file() else place
    found = sorted(place.glob(f"*{SUFFIX}"))
    if not found:
        raise NoFolder(N_("There is no workshop in {folder}. Make one with “workshop new NAME”."), folder=str(folder))
    if find_spec("jupyterlab") is None:
        raise NoLab(N_("JupyterLab is not installed. Install it with: pip install 'workshoplib[lab]'"))
    with opened(str(found[0])) as workshop:
        spoken = workshop.strategy().organisation.language
    settings = place / ".lab"
    write_settings(settings, words(spoken.value) if spoken else say)
    return subprocess.run(command(place, settings, browser=browser, port=port), check=False).returncode  # noqa: S603


def command(place: Path, settings: Path, *, browser: bool, port: int) -> list[str]:
    """The command that opens JupyterLab in a folder; it listens on this machine only."""
    first = START if (place / START).is_file() else ""
    asked = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        f"--ServerApp.root_dir={place}",
        f"--LabApp.default_url=/lab/tree/{first}",
        f"--LabApp.user_settings_dir={settings}",
        f"--ContentsManager.hide_globs={_HIDDEN!r}",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        asked.append("--allow-root")  # in a container there is often nobody else; it still listens to this machine only
    return asked if browser else [*asked, "--no-browser"]


def write_settings(folder: Path, say: Words) -> None:
    """Writes the settings that the kit ships as the folder's own, the button that runs a notebook in this language."""
    settings = json.loads(files("workshoplib.lab").joinpath("overrides.json").read_text(encoding="utf-8"))
    button = settings["@jupyterlab/notebook-extension:panel"]["toolbar"][0]
    button |= {"label": say("Run all"), "caption": say("Run the whole notebook and show its forms")}
    for name, setting in settings.items():
        plugin, _, file = name.partition(":")
        write_whole(folder / plugin / f"{file}.jupyterlab-settings", json.dumps(setting, ensure_ascii=False, indent=2))
