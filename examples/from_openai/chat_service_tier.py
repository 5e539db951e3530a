from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], service_tier="auto"
)
print(completion.choices[0].finish_reason)
