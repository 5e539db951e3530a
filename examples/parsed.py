from dataclasses import dataclass

import ezlink
from ezlink import EZLink
from ezlink.params import ChatCompletionMessageParam


@dataclass
class City:
    city: str
    population: int
    landmarks: list[str]


client = EZLink()
messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "JSON about Paris."}]

try:
    completion = client.chat.completions.parse(model="gpt-4o", messages=messages, response_format=City)
    message = completion.choices[0].message
    print(message.parsed or message.refusal)
except ezlink.LengthFinishReasonError as error:  # cut off; it was paid for all the same
    print(error.completion.choices[0].message.content)
