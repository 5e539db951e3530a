from openai import OpenAI

client = OpenAI()


def embedding_of(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def dot(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


labels = {label: embedding_of(f"An Amazon review with a {label} sentiment.") for label in ("negative", "positive")}
review = embedding_of("The food was delicious.")
print({label: round(dot(review, vector), 4) for label, vector in labels.items()})
