import ezlink
from ezlink import EZLink

with EZLink() as client:
    stream = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": "Hello!"}],
        stream=True,
        stream_options={"include_usage": True},
    )
    try:
        for chunk in stream:
            if chunk.choices:
                print(chunk.choices[0].delta.content or "", end="", flush=True)
            if chunk.usage:
                print(f"\n{chunk.usage.total_tokens} tokens")
    except ezlink.StreamTruncated as error:  # the stream ended before its end marker
        print("\nincomplete after", len(error.events), "chunks; so far:", error.partial)
