"""The control room: what the facilitator sees of a live workshop, and every move that they may make.

``sight`` looks at the store, ``state`` turns what was seen into what is shown, ``deeds`` writes what the facilitator
decides; none of the three knows a widget. ``room`` and the modules beside it put them on the screen.
"""
