from openai import OpenAI

client = OpenAI()

with client.chat.completions.stream(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]) as stream:
    for event in stream:
        if event.type == "content.delta":
            print(event.delta, end="|")
        elif event.type == "content.done":
            print("\n", event.content)
