from ezlink import batch, operations

calls = {
    "greeting": operations.create_chat_completion(model="gpt-4o", messages=[{"role": "user", "content": "Hello"}]),
    "vector": operations.create_embedding(model="text-embedding-3-small", input="Hello"),
}
summary = batch.run(calls, "results.jsonl")  # started again, it sends only what has no result yet
print(f"{summary.succeeded} succeeded, {summary.failed} failed, {summary.unknown} may have been paid for")

with open("results.jsonl", encoding="utf-8") as results:
    print(len(results.readlines()), "lines")
