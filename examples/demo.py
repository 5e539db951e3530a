"""The client at work: `make demo` runs this against the embedded gateway, `make demo DEMO=live` against the service."""

import time

from rich.console import Console
from rich.rule import Rule

import ezlink
from ezlink import EZLink

console = Console()
QUESTION = "Hello!"


def title(text: str, code: str) -> None:
    console.print()
    console.print(Rule(f"[bold]{text}[/bold]", align="left"))
    console.print(f"[dim]{code}[/dim]", highlight=False)


def chat(client: EZLink) -> None:
    title("A chat completion", 'client.chat.completions.create(model="gpt-4o", messages=[...])')
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": QUESTION}])
    console.print(reply.choices[0].message.content, style="green", markup=False)
    if reply.usage is not None:
        console.print(f"{reply.usage.total_tokens} tokens, request {ezlink.received(reply).request_id}")


def stream(client: EZLink) -> None:
    title("The same, printed as it arrives", "for text in client.chat.completions.create(..., stream=True).text()")
    start = time.perf_counter()
    answer = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": QUESTION}], stream=True
    )
    first = None
    for text in answer.text():
        first = first or time.perf_counter() - start
        console.print(text, style="green", markup=False, end="")
    console.print(f"\nfirst words after {(first or 0) * 1000:.0f} ms, all after {(time.perf_counter() - start):.2f} s")


def embeddings(client: EZLink) -> None:
    title("Embeddings", 'client.embeddings.create(model="text-embedding-3-small", input=["one", "two", "three"])')
    result = client.embeddings.create(
        model="text-embedding-3-small", input=["one", "two", "three"], encoding_format="base64"
    )
    for item in result.data:
        numbers = ", ".join(f"{number:+.4f}" for number in item.vector[:4])
        console.print(f"{item.index}: [{numbers}, ...] ({len(item.vector)} dimensions)", markup=False)


def models(client: EZLink) -> None:
    title("The model list", "client.models.list()")
    names = sorted({model.id for model in client.models.list().data})
    console.print(f"{len(names)} models: {', '.join(names[:6])}, ...")


def moderation(client: EZLink) -> None:
    title("A moderation", 'client.moderations.create(input="I want to kill them.", ...)')
    result = client.moderations.create(model="text-moderation-stable", input="I want to kill them.").results[0]
    console.print(f"flagged: {result.flagged}, violence: {result.categories.violence}")


def failure(client: EZLink) -> None:
    title("A failure", 'client.models.retrieve("no-such-model")')
    console.print("The gateway answers this one with HTTP 200. The client does not take it for a model:")
    try:
        client.models.retrieve("no-such-model")
    except ezlink.NotFoundError as error:
        console.print(f"{type(error).__name__}: {error}", style="red", markup=False, soft_wrap=True)


def main() -> None:
    with EZLink() as client:
        console.print(f"ezlink {ezlink.__version__}: {client!r}", highlight=False)
        for part in (chat, stream, embeddings, models, moderation, failure):
            part(client)


if __name__ == "__main__":
    main()
