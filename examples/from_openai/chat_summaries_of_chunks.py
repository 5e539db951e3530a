from openai import OpenAI

client = OpenAI()


def chunks_of(text: str, size: int) -> list[str]:
    words = text.split()
    return [" ".join(words[start : start + size]) for start in range(0, len(words), size)]


summaries: list[str] = []
for chunk in chunks_of("The quick brown fox jumped over the lazy dog. " * 3, 12):
    messages = [{"role": "system", "content": "Rewrite this text in summarized form."}]
    if summaries:
        messages.append({"role": "user", "content": "Previous summaries:\n\n" + "\n\n".join(summaries)})
    messages.append({"role": "user", "content": chunk})
    response = client.chat.completions.create(model="gpt-4o", messages=messages, temperature=0)
    summaries.append(response.choices[0].message.content)
print(len(summaries), summaries[-1])
