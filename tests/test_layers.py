"""Who may import whom, and what must not be imported at all."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "workshoplib"

LAYERS = (
    {"errors", "places", "engines"},
    {"strategy", "facts", "words"},
    {"store", "analysis", "rules", "planners", "readers"},
    {"forms", "charts"},
    {"steps"},
    {"report", "workshops"},
    {"session", "asking", "batch", "live", "folders", "frames", "reports", "calendars", "planning"},
    {"cli", "lab"},
)
"""From the ground up: a module imports from its own layer or from one below it, never from one above."""

ALONE = {"store": {"store", "strategy", "errors"}, "engines": {"engines"}}
"""Modules that know even less than their layer would allow."""


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts != ("__init__",) and "_shipped" not in parts:
            yield parts[0], path


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("workshoplib"):
            names = [node.module] if node.module != "workshoplib" else [f"workshoplib.{n.name}" for n in node.names]
            yield from (name.split(".")[1] for name in names)
        if isinstance(node, ast.Import):
            yield from (n.name.split(".")[1] for n in node.names if n.name.startswith("workshoplib."))


def _height(module: str) -> int:
    return next(height for height, names in enumerate(LAYERS) if module in names)


@pytest.mark.parametrize(("module", "path"), list(_modules()), ids=lambda value: str(value)[-40:])
def test_a_module_imports_only_what_lies_below_it(module: str, path: Path) -> None:
    known = ALONE.get(module, {name for names in LAYERS[: _height(module) + 1] for name in names})
    assert set(_imported(path)) - known - {"__version__"} == set()


def _loaded_by(statement: str) -> set[str]:
    asked = f"import sys; {statement}; print(*{{name.split('.')[0] for name in sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_the_package_itself_imports_nothing_heavy() -> None:
    heavy = {"pandas", "ipywidgets", "matplotlib", "numpy", "pydantic", "sqlalchemy", "babel"}
    assert _loaded_by("import workshoplib") & heavy == set()


@pytest.mark.parametrize("module", ["strategy", "words", "store", "steps", "session", "report"])
def test_only_forms_and_charts_bring_widgets_and_plots(module: str) -> None:
    assert _loaded_by(f"import workshoplib.{module}") & {"pandas", "ipywidgets", "matplotlib"} == set()
