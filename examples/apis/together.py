import together_client
from together_client import TogetherClient, testing

CHUNK = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "Qwen/Qwen3.5-9B"}


# Bodies as the document describes them: a chunk of a stream, and the state of a video.
def chunk(text: str, finish_reason: str | None = None) -> dict[str, object]:
    delta = {"role": "assistant", "content": text}
    return {**CHUNK, "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}]}


def video(status: str, **more: object) -> dict[str, object]:
    return {"id": "v1", "model": "m", "status": status, "size": "16:9", "seconds": "5", "created_at": 0, **more}


# The server is a mock; without `transport` the client calls Together AI.
server = testing.MockTransport()
server.add("chat.completions.create", testing.events(chunk("Central "), chunk("Park", "stop")))
server.add("videos.create", video("in_progress"), testing.error(429, "slow down", "rate_limit"))
server.add("videos.retrieve", video("completed", outputs={"cost": 1, "video_url": "https://cdn.example/v1.mp4"}))

client = TogetherClient("key", transport=server, max_retries=0)

messages = [{"role": "user", "content": "What is fun in New York?"}]
for event in client.chat.completions.create(model="Qwen/Qwen3.5-9B", messages=messages, stream=True):
    print(event.choices[0].delta.content, end="")
print()

task = client.videos.create(model="minimax/video-01", prompt="A taxi in the rain")
print(task.wait().outputs.video_url)

try:
    client.videos.create(model="minimax/video-01", prompt="Another one")
except together_client.RateLimitError as error:
    print(error.code, error.outcome)
