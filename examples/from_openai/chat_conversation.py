from openai import OpenAI

client = OpenAI()

messages = [{"role": "user", "content": "Hello!"}]
first = client.chat.completions.create(model="gpt-4o", messages=messages)
messages.append(first.choices[0].message)
messages.append({"role": "user", "content": "And now in French, please."})
second = client.chat.completions.create(model="gpt-4o", messages=messages)
print(len(messages), second.choices[0].message.content)
