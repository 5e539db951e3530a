from concurrent.futures import ThreadPoolExecutor

from openai import OpenAI

client = OpenAI()


def ask(text: str) -> str:
    completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
    return completion.choices[0].message.content


with ThreadPoolExecutor(4) as pool:
    print(set(pool.map(ask, ["Hello!"] * 8)))
