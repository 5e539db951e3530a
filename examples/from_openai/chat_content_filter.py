from openai import OpenAI

client = OpenAI()

choice = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "TRIGGER:filter"}]
).choices[0]
print("cut by the filter" if choice.finish_reason == "content_filter" else choice.message.content)
