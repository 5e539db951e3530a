from ezlink import EZLink

client = EZLink()  # reads EZLINK_API_KEY; or EZLink("sk-...")

reply = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Hello!"}],
)
print(reply.choices[0].message.content)
