"""A Dask cluster as an executor: simulations on many machines, where `horseshoe[cluster]` is installed.

Dask is imported only when a cluster is asked for. It must never start a cluster, nor stop one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from typing import Any

from game import __version__

PATIENCE = 10
"""Seconds in which a cluster must answer."""


class ClusterError(Exception):
    """A cluster cannot be used; the text says why and what to do."""


@contextmanager
def joined(address: str) -> Iterator[tuple[Executor, int]]:
    """Yield the cluster at an address as an executor, and how many workers it has; left as it was found.

    Raises ClusterError when Dask is not installed, nobody answers at the address, no worker is there, or one
    has not this version of the game.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "For --cluster Dask must be installed: pip install 'horseshoe[cluster]' (on the workers too)."
        ) from None
    logging.disable()  # what Dask notes of lost connections is not for whoever reads the report
    try:
        with closing(_client(Client, address)) as client:
            workers = client.nthreads()
            if not workers:
                raise ClusterError(
                    f"The cluster at {address} has no workers; start some: dask worker {address}"
                )
            if not _alike(client):
                raise ClusterError(f"Not all workers at {address} have Horseshoe {__version__}: install it.")
            yield client.get_executor(pure=False), len(workers)
    finally:
        logging.disable(logging.NOTSET)


def _client(kind: Any, address: str) -> Any:
    """Join the cluster, or raise ClusterError."""
    try:
        return kind(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as fault:
        raise ClusterError(
            f"No Dask scheduler answers at {address}: give it as tcp://HOST:PORT, and see that it runs."
        ) from fault


def _alike(client: Any) -> bool:
    """Whether all workers play the same game; others would count something else."""
    try:
        return set(client.run(version).values()) == {__version__}
    except Exception:  # whatever a worker without the game answers with
        return False


def version() -> str:
    """Return the version of the game where this is called; workers are asked for theirs."""
    return __version__
