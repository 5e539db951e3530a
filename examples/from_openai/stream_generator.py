from collections.abc import Iterator

from openai import OpenAI

client = OpenAI()


def answer(text: str) -> Iterator[str]:
    for chunk in client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": text}], stream=True
    ):
        if content := chunk.choices[0].delta.content:
            yield f"data: {content}\n\n"


print(list(answer("Hello!"))[:2])
