from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], logprobs=True, top_logprobs=2, stream=True
)
for chunk in stream:
    logprobs = chunk.choices[0].logprobs
    if logprobs is not None and logprobs.content:
        print([(token.token, round(token.logprob, 3)) for token in logprobs.content])
