from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], store=True, metadata={"team": "lab"}
)
print(completion.choices[0].message.content)
