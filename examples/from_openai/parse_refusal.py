from openai import OpenAI
from pydantic import BaseModel


class City(BaseModel):
    city: str


client = OpenAI()

completion = client.chat.completions.parse(
    model="gpt-4o", messages=[{"role": "user", "content": "TRIGGER:refusal"}], response_format=City
)
message = completion.choices[0].message
print(message.parsed, message.refusal)
