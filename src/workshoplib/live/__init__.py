"""The live workshop: participants on their own devices, one server, one store behind it.

A participant's kernel holds a ``Seat`` and talks over a ``Line`` to the ``Desk`` in the server's process, which is the
only door to the store. So the kernel never holds what its person may not see.
"""
