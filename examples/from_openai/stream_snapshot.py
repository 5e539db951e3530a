from openai import OpenAI

client = OpenAI()

with client.chat.completions.stream(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}]) as stream:
    snapshots = [event.snapshot for event in stream if event.type == "content.delta"]
print(snapshots[0], "->", snapshots[-1])
