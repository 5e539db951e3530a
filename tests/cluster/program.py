"""A batch on a cluster: prints the process ids of the workers, then the counts of each part."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from dask.distributed import Client, LocalCluster

from examples.dask_batch import run
from ezlink import operations

if __name__ == "__main__":
    directory, number = Path(sys.argv[1]), int(sys.argv[2])
    calls = {f"c{index}": operations.create_embedding(model="m", input=f"c{index}") for index in range(number)}
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local, Client(local) as cluster:
        print(json.dumps(list(cluster.run(os.getpid).values())), flush=True)
        print(json.dumps([one._asdict() for one in run(cluster, calls, directory, 4)]), flush=True)
