import openai
from openai import OpenAI

client = OpenAI(max_retries=0)
waits: list[float] = []


def with_backoff(function, *, attempts: int = 3, first: float = 1.0):
    def call(**arguments):
        wait = first
        for _ in range(attempts):
            try:
                return function(**arguments)
            except openai.RateLimitError:
                waits.append(wait)  # time.sleep(wait)
                wait *= 2
        return None

    return call


ask = with_backoff(client.chat.completions.create)
print(ask(model="gpt-4o", messages=[{"role": "user", "content": "Hello! TRIGGER:429"}]), waits)
print(ask(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]).choices[0].message.content)
