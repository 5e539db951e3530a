from openai import OpenAI

client = OpenAI(max_retries=0, timeout=20.0)

patient = client.with_options(timeout=60.0, max_retries=5)
print(patient.max_retries, client.max_retries)
completion = client.with_options(max_retries=5).chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]
)
print(completion.choices[0].message.content)
