import math

from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], logprobs=True, top_logprobs=2
)
for token in completion.choices[0].logprobs.content:
    likely = [(one.token, round(math.exp(one.logprob), 3)) for one in token.top_logprobs]
    print(repr(token.token), round(token.logprob, 4), bytes(token.bytes).decode(), likely)
