from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
dumped = completion.model_dump()
print(sorted(dumped.keys() & {"id", "created", "choices"}), dumped["choices"][0]["message"]["content"])
print(completion.choices[0].message.model_dump(exclude_none=True))
print(completion.usage.model_dump(include={"total_tokens"}))
