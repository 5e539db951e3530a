from ezlink import EZLink

client = EZLink()
completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Name ten animals."}],
    frequency_penalty=0.5,  # for each time that a token was sampled
    presence_penalty=0.5,  # once, if it was sampled at all
)
print(completion.choices[0].message.content)
