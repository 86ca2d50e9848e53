"""Reports: the step notebooks, run without anybody before them, become one document.

``run`` executes notebooks, ``sections`` keeps what is meant for readers, ``html`` lays it out.
"""

from collections.abc import Mapping, Sequence

from workshoplib.report.html import About, document
from workshoplib.report.run import Chapter, Progress, Workers, run
from workshoplib.report.sections import sections
from workshoplib.words import Words

__all__ = ["About", "Chapter", "Progress", "Workers", "make_report"]


def make_report(
    chapters: Sequence[Chapter],
    about: About,
    *,
    say: Words,
    parameters: Mapping[str, str],
    environment: Mapping[str, str] | None = None,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> str:
    """The report as one HTML file that needs nothing but itself; the same workshop and ``about`` give the same text.

    Each chapter's notebook is run with the parameters, which its parameters cell must declare; the environment is set
    for the notebooks only. Raises NotebookFailed with the sentence that a cell ended with.
    """
    executed = run(chapters, parameters, environment or {}, workers=workers, progress=progress)
    return document(sections(zip(chapters, executed, strict=True)), about, say)
