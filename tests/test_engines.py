"""Notebooks run without kernels: what comes out is what a stock kernel gives, and nothing hangs or leaks.

Everything runs in a process of its own, as in life: pytest's has threads, so it would never be forked.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workshoplib.engines import ENGINE, warm
from workshoplib.engines.headless import CellFailed, CellTookTooLong, Job, execute
from workshoplib.engines.warming import can_fork

CELLS: Mapping[str, str] = {
    "text": "import sys\nprint('one')\nprint('to err', file=sys.stderr)\nprint('two')",
    "a result": "greeting",
    "a result kept back": "greeting;",
    "a number beside a result": "_, Out[2]",
    "displays": "from IPython.display import HTML, SVG, Markdown, clear_output, display\n"
    "display(HTML('<b>bold</b>'), Markdown('*soft*'), 3.5)",
    "a raw bundle": "display({'text/html': '<i>x</i>', 'text/plain': '', 'application/x+json': {'a': [1]}}, raw=True)",
    "text between displays": "print('before')\ndisplay(1)\nprint('after')\n'last'",
    "a display to be changed": "shown = display(HTML('first'), display_id=True)\ndisplay('beside')",
    "a change of another cell's display": "shown.update(HTML('second'), metadata={'k': 1})",
    "cleared": "print('gone')\nclear_output()\nprint('kept')",
    "cleared when something comes": "print('gone')\nclear_output(wait=True)\ndisplay(SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>'))",
    "a figure": "import matplotlib.pyplot as plt\nplt.figure(figsize=(2, 1)).gca().bar([1, 2], [3, 4]);",
    "a figure by name": "%matplotlib inline\nfig, ax = plt.subplots(figsize=(2, 1))\nfig",
    "a table": "import pandas as pd\npd.DataFrame({'reach': [1, 2]})",
    "bytes and odd numbers": "import numpy as np\nfrom datetime import date\n"
    "display({'text/plain': 'x', 'image/png': b'abc', 'application/json': [np.int64(1), date(2027, 1, 6)]}, raw=True)",
    "captured": "%%capture caught\nprint('quiet')",
    "what was captured": "caught.stdout",
    "a program": "!echo from a program",
    "waiting at top level": "import asyncio\nawait asyncio.sleep(0)\n'done'",
    "help": "len?",
    "its own name": "__name__",
    "an error": "def reach():\n    return {}['reach']\n\nreach()",
    "an error of syntax": "1 +",
    "an error that tells itself": "class Said(Exception):\n    def _render_traceback_(self):\n"
    "        return [str(self)]\n\nraise Said('There is no workshop.')",
    "an error while shown": "class Shy:\n    def _repr_html_(self):\n        raise ValueError('no')\n\nShy() and 1",
    "a magic that is none": "%no_such_magic",
    "an end": "raise SystemExit",
}
ONLY_IN_A_PROCESS_OF_ITS_OWN: Mapping[str, str] = {
    "what programs print": "import os, subprocess\nprint('first')\nos.system('echo second')\n"
    "subprocess.run(['echo', 'third'])\nprint('fourth')"
}
WAYS: Mapping[str, dict[str, Any]] = {"forked": {}, "here": {"fork": False}}
forked_only = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")

Run = Callable[..., NotebookNode]


def notebook(*sources: str, tags: tuple[str, ...] = ()) -> NotebookNode:
    cells = [new_code_cell(source, id=f"cell-{n}", metadata={"tags": list(tags)}) for n, source in enumerate(sources)]
    return new_notebook(cells=cells)


def everything() -> NotebookNode:
    made = notebook(*CELLS.values(), *ONLY_IN_A_PROCESS_OF_ITS_OWN.values(), tags=("raises-exception",))
    parameters = new_code_cell("greeting = ''", id="parameters", metadata={"tags": ["parameters"]})
    made.cells = [parameters, new_markdown_cell("# Prose", id="prose"), *made.cells]
    return made


def papermill(text: str, parameters: dict[str, Any], engine: str | None, options: dict[str, Any]) -> str:
    """What papermill makes of a notebook; where a cell failed, what it had written by then."""
    from tempfile import TemporaryDirectory

    from papermill import PapermillExecutionError, execute_notebook

    with TemporaryDirectory() as folder:
        out = Path(folder, "out.ipynb")
        asked = {"kernel_name": "python3", "language": "python", "progress_bar": False, **options}
        with suppress(PapermillExecutionError):
            execute_notebook(
                nbformat.reads(text, as_version=4), out, parameters, engine_name=engine, cwd=folder, **asked
            )
        return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def worker() -> Iterator[ProcessPoolExecutor]:
    with ProcessPoolExecutor(1, get_context("spawn"), warm, (("matplotlib.pyplot", "numpy"),)) as pool:
        yield pool


@pytest.fixture
def run(worker: ProcessPoolExecutor) -> Run:
    def run(*sources: str, **options: Any) -> NotebookNode:
        asked = worker.submit(papermill, nbformat.writes(notebook(*sources)), {}, ENGINE, options)
        return nbformat.reads(asked.result(), as_version=4)

    return run


@pytest.fixture(scope="module")
def executed(worker: ProcessPoolExecutor) -> Mapping[str, NotebookNode]:
    """The notebook of all kinds of output: by a stock kernel, and in each of the engine's ways."""
    text = nbformat.writes(everything())
    asked = {"stock": (None, {}), **{way: (ENGINE, options) for way, options in WAYS.items()}}
    jobs = {
        name: worker.submit(papermill, text, {"greeting": "hello"}, engine, options)
        for name, (engine, options) in asked.items()
    }
    return {name: nbformat.reads(job.result(), as_version=4) for name, job in jobs.items()}


