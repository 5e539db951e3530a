from ezlink import EZLink

client = EZLink(timeout=30)
completion = client.chat.completions.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "Say this is a test!"}],
    temperature=0.7,
)
choice = completion.choices[0]
print(choice.message.content, choice.finish_reason)
if usage := completion.usage:
    print(usage.prompt_tokens, "+", usage.completion_tokens, "=", usage.total_tokens)
