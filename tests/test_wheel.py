"""The wheel: what it brings, and that it works where no checkout is."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's package in a folder of its own; what it depends on is this environment's."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_the_wheel_brings_all_that_the_checkout_has(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = {
        *(f"workshoplib/_shipped/notebooks/{path.name}" for path in (CHECKOUT / "notebooks").glob("*.ipynb")),
        *(f"workshoplib/_shipped/data/samples/{path.name}" for path in (CHECKOUT / "data/samples").glob("*.yaml")),
        *(f"workshoplib/_shipped/data/facts/{path.name}" for path in (CHECKOUT / "data/facts").glob("*.csv")),
        *(
            path.relative_to(CHECKOUT / "src").as_posix()
            for ending in ("py", "css", "mo", "j2", "json", "typed")
            for path in (CHECKOUT / "src/workshoplib").rglob(f"*.{ending}")
        ),
    }
    assert shipped - names == set()


def test_the_wheel_brings_jupyterlab_s_settings(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        settings = [name for name in archive.namelist() if name.endswith("overrides.d/workshoplib.json")]
    assert len(settings) == 1


def test_the_wheel_holds_no_file_that_somebody_filled_in(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if ".workshop" in name] == []


def test_a_workshop_can_be_made_and_read_where_no_checkout_is(installed: Path, tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); import workshoplib; "
        f"assert workshoplib.__file__.startswith({str(installed)!r}); "
        "from workshoplib.cli import main; main()"
    )
    for arguments in (["new", "demo", "--sample", "kystbrygg", "--language", "sv"], ["export", "demo/demo.workshop"]):
        ran = subprocess.run(
            [sys.executable, "-I", "-c", code, *arguments],
            cwd=tmp_path,
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
    made = {path.name for path in (tmp_path / "demo").glob("*.ipynb")}
    assert (len(made), "name: Kystbrygg" in ran.stdout) == (10, True)
