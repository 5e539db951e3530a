from ezlink import EZLink

client = EZLink(timeout=30)
reply = client.chat.completions.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "Say this is a test!"}],
    temperature=0.7,
)
choice = reply.choices[0]
print(choice.message.content, choice.finish_reason)
if reply.usage:
    print(reply.usage.prompt_tokens, "+", reply.usage.completion_tokens, "=", reply.usage.total_tokens)