def shown(ran: NotebookNode, source: str) -> tuple[Any, Any]:
    cell = next(cell for cell in ran.cells if cell.source == source)
    return cell.outputs, cell.execution_count


def printed(ran: NotebookNode) -> str:
    outputs = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    return "".join(output.text for output in outputs if output.output_type == "stream")


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("source", CELLS.values(), ids=CELLS)
def test_a_cell_shows_what_it_shows_in_a_stock_kernel(
    executed: Mapping[str, NotebookNode], source: str, way: str
) -> None:
    assert shown(executed[way], source) == shown(executed["stock"], source)


@forked_only
@pytest.mark.slow
@pytest.mark.parametrize("source", ONLY_IN_A_PROCESS_OF_ITS_OWN.values(), ids=ONLY_IN_A_PROCESS_OF_ITS_OWN)
def test_what_programs_print_is_shown_where_the_cell_printed_it(
    executed: Mapping[str, NotebookNode], source: str
) -> None:
    assert [output.text for output in shown(executed["forked"], source)[0]] == ["first\nsecond\nthird\nfourth\n"]


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_notebook_carries_the_same_metadata(executed: Mapping[str, NotebookNode], way: str) -> None:
    def told(ran: NotebookNode) -> list[Any]:
        times = [sorted(cell.metadata.get("execution", ())) for cell in ran.cells]
        papermill = [cell.metadata.get("papermill", {}) for cell in ran.cells]
        states = [(cell.get("status"), cell.get("exception")) for cell in papermill]
        return [ran.metadata.language_info, sorted(ran.metadata), times, states]

    assert told(executed[way]) == told(executed["stock"])


def test_what_json_cannot_hold_fails_in_its_cell(run: Run) -> None:
    (error,) = run("display({'application/json': object}, raw=True)").cells[-1].outputs
    assert (error.ename, error.evalue) == ("TypeError", "<class 'object'> is not JSON serializable")


def test_a_question_fails_because_nobody_is_there(run: Run) -> None:
    (error,) = run("input('Your name')").cells[-1].outputs
    assert (error.ename, error.evalue) == (
        "StdinNotImplementedError",
        "raw_input was called, but this frontend does not support input requests.",
    )


@pytest.mark.parametrize("way", WAYS)
def test_cells_after_an_error_are_not_run(run: Run, way: str) -> None:
    ran = run("print('before')", "{}['reach']", "print('after')", **WAYS[way])
    assert printed(ran) == "before\n"


@pytest.mark.parametrize("way", WAYS)
def test_much_output_comes_whole(run: Run, way: str) -> None:
    assert len(printed(run("print('x' * 5_000_000)", **WAYS[way]))) == 5_000_001


@pytest.mark.parametrize("way", WAYS)
def test_threads_may_print(run: Run, way: str) -> None:
    source = (
        "import threading\n"
        "def work(): [print('x' * 99) for _ in range(200)]\n"
        "threads = [threading.Thread(target=work) for _ in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads];"
    )
    assert printed(run(source, **WAYS[way])).count("x") == 8 * 200 * 99


@pytest.mark.parametrize("way", WAYS)
def test_a_notebook_finds_nothing_of_the_one_before(run: Run, way: str) -> None:
    run("import os\nleft = 1\nos.environ['LEFT'] = 'yes'", **WAYS[way])
    ran = run("import os\nprint('left' in globals(), 'LEFT' in os.environ, len(Out))", **WAYS[way])
    assert printed(ran) == "False False 0\n"


@forked_only
def test_no_two_children_draw_the_same_numbers(run: Run) -> None:
    source = "import random, numpy\nprint(random.random(), numpy.random.random())"
    drawn = [printed(run(source)).split() for _ in range(2)]
    assert set(drawn[0]) & set(drawn[1]) == set()


