"""The engine: papermill's own, with an interpreter in place of a kernel.

papermill imports this module when it is imported itself; so nobody else should, who has not imported papermill before.
"""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from nbclient.client import timestamp
from nbclient.exceptions import CellExecutionComplete, CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, NotebookExecutionManager
from papermill.log import logger
from papermill.utils import merge_kwargs, remove_args

from workshoplib.engines.interpreters import Child, Died, Here, Interpreter
from workshoplib.engines.shell import Message
from workshoplib.engines.warming import can_fork

_THIS_PYTHON = ("python3", "python")
"""Names of the kernel that would run on the interpreter that runs us; any other may be another program."""


class InProcessEngine(NBClientEngine):  # type: ignore[misc]
    """Runs cells in a forked child, or in this process, and fills in the notebook as papermill's own engine does.

    Left to papermill's own are notebooks for other kernels, and calls from within a notebook, where a shell is at work
    already. Unlike in a kernel there is no event loop between cells, and widgets have no state to keep.
    """

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        log_output: bool = False,
        stdout_file: Any = None,
        stderr_file: Any = None,
        start_timeout: float = 60,
        execution_timeout: float | None = None,
        fork: bool = True,
        **kwargs: Any,
    ) -> None:
        """Runs the notebook; with ``fork=False`` in this process even where a child could be had."""
        told = {"log_output": log_output, "stdout_file": stdout_file, "stderr_file": stderr_file}
        if kernel_name not in _THIS_PYTHON or InteractiveShell.initialized():
            times = {"start_timeout": start_timeout, "execution_timeout": execution_timeout}
            super().execute_managed_notebook(nb_man, kernel_name, **told, **times, **kwargs)
            return
        traits = merge_kwargs(
            remove_args(["input_path", "timeout", "startup_timeout"], **kwargs),
            timeout=execution_timeout or kwargs.get("timeout"),
            kernel_name=kernel_name,
            log=logger,
            **told,
        )
        with Child() if fork and can_fork() else Here() as interpreter:
            _Client(nb_man, interpreter, **traits).execute()


class _Client(PapermillNotebookClient):  # type: ignore[misc]
    """Takes an interpreter's messages as nbclient takes a kernel's."""

    def __init__(self, nb_man: NotebookExecutionManager, interpreter: Interpreter, **traits: Any) -> None:
        super().__init__(nb_man, **traits)
        self._interpreter = interpreter

    def execute(self) -> None:
        self.reset_execution_trackers()
        self.papermill_execute_cells()
        self.nb.metadata["language_info"] = _language()

    def execute_cell(self, cell: NotebookNode, cell_index: int) -> NotebookNode:
        tags = cell.metadata.get("tags", ())
        if cell.cell_type != "code" or not cell.source.strip() or self.skip_cells_with_tag in tags:
            return cell
        if self.record_timing:
            cell.metadata["execution"] = {}
        cell.outputs = []
        self.clear_before_next_output = False
        self.code_cells_executed += 1
        reply = self._reply(cell, cell_index)
        if self.record_timing:
            cell.metadata["execution"]["shell.execute_reply"] = timestamp(reply)
        self._raise_for_error(cell, reply["content"])
        return cell

    def _reply(self, cell: NotebookNode, cell_index: int) -> dict[str, Any]:
        def tell(message: Message) -> None:
            with suppress(CellExecutionComplete):  # the reply follows
                self.process_message(_with_header(message), cell, cell_index)

        seconds = self._get_timeout(cell)
        try:
            return _with_header(self._interpreter.run(cell.source, tell, seconds))
        except TimeoutError:
            error = CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", seconds or 0, cell)
            raise error from None
        except Died as error:
            raise DeadKernelError("Kernel died") from error

    def _raise_for_error(self, cell: NotebookNode, content: dict[str, Any]) -> None:
        forgiven = not self.force_raise_errors and (
            self.allow_errors
            or content.get("ename") in self.allow_error_names
            or "raises-exception" in cell.metadata.get("tags", ())
        )
        if content["status"] == "error" and not forgiven:
            raise CellExecutionError.from_cell_and_msg(cell, content)


def _with_header(message: Message) -> dict[str, Any]:
    header = {"msg_type": message.kind, "date": datetime.now(UTC)}
    return {"msg_type": message.kind, "header": header, "parent_header": {}, "content": message.content}


def _language() -> dict[str, Any]:
    """What a Python kernel says of its language."""
    return {
        "name": "python",
        "version": sys.version.split()[0],
        "mimetype": "text/x-python",
        "codemirror_mode": {"name": "ipython", "version": sys.version_info[0]},
        "pygments_lexer": "ipython3",
        "nbconvert_exporter": "python",
        "file_extension": ".py",
    }
