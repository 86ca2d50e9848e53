"""ipywidgets' own widgets, sharing what they do not need each for themselves.

Each of ipywidgets' widgets brings along a model of its size and one of its colours. Ours are styled by their classes
alone, so all of them in a process have the same two: a form has less than half as many models to make, to send and to
build up again in a browser.
"""

from typing import Any

import ipywidgets
from ipywidgets import DOMWidget, Widget
from ipywidgets.widgets.trait_types import InstanceDict

_ASPECTS = ("layout", "style")
_shared: dict[type[Widget], Widget] = {}


class _Sharing(DOMWidget):  # type: ignore[misc]
    def __init__(self, *arguments: Any, **traits: Any) -> None:
        kinds = self.traits()
        for name in _ASPECTS:
            if isinstance(kinds.get(name), InstanceDict):
                traits.setdefault(name, _of(kinds[name].klass))
        super().__init__(*arguments, **traits)


def _of(kind: type[Widget]) -> Widget:
    """The one of its kind; another one when it has been closed."""
    if kind not in _shared or _shared[kind].comm is None:
        _shared[kind] = kind()
    return _shared[kind]


class Box(_Sharing, ipywidgets.Box): ...  # type: ignore[misc]


class HBox(_Sharing, ipywidgets.HBox): ...  # type: ignore[misc]


class VBox(_Sharing, ipywidgets.VBox): ...  # type: ignore[misc]


class HTML(_Sharing, ipywidgets.HTML): ...  # type: ignore[misc]


class Text(_Sharing, ipywidgets.Text): ...  # type: ignore[misc]


class Textarea(_Sharing, ipywidgets.Textarea): ...  # type: ignore[misc]


class BoundedIntText(_Sharing, ipywidgets.BoundedIntText): ...  # type: ignore[misc]


class Button(_Sharing, ipywidgets.Button): ...  # type: ignore[misc]


class Checkbox(_Sharing, ipywidgets.Checkbox): ...  # type: ignore[misc]


class Dropdown(_Sharing, ipywidgets.Dropdown): ...  # type: ignore[misc]


class RadioButtons(_Sharing, ipywidgets.RadioButtons): ...  # type: ignore[misc]
