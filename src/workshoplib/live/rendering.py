"""The participants' page: our one notebook, put into our template by Voilà, for one kernel or once for a whole room."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from workshoplib.engines.kernels.pool import Ready
from workshoplib.live.sentences import sentences
from workshoplib.words import words

TEMPLATE = "workshop"

EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8")
"""The extensions that the page needs. Others that happen to be installed are not loaded."""

_ANY_KERNEL = "00000000-0000-4000-8000-000000000000"
"""Stands for the kernel in a page that is made once for a room."""


class PageRenderer(NotebookRenderer):  # type: ignore[misc]
    """Voilà's renderer for a notebook that is at hand."""

    def __init__(self, notebook: NotebookNode, **settings: Any) -> None:
        super().__init__(notebook_path="", **settings)
        self._given = notebook

    async def load_notebook(self, _: str) -> Any:
        """The notebook, told which kernel it is for."""
        return await self.fix_notebook(self._given)


class RoomRenderer(PageRenderer):
    """The same for a notebook that has run already: its cells hold what they showed."""

    async def _jinja_kernel_start(self, _: NotebookNode, kernel_id: str, kernel_future: None) -> str:
        assert kernel_future is None  # noqa: S101 - no kernel is asked anything
        return kernel_id

    async def _jinja_cell_generator(self, nb: NotebookNode, kernel_id: str) -> AsyncIterator[NotebookNode]:
        assert kernel_id == _ANY_KERNEL  # noqa: S101 - as above
        for cell in nb.cells:
            yield cell


class Pages:
    """The page of each kernel. ``app`` is the Voilà application: its configuration, template paths and managers."""

    def __init__(self, app: Any, notebook: Path, title: str) -> None:
        self._app = app
        self._notebook = notebook
        self._title = title
        self._of_room: dict[str, str] = {}

    async def page(self, ready: Ready, language: str) -> str:
        """The page as HTML, with what the notebook's cells show; the template knows the ``language``."""
        if ready.notebook is None:
            renderer = PageRenderer(self.notebook(), **self._settings())
            kernel = self._app.kernel_manager.get_kernel(ready.kernel_id)
            return await self._rendered(renderer, language, ready.kernel_id, kernel)
        return (await self.of_room(ready.notebook, language)).replace(_ANY_KERNEL, ready.kernel_id)

    async def of_room(self, notebook: NotebookNode, language: str) -> str:
        """The page of all kernels of a room, which wants only the kernel's id; made once."""
        if language not in self._of_room:
            renderer = RoomRenderer(notebook.copy(), **self._settings())
            self._of_room[language] = await self._rendered(renderer, language, _ANY_KERNEL, None)
        return self._of_room[language]

    def notebook(self) -> NotebookNode:
        """The notebook as it is in its file."""
        read: NotebookNode = nbformat.read(self._notebook, as_version=4)
        return read

    async def _rendered(self, renderer: PageRenderer, language: str, kernel_id: str, kernel: Any) -> str:
        await renderer.initialize()
        say = words(language)
        renderer.resources |= {
            "language": language,
            "sentences": sentences(say),
            "title": self._title,
            "assets": self._app.assets,
        }
        return str(await renderer.generate_content_str(kernel_id, kernel))

    def _settings(self) -> dict[str, Any]:
        app = self._app
        return {
            "voila_configuration": app.voila_configuration,
            "traitlet_config": app.config,
            "template_paths": app.template_paths,
            "config_manager": app.config_manager,
            "contents_manager": app.contents_manager,
            "base_url": app.base_url,
            "kernel_spec_manager": app.kernel_spec_manager,
            "page_config": get_page_config(
                base_url=app.base_url, settings=app.settings, log=app.log, voila_configuration=app.voila_configuration
            ),
        }
