from openai import OpenAI, omit

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], max_completion_tokens=omit
)
print(completion.choices[0].message.content)
