from ezlink import EZLink

client = EZLink()  # reads EZLINK_API_KEY; or pass the key: EZLink("sk-...")

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
)
print(completion.choices[0].message.content)
