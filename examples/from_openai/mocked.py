from unittest.mock import MagicMock

from openai import OpenAI

client = MagicMock(spec=OpenAI)
client.chat.completions.create.return_value.choices = []
print(client.chat.completions.create(model="gpt-4o", messages=[]).choices)
