"""A Dask cluster as an executor: simulations on many machines, where `horseshoe[cluster]` is installed.

Dask is imported only when a cluster is asked for. It must never start a cluster, nor stop one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

PATIENCE = 10
"""Seconds in which a cluster must answer."""


class ClusterError(Exception):
    """A cluster cannot be used; the text says why and what to do."""


@contextmanager
def joined(address: str) -> Iterator[tuple[Executor, int]]:
    """Yield the cluster at an address as an executor, and how many workers it has; left as it was found.

    Raises ClusterError when Dask is not installed, nobody answers at the address, or no worker is there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "For --cluster Dask must be installed: pip install 'horseshoe[cluster]' (on the workers too)."
        ) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as fault:
        raise ClusterError(
            f"No Dask scheduler answers at {address}: give it as tcp://HOST:PORT, and see that it runs."
        ) from fault
    try:
        workers = len(client.nthreads())
        if not workers:
            raise ClusterError(f"The cluster at {address} has no workers; start some: dask worker {address}")
        yield client.get_executor(pure=False), workers
    finally:
        client.close(timeout=PATIENCE)
