from pathlib import Path
from zlib import crc32

from dask.distributed import Client, LocalCluster

from ezlink import Call, batch, operations


def run_part(calls: dict[str, Call], output: Path) -> batch.Summary:
    """Send the calls of one part, on a worker. The worker takes the key from its own environment."""
    return batch.run(calls, output)


def run(cluster: Client, calls: dict[str, Call], directory: Path, parts: int) -> list[batch.Summary]:
    """Send calls in parts, each with results and a journal of its own in a directory that all workers share."""
    directory.mkdir(exist_ok=True)
    divided: dict[Path, dict[str, Call]] = {directory.resolve() / f"{number}.jsonl": {} for number in range(parts)}
    for name, call in calls.items():  # a call belongs to the same part in every run
        divided[directory.resolve() / f"{crc32(name.encode()) % parts}.jsonl"][name] = call
    return cluster.gather(cluster.map(run_part, divided.values(), divided, pure=False))


if __name__ == "__main__":
    texts = ["The food was delicious.", "one", "two", "three", "four", "five", "six", "seven"]
    calls = {
        f"text-{number}": operations.create_embedding(model="text-embedding-3-small", input=text)
        for number, text in enumerate(texts)
    }
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local, Client(local) as cluster:
        summaries = run(cluster, calls, Path("parts"), parts=4)
    print(sum(one.succeeded for one in summaries), "succeeded,", sum(one.unknown for one in summaries), "unknown")
