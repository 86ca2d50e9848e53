"""What a report costs, run by stock papermill kernels and by our engine: ``python benchmarks/report.py``.

Both run the ``workshop report`` command on a sample, once with one file and once with several, so that the costs of
starting are told apart from those of each report. Processor time counts all processes that the command started.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

SAMPLE = Path(__file__).parents[1] / "data" / "samples" / "kystbrygg.yaml"
COMMAND = "from workshoplib.cli import main; main()"
DAY = "2027-01-06"


class Cost(NamedTuple):
    """Seconds that a command took, of all processors and on the clock, and what it wrote."""

    cpu: float
    wall: float
    written: bytes


def cost(reports: int, *, kernels: bool) -> Cost:
    """What the command costs for a number of reports of the sample."""
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "WORKSHOP_KERNELS": "on" if kernels else "", "WORKSHOP_LANGUAGE": "en"}
        asked = [sys.executable, "-c", COMMAND, "report", *[str(SAMPLE)] * reports, "--on", DAY, "--out", folder]
        before, began = _cpu(), perf_counter()
        subprocess.run(asked, env=environment, capture_output=True, check=True)  # noqa: S603
        (html,) = Path(folder).glob("*.html")
        return Cost(_cpu() - before, perf_counter() - began, html.read_bytes())


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(counts: Sequence[int]) -> None:
    """Prints a line for each way and number of reports, and how they compare."""
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {SAMPLE.stem}")
    for reports in counts:
        stock = cost(reports, kernels=True)
        ours = cost(reports, kernels=False)
        print(f"reports: {reports}")
        print(f"  stock kernels  {stock.cpu:6.1f} s CPU  {stock.wall:6.1f} s")
        print(f"  our engine     {ours.cpu:6.1f} s CPU  {ours.wall:6.1f} s")
        print(f"  ratio          {stock.cpu / ours.cpu:6.1f}        {stock.wall / ours.wall:6.1f}")
        print(f"  the same bytes: {'yes' if stock.written == ours.written else 'no'}")


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1, 3])
