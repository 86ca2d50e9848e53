"""The participants' page: our one notebook, run in a person's kernel and put into our template by Voilà."""

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from workshoplib.words import words

TEMPLATE = "workshop"

_MANAGERS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8"]
"""The extensions that the page needs. Others that happen to be installed are not loaded."""


class PageRenderer(NotebookRenderer):
    """Voilà's renderer for a notebook that is a file of ours, wherever it lies."""

    async def load_notebook(self, path: str) -> NotebookNode:
        """The notebook at a path."""
        return await self.fix_notebook(nbformat.read(path, as_version=4))


async def rendered(app: Any, notebook: Path, kernel_id: str, language: str) -> str:
    """The page as HTML, when the notebook's cells have run in the kernel; the template knows the ``language``.

    ``app`` is the Voilà application: its configuration, template paths and managers.
    """
    configuration = app.voila_configuration
    page_config = get_page_config(
        base_url=app.base_url, settings=app.settings, log=app.log, voila_configuration=configuration
    )
    renderer = PageRenderer(
        voila_configuration=configuration,
        traitlet_config=app.config,
        notebook_path=str(notebook),
        template_paths=app.template_paths,
        config_manager=app.config_manager,
        contents_manager=app.contents_manager,
        base_url=app.base_url,
        kernel_spec_manager=app.kernel_spec_manager,
        page_config=page_config,
    )
    await renderer.initialize()
    renderer.resources |= {"language": language, "say": words(language), "title": app.how.title}
    return await renderer.generate_content_str(kernel_id, app.kernel_manager.get_kernel(kernel_id))


def extensions() -> list[str]:
    """The names of the page's extensions."""
    return list(_MANAGERS)
