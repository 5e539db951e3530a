from openai import OpenAI


class Assistant:
    def __init__(self, client: OpenAI) -> None:
        self.client = client

    def ask(self, text: str) -> str:
        completion = self.client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
        return completion.choices[0].message.content


print(Assistant(OpenAI()).ask("Hello!"))
