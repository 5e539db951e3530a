from openai import OpenAI

client = OpenAI()


def mean_of(vectors: list[list[float]], weights: list[int]) -> list[float]:
    total = sum(weights)
    return [sum(w * x for w, x in zip(weights, column, strict=True)) / total for column in zip(*vectors, strict=True)]


chunks = ["one", "two", "three"]
data = client.embeddings.create(model="text-embedding-3-small", input=chunks).data
print([round(x, 4) for x in mean_of([item.embedding for item in data], [len(chunk) for chunk in chunks])])
