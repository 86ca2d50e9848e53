"""Kernels that start fast: forked from a warm process, or from a room, or started before somebody asks for them.

For notebooks run one by one, the kernel specification ``workshop-warm`` is enough (``papermill -k workshop-warm …``).
A server mixes ``Forking`` into its kernel manager, and lets ``Kernels`` start what its multi kernel manager has::

    from workshoplib.engines.kernels.pool import Kernels
    from workshoplib.engines.kernels.provisioner import Forking

    class SeatKernelManager(Forking, ServerKernelManager):
        pass

    class Seats(AsyncMappingKernelManager):
        kernel_manager_class = f"{__name__}.SeatKernelManager"

        def __init__(self, **traits):
            super().__init__(**traits)
            self.kernels = Kernels(self, super().start_kernel, standby=4, preload=[…], environment=…, folder=…)

    why_not = await seats.kernels.open_room(notebook)  # optional: the notebook is run once, for all
    await seats.kernels.fill()
    ready = await seats.kernels.take()  # an id of the manager's; ready.notebook is to be shown, or, if None, to be run

Kernels are the manager's own in every respect: it knows their connections and keys, interrupts, restarts and ends
them, and notices how they end. A kernel of a room is restarted as it was when it came from the room.

- The environment that kernels get is the one given here, whoever takes them: nothing personal can be in it.
- They end when their manager dies, however it dies. When the warm process dies, they go on.
- ``WORKSHOP_FORK=off`` in their environment has them launched as usual, as everywhere but on Linux.
- Code that must run in each kernel of a room goes through ``forked.on_start``.
"""
