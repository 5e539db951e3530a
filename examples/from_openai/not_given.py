from openai import NOT_GIVEN, OpenAI

client = OpenAI()


def ask(text: str, temperature: float | None = None) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": text}],
        temperature=temperature if temperature is not None else NOT_GIVEN,
        tools=NOT_GIVEN,
    )
    return completion.choices[0].message.content


print(ask("Hello!"), bool(NOT_GIVEN))
