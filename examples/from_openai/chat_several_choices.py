from openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], n=3, temperature=1
)
for choice in completion.choices:
    print(choice.index, choice.message.content)
