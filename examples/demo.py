"""The client at work: `make demo` runs this against the mock server, `make demo DEMO=live` against the real service."""

import io
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.rule import Rule

import ezlink
from ezlink import EZLink

console = Console()
QUESTION = "Hello!"
SENTENCE = "The quick brown fox jumped over the lazy dog."
FILES = Path("build/demo")


def title(text: str, code: str) -> None:
    console.print()
    console.print(Rule(f"[bold]{text}[/bold]", align="left"))
    console.print(f"[dim]{code}[/dim]", highlight=False)


def chat(client: EZLink) -> None:
    title("A chat completion", 'client.chat.completions.create(model="gpt-4o", messages=[...])')
    reply = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": QUESTION}])
    console.print(reply.choices[0].message.content, style="green", markup=False)
    if reply.usage is not None:
        console.print(f"{reply.usage.total_tokens} tokens, request {ezlink.response_info(reply).request_id}")


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


def others(client: EZLink) -> None:
    title("Embeddings, models, moderations", "client.embeddings.create(...), client.models.list(), ...")
    vector = client.embeddings.create(model="text-embedding-3-small", input="one", encoding_format="base64").data[0]
    numbers = ", ".join(f"{number:+.4f}" for number in vector.vector[:4])
    console.print(f"embedding   [{numbers}, ...], {len(vector.vector)} dimensions", markup=False)
    names = sorted({model.id for model in client.models.list().data})
    console.print(f"models      {len(names)}: {', '.join(names[:3])}, ...")
    verdict = client.moderations.create(model="text-moderation-stable", input="I want to kill them.").results[0]
    console.print(f"moderation  flagged {verdict.flagged}, violence {verdict.categories.violence}")


def voice(client: EZLink) -> None:
    title("Text to speech and back", 'client.audio.speech.create(model="tts-1", ...).save("voice.mp3")')
    console.print(f"spoken: {SENTENCE}", markup=False)
    saved(client.audio.speech.create(model="tts-1", voice="alloy", input=SENTENCE).save(FILES / "voice.mp3"))
    heard = client.audio.transcriptions.create(model="whisper-1", file=FILES / "voice.mp3")
    console.print(f"heard:  {heard.text}", style="green", markup=False)


def picture(client: EZLink) -> None:
    title("A picture, from prompt to upscale", 'client.midjourney.imagine(prompt="A lighthouse in the fog")')
    task = client.midjourney.imagine(prompt="A lighthouse in the fog")
    grid = task.wait(on_progress=ezlink.progress_bar, interval=1)  # seconds between polls; 1 is the minimum
    saved(grid.save(FILES / "grid.png"))
    console.print("buttons:", *(button.label or button.emoji for button in grid.buttons or []), markup=False)
    code = 'task.run_action("U2").wait(on_progress=ezlink.progress_bar).save("lighthouse.png")'
    console.print(f"[dim]{code}[/dim]", highlight=False)
    saved(task.run_action("U2").wait(on_progress=ezlink.progress_bar, interval=1).save(FILES / "lighthouse.png"))


def saved(path: Path) -> None:
    console.print(f"saved {path} ({path.stat().st_size} bytes)", style="green", markup=False)


def failure(client: EZLink) -> None:
    title("A failure", 'client.models.retrieve("no-such-model")')
    console.print("The gateway answers HTTP 200 with an error in the body. The client raises it:")
    try:
        client.models.retrieve("no-such-model")
    except ezlink.NotFoundError as error:
        console.print(f"{type(error).__name__}: {error}", style="red", markup=False, soft_wrap=not console.is_terminal)


def hint(error: ezlink.EZLinkError) -> str:
    if isinstance(error, ezlink.AuthenticationError):
        return "the service rejected this key: set EZLINK_API_KEY to a key of your account"
    if isinstance(error, ezlink.APIConnectionError):
        return "check EZLINK_BASE_URL, the network and the proxy settings"
    return "`python -m ezlink` shows the client's settings and whether the service answers"


def main() -> None:
    if isinstance(terminal := sys.stdout, io.TextIOWrapper):
        terminal.reconfigure(errors="replace")  # some buttons are emoji, which not every terminal can show
    FILES.mkdir(parents=True, exist_ok=True)
    with EZLink() as client:
        console.print(f"ezlink {ezlink.__version__}: {client!r}", highlight=False)
        for part in (chat, stream, others, voice, picture, failure):
            part(client)


if __name__ == "__main__":
    try:
        main()
    except ezlink.EZLinkError as error:
        sys.exit(f"{type(error).__name__}: {error}\n   hint: {hint(error)}")
    except OSError as error:
        sys.exit(f"{error.filename or FILES}: {error.strerror}\n   hint: the demo saves its files in {FILES}")
    except KeyboardInterrupt as error:
        # Its notes name the task that keeps running on the server.
        print("stopped", *getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)
        sys.exit(130)
