from openai import OpenAI

client = OpenAI()

with client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True
) as stream:
    for number, chunk in enumerate(stream):
        if number == 2:
            print(chunk.choices[0].delta.content)
            break
print(client.models.retrieve("gpt-4o").id)
