from dataclasses import dataclass

from ezlink import EZLink


@dataclass
class City:
    city: str


client = EZLink()
with client.chat.completions.stream(
    model="gpt-4o",
    messages=[{"role": "user", "content": "JSON about Paris."}],
    response_format=City,
) as stream:
    for event in stream:
        if event.type == "content.delta":
            print(event.delta, end="", flush=True)
        elif event.type == "content.done":
            print("\n", event.parsed)
    completion = stream.get_final_completion()

print(completion.choices[0].finish_reason)
