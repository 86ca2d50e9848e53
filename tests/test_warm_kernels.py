"""Kernels forked from a warm process: they are what stock kernels are, and end when they should."""

import base64
import json
import os
import re
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from jupyter_kernel_test import KernelTests
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from forking import (
    SECONDS,
    WarmManager,
    is_forked,
    is_running,
    kernel,
    own_warm_process,
    parent,
    printed,
    soon,
    zombies_of,
)
from test_engines import CELLS, ONLY_IN_A_PROCESS_OF_ITS_OWN
from workshoplib.engines.kernels.provisioner import WarmProvisioner

PROJECT = Path(__file__).parents[1]
SPECIFICATION = PROJECT / "src/workshoplib/engines/kernels/kernelspec/kernel.json"
PRELOAD = json.loads(SPECIFICATION.read_text())["metadata"]["kernel_provisioner"]["config"]["preload"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")

Kernel = tuple[KernelManager, BlockingKernelClient]


@pytest.fixture(scope="module")
def warm() -> Iterator[Kernel]:
    """A kernel that tests look at and do not harm."""
    with kernel(preload=PRELOAD) as running:
        yield running


class TestPublicSuite(KernelTests):
    """The suite by which Jupyter's own kernels are tested."""

    __test__ = True
    language_name = "python"
    file_extension = ".py"
    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('test', file=sys.stderr)"
    completion_samples = [{"text": "zi", "matches": {"zip"}}]  # noqa: RUF012
    complete_code_samples = ["1", "print('hello, world')", "def f(x):\n  return x*2\n\n\n"]  # noqa: RUF012
    incomplete_code_samples = ["print('''hello", "def f(x):\n  x*2"]  # noqa: RUF012
    invalid_code_samples = ["import = 7q"]  # noqa: RUF012
    code_page_something = "zip?"
    code_generate_error = "raise"
    code_execute_result = [{"code": "1+2+3", "result": "6"}, {"code": "[2] * 2", "result": "[2, 2]"}]  # noqa: RUF012
    code_display_data = [  # noqa: RUF012
        {"code": "from IPython.display import HTML, display; display(HTML('<b>test</b>'))", "mime": "text/html"},
        {"code": "from IPython.display import Math, display; display(Math('\\\\frac{1}{2}'))", "mime": "text/latex"},
    ]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "search")  # a stock kernel tells ranges of its own session as 0
    code_inspect_sample = "zip"
    code_clear_output = "from IPython.display import clear_output; clear_output()"
    support_iopub_welcome = True

    @classmethod
    def setUpClass(cls) -> None:
        cls.km = WarmManager()
        cls.km.start_kernel(preload=PRELOAD)
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(SECONDS)

    def test_it_was_forked(self) -> None:
        assert is_forked(self.km)


del KernelTests  # else it would be collected as well

WIDGETS = {
    "a form": "import ipywidgets as w\nname = w.Text('Kari', description='Name')\n"
    "box = w.VBox([name, w.IntSlider(3), w.Button(description='Save')])\nbox",
    "a link": "other = w.Text()\nw.jslink((name, 'value'), (other, 'value'))\nname.value = 'Ola'\nother",
    "an output": "out = w.Output()\nwith out:\n    print('inside')\n    display(7)\nout",
    "a progress bar": "w.IntProgress(2, max=5)",
}
EVERYTHING = {**CELLS, **ONLY_IN_A_PROCESS_OF_ITS_OWN, **WIDGETS}


@pytest.fixture(scope="module")
def executed() -> Mapping[str, NotebookNode]:
    """The notebook of all kinds of output, by a stock kernel and by a forked one."""
    return {"stock": _run(KernelManager()), "warm": _run(WarmManager(), preload=PRELOAD)}


def _run(manager: KernelManager, **launch: Any) -> NotebookNode:
    sources = {"greeting": "greeting = 'hello'", **EVERYTHING}
    tags = {"tags": ["raises-exception"]}
    notebook = new_notebook(cells=[new_code_cell(source, metadata=tags) for source in sources.values()])
    manager.start_kernel(**launch)
    try:
        NotebookClient(notebook, km=manager, timeout=SECONDS).execute(cleanup_kc=True)
    finally:
        if manager.has_kernel:
            manager.shutdown_kernel(now=True)
    return notebook


