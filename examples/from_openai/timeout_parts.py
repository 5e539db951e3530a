from openai import OpenAI, Timeout

client = OpenAI(timeout=Timeout(60.0, read=5.0, write=10.0, connect=2.0))

completion = client.chat.completions.create(
    model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}], timeout=Timeout(30.0, connect=1.0)
)
print(completion.choices[0].message.content, client.timeout.read, client.timeout.connect)
