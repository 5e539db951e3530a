from ezlink import EZLink

with EZLink() as client:
    stream = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": "Hello!"}],
        stream=True,
    )
    for text in stream.text():
        print(text, end="", flush=True)
    print()

    whole = stream.collect()  # the chunks folded into one ChatCompletion: tool calls, several choices and usage too
    print(whole.choices[0].finish_reason)