def _alike(told: object) -> object:
    """What was told, with the ids of widgets in the order in which they come, and without processes' numbers."""
    numbers: dict[str, str] = {}
    text = re.sub(r"[0-9a-f]{32}", lambda found: numbers.setdefault(found[0], str(len(numbers))), json.dumps(told))
    return json.loads(re.sub(r"ipykernel_\d+|0x[0-9a-f]+", "", text))


def _shown(notebook: NotebookNode, source: str) -> object:
    cell = next(cell for cell in notebook.cells if cell.source == source)
    return _alike([cell.outputs, cell.execution_count])


@pytest.mark.slow
@pytest.mark.parametrize("source", EVERYTHING.values(), ids=EVERYTHING)
def test_a_cell_shows_what_it_shows_in_a_stock_kernel(executed: Mapping[str, NotebookNode], source: str) -> None:
    assert _shown(executed["warm"], source) == _shown(executed["stock"], source)


@pytest.mark.slow
def test_a_figure_has_the_same_bytes(executed: Mapping[str, NotebookNode]) -> None:
    images = [
        [output.data["image/png"] for cell in notebook.cells for output in cell.outputs if "image/png" in str(output)]
        for notebook in executed.values()
    ]
    assert images[0] == images[1]
    assert base64.b64decode(images[0][0]).startswith(b"\x89PNG")


