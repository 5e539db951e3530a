import math

from openai import OpenAI

client = OpenAI()

choice = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], logprobs=True, top_logprobs=2
).choices[0]
logprobs = [token.logprob for token in choice.logprobs.content]
print(f"perplexity {math.exp(-sum(logprobs) / len(logprobs)):.4f}, joint probability {math.exp(sum(logprobs)):.4f}")
