"""Choice: which platforms come first, how surely, and which weight would change the answer.

``smaa``, ``exact``, ``tipping`` and ``agreement`` take arrays and know no strategy; ``criteria`` and ``weighing`` make
such arrays from what a workshop has answered.
"""
