from openai import OpenAI

client = OpenAI()

usage = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]).usage
print(usage.prompt_tokens, usage.completion_tokens, usage.completion_tokens_details.reasoning_tokens)