@pytest.mark.slow
def test_widgets_have_the_same_state(executed: Mapping[str, NotebookNode]) -> None:
    states = [
        _alike(list(notebook.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"].values()))
        for notebook in executed.values()
    ]
    assert states[0] == states[1]
    assert len(states[0]) > 10  # type: ignore[arg-type]


def test_the_project_declares_the_provisioner_that_the_kernel_specification_names() -> None:
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]["entry-points"]
    (provisioners,) = [declared[KernelProvisionerFactory.GROUP_NAME]]
    named = json.loads(SPECIFICATION.read_text())["metadata"]["kernel_provisioner"]["provisioner_name"]
    assert EntryPoint(named, provisioners[named], "").load() is WarmProvisioner


def test_a_kernel_specification_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("workshop-warm", f"{WarmProvisioner.__module__}:WarmProvisioner", "")
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setitem(factory.provisioners, "workshop-warm", entry)
    manager = KernelManager()
    manager._kernel_spec = KernelSpec.from_resource_dir(str(SPECIFICATION.parent))
    with kernel(manager) as (_, client):
        assert printed(client, "print(sum(range(5)))") == "10\n"
    assert isinstance(manager.provisioner, WarmProvisioner)


def test_each_kernel_has_its_own_environment_folder_and_arguments(tmp_path: Path) -> None:
    look = "import os, sys; print(os.getcwd(), os.environ.get('OF_ONE'), sys.argv[-1])"
    told = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        with kernel(cwd=str(tmp_path / name), env={**os.environ, "OF_ONE": name}, preload=PRELOAD) as (manager, client):
            assert is_forked(manager)
            told.append(
                (printed(client, look), f"{tmp_path / name} {name} {os.path.realpath(manager.connection_file)}\n")
            )
    assert [told[0][0], told[1][0]] == [told[0][1], told[1][1]]


def test_a_kernel_has_nothing_of_the_environment_of_those_who_were_before(warm: Kernel) -> None:
    with kernel(env={**os.environ, "SECRET": "yes"}, preload=PRELOAD) as (manager, client):
        assert is_forked(manager)
        assert printed(client, "import os; print(os.environ['SECRET'])") == "yes\n"
    with kernel(preload=PRELOAD) as (_, client):
        assert printed(client, "import os; print(os.environ.get('SECRET'))") == "None\n"
    warm_process = parent(warm[0].provisioner.pid)
    assert b"SECRET" not in Path(f"/proc/{warm_process}/environ").read_bytes()


def test_a_kernel_has_the_time_zone_that_it_is_given() -> None:
    with kernel(env={**os.environ, "TZ": "Asia/Tokyo"}, preload=PRELOAD) as (_, client):
        assert printed(client, "import time; print(time.strftime('%Z'))") == "JST\n"


def test_no_two_kernels_draw_the_same_numbers() -> None:
    draw = "import random, numpy; print(random.random(), numpy.random.random())"
    drawn = []
    for _ in range(2):
        with kernel(preload=PRELOAD) as (_manager, client):
            drawn.append(printed(client, draw).split())
    assert set(drawn[0]) & set(drawn[1]) == set()


def test_a_kernel_may_start_processes_and_threads(warm: Kernel) -> None:
    source = (
        "import subprocess, threading\n"
        "thread = threading.Thread(target=print, args=('thread',)); thread.start(); thread.join()\n"
        "print(subprocess.run(['echo', 'program'], capture_output=True, text=True).stdout)"
    )
    assert printed(warm[1], source).split() == ["thread", "program"]


def test_a_kernel_may_compute_in_parallel(warm: Kernel) -> None:
    source = "import numpy; print((numpy.ones((400, 400)) @ numpy.ones((400, 400)))[0, 0])"
    assert printed(warm[1], source) == "400.0\n"


def test_a_running_cell_is_interrupted() -> None:
    with kernel(preload=PRELOAD) as (manager, client):
        asked = client.execute("import time; print('begun'); time.sleep(60)")
        while client.get_iopub_msg(timeout=SECONDS)["msg_type"] != "stream":
            pass
        manager.interrupt_kernel()
        reply = client.get_shell_msg(timeout=SECONDS)
        assert (reply["parent_header"]["msg_id"], reply["content"]["ename"]) == (asked, "KeyboardInterrupt")


def test_a_kernel_is_restarted_fresh() -> None:
    with kernel(preload=PRELOAD) as (manager, client):
        before = printed(client, "left = 1; import os; print(os.getpid())")
        manager.restart_kernel()
        client.wait_for_ready(SECONDS)
        assert printed(client, "import os; print('left' in globals())") == "False\n"
        assert printed(client, "print(os.getpid())") != before


@pytest.mark.parametrize(
    ("ending", "status"), [("os._exit(7)", 7), ("os.kill(os.getpid(), 9)", -9), ("os.kill(os.getpid(), 15)", -15)]
)
def test_how_a_kernel_ended_is_told(ending: str, status: int) -> None:
    with kernel(preload=PRELOAD) as (manager, client):
        process = manager.provisioner.process
        client.execute(f"import os; {ending}")
        assert process.wait() == status


def test_what_cells_left_open_is_written_when_a_kernel_is_shut_down(tmp_path: Path) -> None:
    with kernel(preload=PRELOAD) as (manager, client):
        written = tmp_path / "written"
        printed(
            client, f"import atexit; file = open({str(written)!r}, 'w'); file.write('whole'); atexit.register(print)"
        )
        manager.shutdown_kernel()
        assert written.read_text() == "whole"


def test_a_kernel_that_was_ended_leaves_no_zombie() -> None:
    pids = []
    for now in (True, False):
        with kernel(preload=PRELOAD) as (manager, _):
            pids.append(manager.provisioner.pid)
            warm_process = parent(manager.provisioner.pid)
            manager.shutdown_kernel(now=now)
    assert soon(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
    assert zombies_of(warm_process) == []


MANAGER = """
import sys, time
sys.path.insert(0, sys.argv[1])
from forking import WarmManager, kernel, printed
with kernel(preload=["numpy"]) as (manager, client):
    program = printed(client, "import subprocess; sleeping = subprocess.Popen(['sleep', '60']); print(sleeping.pid)")
    print(manager.provisioner.pid, program, flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("warm_process_first", [False, True], ids=["alone", "after the warm process"])
def test_kernels_end_when_their_manager_is_killed(warm_process_first: bool) -> None:
    asked = [sys.executable, "-c", MANAGER, str(Path(__file__).parent)]
    with subprocess.Popen(asked, env=own_warm_process(), stdout=subprocess.PIPE, text=True) as manager:
        assert manager.stdout
        kernel_pid, program = map(int, manager.stdout.readline().split())
        if warm_process_first:
            os.kill(parent(kernel_pid), signal.SIGKILL)
        assert is_running(kernel_pid)
        manager.kill()
    assert soon(lambda: not is_running(kernel_pid) and not is_running(program))


def test_kernels_go_on_when_the_warm_process_is_killed_and_the_next_start_is_served_again() -> None:
    environment = own_warm_process()
    with kernel(env=environment) as (manager, client):
        pid = manager.provisioner.pid
        first = parent(pid)
        os.kill(first, signal.SIGKILL)
        assert soon(lambda: not is_running(first))
        assert (printed(client, "print('here')"), manager.is_alive()) == ("here\n", True)
        with kernel(env=environment) as (other, client_of_other):
            assert is_forked(other)
            assert parent(other.provisioner.pid) != first
            assert printed(client_of_other, "print('there')") == "there\n"
        manager.shutdown_kernel()
        assert not is_running(pid)


def test_a_start_while_the_warm_process_dies_falls_back() -> None:
    environment = own_warm_process()
    with kernel(env=environment) as (first, _):
        warm_process = parent(first.provisioner.pid)
        os.kill(warm_process, signal.SIGSTOP)  # it takes the request, and dies before it forks
        killer = subprocess.Popen(["/bin/sh", "-c", f"sleep 0.5; kill -9 {warm_process}"])
        with kernel(env=environment) as (manager, client):
            assert not is_forked(manager)
            assert printed(client, "print('stock')") == "stock\n"
        killer.wait()


@pytest.mark.parametrize("where", ["kernel", "manager"])
def test_nothing_is_forked_where_that_is_switched_off(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {**os.environ, "WORKSHOP_FORK": "off"} if where == "kernel" else dict(os.environ)
    if where == "manager":
        monkeypatch.setenv("WORKSHOP_FORK", "off")
    with kernel(env=environment, preload=PRELOAD) as (manager, client):
        assert not is_forked(manager)
        assert printed(client, "print('stock')") == "stock\n"


def test_a_library_that_starts_threads_keeps_kernels_from_being_forked(tmp_path: Path) -> None:
    (tmp_path / "threading_library.py").write_text(
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()"
    )
    environment = {**own_warm_process(), "PYTHONPATH": str(tmp_path)}
    with kernel(env=environment, preload=["threading_library"]) as (manager, client):
        assert not is_forked(manager)
        assert printed(client, "import threading_library; print('stock')") == "stock\n"


def test_a_library_that_is_not_there_is_no_matter() -> None:
    with kernel(env=own_warm_process(), preload=["no_such_library"]) as (manager, _):
        assert is_forked(manager)


def test_what_a_kernel_cannot_be_given_by_a_fork_is_launched() -> None:
    with kernel(preload=PRELOAD, stdout=subprocess.DEVNULL) as (manager, _):
        assert not is_forked(manager)


def test_only_its_user_can_reach_the_warm_process(warm: Kernel) -> None:
    command = Path(f"/proc/{parent(warm[0].provisioner.pid)}/cmdline").read_bytes().split(b"\0")
    socket = Path(next(part for part in command if part.endswith(b".socket")).decode())
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (socket, socket.parent)]
    assert modes == [0o600, 0o700]


def test_another_user_is_refused_even_with_the_socket_in_hand() -> None:
    import socket as sockets

    from workshoplib.engines.kernels.warm import is_own_user

    ours, theirs = sockets.socketpair(sockets.AF_UNIX, sockets.SOCK_SEQPACKET)
    with ours, theirs:
        assert (is_own_user(ours, os.getuid()), is_own_user(ours, os.getuid() + 1)) == (True, False)


def test_a_folder_that_others_may_enter_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / f"warm-kernels-{os.getuid()}").mkdir(mode=0o755)
    with kernel() as (manager, _):
        assert not is_forked(manager)


def test_the_warm_process_learns_what_kernels_import_by_themselves_when_they_start() -> None:
    code = (
        "import sys\nfrom workshoplib.engines.kernels import child, warm\n"
        "names = warm._rehearsed()\n"
        "print('ipykernel.debugger' in names, 'ipykernel.debugger' in sys.modules)\nwarm._import(names)\n"
        "print(warm._rehearsed())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-2:] == ["True False", "[]"]


def test_a_changed_interpreter_gets_a_warm_process_of_its_own(warm: Kernel) -> None:
    with kernel(env={**os.environ, "PYTHONOPTIMIZE": "1"}, preload=PRELOAD) as (manager, client):
        assert is_forked(manager)
        assert printed(client, "import sys; print(sys.flags.optimize)") == "1\n"
        assert parent(manager.provisioner.pid) != parent(warm[0].provisioner.pid)
