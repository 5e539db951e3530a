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

    completion = stream.collect()  # all chunks merged into one ChatCompletion
    print(completion.choices[0].finish_reason)