@forked_only
def test_each_notebook_is_run_in_a_child_and_a_folder_of_its_own(run: Run, worker: ProcessPoolExecutor) -> None:
    pid, folder = printed(run("import os\nprint(os.getpid(), os.getcwd())")).split()
    assert int(pid) != worker.submit(os.getpid).result()
    assert folder != worker.submit(os.getcwd).result()


@forked_only
def test_a_child_leaves_without_the_exit_handlers_of_its_parent_but_closes_its_files(run: Run, tmp_path: Path) -> None:
    run(f"import atexit\nfile = open({str(tmp_path / 'written')!r}, 'w')\nfile.write('whole');")
    assert (tmp_path / "written").read_text() == "whole"


def test_a_process_with_threads_is_not_forked() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert not can_fork()
    finally:
        over.set()
        thread.join()


@forked_only
def test_threads_that_python_does_not_know_are_seen_too() -> None:
    code = (
        "import os; os.environ['OPENBLAS_NUM_THREADS'] = '2'\n"
        "import numpy, threading\nfrom workshoplib.engines.warming import can_fork\n"
        "print(threading.active_count(), len(os.listdir('/proc/self/task')) == 1, can_fork())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    python, alone, forks = ran.stdout.split()
    assert (python, forks) == ("1", alone)


@pytest.mark.parametrize("way", WAYS)
def test_a_cell_that_takes_too_long_is_ended(run: Run, way: str) -> None:
    with pytest.raises(TimeoutError, match="timed out"):
        run("import time\ntime.sleep(60)", execution_timeout=1, **WAYS[way])


@forked_only
def test_a_cell_that_takes_too_long_takes_its_programs_along(run: Run, tmp_path: Path) -> None:
    source = (
        "import subprocess, pathlib\n"
        "sleeping = subprocess.Popen(['sleep', '60'])\n"
        f"pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(sleeping.pid))\n"
        "sleeping.wait()"
    )
    with pytest.raises(TimeoutError):
        run(source, execution_timeout=1)
    assert not is_running(int((tmp_path / "pid").read_text()))


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@forked_only
def test_a_child_that_dies_is_noticed(run: Run) -> None:
    with pytest.raises(RuntimeError, match="Kernel died"):
        run("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")


@forked_only
def test_a_child_that_dies_is_noticed_while_its_own_child_lives_on(run: Run) -> None:
    with pytest.raises(RuntimeError, match="Kernel died"):
        run("import os, time\nif os.fork() == 0:\n    time.sleep(5)\n    os._exit(0)\nos._exit(3)")


@forked_only
@pytest.mark.slow
def test_what_dies_without_a_kernel_is_run_again_with_one(worker: ProcessPoolExecutor) -> None:
    text = nbformat.writes(notebook("import os\nprint('ran') if get_ipython().has_trait('kernel') else os._exit(1)"))
    ran = worker.submit(execute, Job(text, {}, {}, 60)).result()
    assert printed(nbformat.reads(ran, as_version=4)) == "ran\n"


def test_the_error_of_a_cell_is_told_across_processes(worker: ProcessPoolExecutor) -> None:
    job = Job(nbformat.writes(notebook("{}['reach']")), {}, {}, 60)
    with pytest.raises(CellFailed) as told:
        worker.submit(execute, job).result()
    assert (told.value.kind, told.value.said) == ("KeyError", "'reach'")


def test_a_cell_out_of_time_is_told_across_processes(worker: ProcessPoolExecutor) -> None:
    job = Job(nbformat.writes(notebook("import time\ntime.sleep(60)")), {}, {}, 1)
    with pytest.raises(CellTookTooLong):
        worker.submit(execute, job).result()


def test_the_environment_is_the_notebooks_alone(worker: ProcessPoolExecutor) -> None:
    job = Job(nbformat.writes(notebook("import os\nprint(os.environ['ONLY_HERE'])")), {}, {"ONLY_HERE": "yes"}, 60)
    ran = worker.submit(execute, job).result()
    left = worker.submit(os.getenv, "ONLY_HERE").result()
    assert (printed(nbformat.reads(ran, as_version=4)), left) == ("yes\n", None)


def test_a_notebook_for_another_kernel_is_left_to_papermill(run: Run) -> None:
    with pytest.raises(Exception, match="No such kernel named no-such-kernel"):
        run("1", kernel_name="no-such-kernel")


@pytest.mark.slow
def test_the_papermill_command_knows_the_engine(tmp_path: Path) -> None:
    made = notebook("print(sum(range(5)))")
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, tmp_path / "in.ipynb")
    asked = [sys.executable, "-m", "papermill", "--engine", ENGINE, "in.ipynb", "out.ipynb"]
    subprocess.run(asked, cwd=tmp_path, capture_output=True, check=True)
    (output,) = json.loads((tmp_path / "out.ipynb").read_text())["cells"][0]["outputs"]
    assert output == {"name": "stdout", "output_type": "stream", "text": ["10\n"]}
