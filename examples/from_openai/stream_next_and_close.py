from openai import OpenAI

client = OpenAI()

stream = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], stream=True)
first = next(stream)
print(first.object, first.choices[0].delta.role)
stream.close()
