"""Types of the client's surface, read by pyright and mypy in strict mode, never run.

A line with an ignore comment is one that must not pass; both checkers report a comment that nothing needs.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypedDict, assert_type

import msgspec

import ezlink
from ezlink import (
    APIResponse,
    AsyncBinaryResponse,
    AsyncEZLink,
    AsyncStream,
    AsyncTask,
    BinaryResponse,
    Call,
    EZLink,
    ParsedStream,
    Stream,
    Task,
    omit,
    operations,
)
from ezlink.models import (
    AsyncImagesResponse,
    AsyncMidjourneyTask,
    AsyncStableImage,
    AsyncVideoGenerationResult,
    ChatCompletion,
    ChatCompletionChunk,
    CreateEmbeddingResponse,
    FileUpload,
    ImagesResponse,
    MidjourneyTask,
    Model,
    ModelList,
    ParsedChatCompletion,
    StabilityProgress,
    StableImage,
    StableVideo,
    Transcription,
    TranscriptionVerbose,
    VideoGenerationResult,
)
from ezlink.params import ChatCompletionMessageParam, ChatModel

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello!"}]
MODEL: ChatModel = "gpt-4o"


def overloads_follow_stream(client: EZLink, stream: bool) -> None:
    whole = client.chat.completions.create(model=MODEL, messages=MESSAGES)
    assert_type(whole, ChatCompletion)
    events = client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
    assert_type(events, Stream[ChatCompletionChunk, ChatCompletion])
    either = client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=stream)
    assert_type(either, ChatCompletion | Stream[ChatCompletionChunk, ChatCompletion])
    assert_type(events.collect(), ChatCompletion)


def an_argument_may_be_omitted(client: EZLink, size: int | None) -> None:
    dimensions = omit if size is None else size
    client.embeddings.create(input="x", model="m", dimensions=dimensions, timeout=5)
    assert_type(client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=omit), ChatCompletion)
    client.embeddings.create(input="x")  # type: ignore[call-arg]
    client.embeddings.create(input=omit, model="m")  # type: ignore[arg-type]
    client.embeddings.create("x", model="m")  # type: ignore[call-arg]
    client.embeddings.create(input="x", model="m", dimension=1)  # type: ignore[call-arg]


def settings_are_checked() -> None:
    EZLink("k", organization="o", project="p", timeout=5, proxy=None)
    AsyncEZLink(lambda: "k", organization="o", transport="httpx2")
    EZLink(organization=1)  # type: ignore[arg-type]
    EZLink(organisation="o")  # type: ignore[call-arg]
    AsyncEZLink(timeout="5")  # type: ignore[arg-type]
    other = EZLink().with_options(organization="o", project=None, timeout=5).copy(organization="p")
    assert_type(other, EZLink)
    assert_type(AsyncEZLink().copy(project="p").with_options(organization="o", api_key="k"), AsyncEZLink)
    other.with_options(organization=1)  # type: ignore[arg-type]
    other.copy(organisation="o")  # type: ignore[call-arg]


def a_list_gives_its_items(client: EZLink) -> None:
    for model in client.models.list():
        assert_type(model, Model)


async def async_twins(client: AsyncEZLink) -> None:
    whole = await client.chat.completions.create(model=MODEL, messages=MESSAGES)
    assert_type(whole, ChatCompletion)
    events = await client.chat.completions.create(model=MODEL, messages=MESSAGES, stream=True)
    assert_type(events, AsyncStream[ChatCompletionChunk, ChatCompletion])
    async for event in events:
        assert_type(event, ChatCompletionChunk)
    assert_type(await events.collect(), ChatCompletion)
    assert_type(await client.models.retrieve("gpt-4o"), Model)
    async for model in await client.models.list():
        assert_type(model, Model)
    async for model in client.models.list():
        assert_type(model, Model)
    assert_type(await client.models.list(), ModelList)


def calls_know_their_results(client: EZLink) -> None:
    call = operations.list_models()
    assert_type(call, Call[ModelList])
    assert_type(client.send(call), ModelList)
    assert_type(client.send_raw(call), APIResponse[ModelList])
    streamed = operations.create_chat_completion(model=MODEL, messages=MESSAGES, stream=True)
    assert_type(client.send(streamed), Stream[ChatCompletionChunk, ChatCompletion])
    assert_type(client.request("GET", "/v1/models", type=ModelList), ModelList)
    drawn = operations.create_image(prompt="A castle")
    assert_type(drawn, Call[ImagesResponse, AsyncImagesResponse])
    spoken = operations.create_speech(model="tts-1", input="Hi", voice="alloy")
    assert_type(spoken, Call[BinaryResponse, AsyncBinaryResponse])
    assert_type(client.send(spoken), BinaryResponse)


async def calls_know_their_async_results(client: AsyncEZLink) -> None:
    streamed = operations.create_chat_completion(model=MODEL, messages=MESSAGES, stream=True)
    assert_type(await client.send(streamed), AsyncStream[ChatCompletionChunk, ChatCompletion])
    assert_type(await client.send(operations.create_image(prompt="A castle")), AsyncImagesResponse)


def the_form_of_words_follows_response_format(client: EZLink, form: Literal["json", "srt"]) -> None:
    create = client.audio.transcriptions.create
    assert_type(create(model="whisper-1", file="a.mp3"), Transcription)
    assert_type(create(model="whisper-1", file=("a.mp3", b""), response_format="json"), Transcription)
    assert_type(create(model="whisper-1", file=Path("a.mp3"), response_format="verbose_json"), TranscriptionVerbose)
    with open("a.mp3", "rb") as file:
        assert_type(create(model="whisper-1", file=file, response_format="srt"), str)
    either = create(model="whisper-1", file=b"", response_format=form, timestamp_granularities=["word"])
    assert_type(either, Transcription | TranscriptionVerbose | str)


def the_form_of_a_picture_follows_accept(client: EZLink) -> None:
    ultra = client.stability.generate.ultra
    made = ultra(prompt="A castle", output_format="webp")
    assert_type(made, BinaryResponse)
    assert_type(made.save("castle.webp"), Path)
    assert_type(made.bytes(), bytes)
    assert_type(ultra(prompt="A castle", accept="image/*"), BinaryResponse)
    assert_type(ultra(prompt="A castle", accept="application/json"), StableImage)
    assert_type(client.stability.video.result("1", accept="application/json"), StableVideo | StabilityProgress)


async def the_form_of_a_picture_follows_accept_in_the_async_client(client: AsyncEZLink) -> None:
    erase = client.stability.edit.erase
    made = await erase(image="a.png")
    assert_type(made, AsyncBinaryResponse)
    assert_type(await made.save("b.png"), Path)
    assert_type(await erase(image="a.png", accept="application/json"), AsyncStableImage)


async def pictures_and_files(client: EZLink, async_client: AsyncEZLink) -> None:
    images = client.images.generate(prompt="A castle", size="1024x1024", response_format="b64_json")
    assert_type(images, ImagesResponse)
    assert_type(images.data[0].save("a.png"), Path)
    assert_type(client.flux.generate(model="flux-schnell", prompt="A castle"), ImagesResponse)
    others = await async_client.images.generate(prompt="A castle")
    assert_type(others, AsyncImagesResponse)
    assert_type(await others.data[0].bytes(), bytes)
    assert_type(client.files.create(file="notes.txt").file.bytes, int)
    assert_type(client.files.create(file="notes.txt").id, int)
    assert_type(await async_client.files.create(file=b"text"), FileUpload)


def tasks_know_what_they_make(client: EZLink) -> None:
    task = client.midjourney.imagine(prompt="A castle", mode="fast")
    assert_type(task, Task[MidjourneyTask])
    done = task.wait(timeout=300, on_progress=ezlink.progress_bar)
    assert_type(done, MidjourneyTask)
    assert_type(done.save("castle.png"), Path)
    for update in task:
        assert_type(update.progress, float | None)
    assert_type(client.midjourney.resume("1", mode="relax"), Task[MidjourneyTask])
    assert_type(client.video.create_kling(model="kling-v1", prompt="A castle"), Task[VideoGenerationResult])
    assert_type(client.stability.upscale.creative(image="a.png", prompt="A castle"), Task[BinaryResponse])
    assert_type(client.stability.upscale.resume("1").wait(), BinaryResponse)
    assert_type(client.midjourney.list(ids=["1"]), list[MidjourneyTask])


async def tasks_of_the_async_client(client: AsyncEZLink) -> None:
    task = await client.midjourney.imagine(prompt="A castle")
    assert_type(task, AsyncTask[AsyncMidjourneyTask])
    assert_type(await (await task.wait()).save("castle.png"), Path)
    assert_type(await client.video.resume("1").wait(), AsyncVideoGenerationResult)
    assert_type(await client.stability.video.start(image="a.png"), AsyncTask[AsyncBinaryResponse])


def what_came_back_goes_in_again(client: EZLink) -> None:
    reply = client.chat.completions.create(model=MODEL, messages=MESSAGES)
    message = reply.choices[0].message
    print(message.function_call)  # pyright: ignore[reportDeprecated]
    conversation = [*MESSAGES, message]
    conversation.append(message)
    conversation.append({"role": "tool", "tool_call_id": "call_1", "content": "11 degrees"})
    client.chat.completions.create(model=MODEL, messages=conversation)


class Person(msgspec.Struct):
    name: str


class Place(TypedDict):
    city: str


def outputs_have_the_type_that_was_asked_for(client: EZLink) -> None:
    parsed = client.chat.completions.parse(model=MODEL, messages=MESSAGES, response_format=Person, tools=[Place])
    assert_type(parsed, ParsedChatCompletion[Person])
    message = parsed.choices[0].message
    assert_type(message.parsed, Person | None)
    for call in message.tool_calls or []:
        print(call.function.parsed_arguments["city"])
    assert_type(client.beta.chat.completions.parse(model=MODEL, messages=[message]), ParsedChatCompletion[None])
    place = client.chat.completions.parse(model=MODEL, messages=MESSAGES, response_format=Place)
    assert_type(place.choices[0].message.parsed, Place | None)
    whole: ChatCompletion = parsed
    print(whole)
    client.chat.completions.parse(model=MODEL, messages=MESSAGES, response_format=1)  # type: ignore[arg-type]


def events_are_told_apart_by_their_type(client: EZLink) -> None:
    with client.chat.completions.stream(model=MODEL, messages=MESSAGES, response_format=Person) as stream:
        assert_type(stream, ParsedStream[ChatCompletionChunk, ParsedChatCompletion[Person], Person])
        for event in stream:
            if event.type == "chunk":
                assert_type(event.chunk, ChatCompletionChunk)
                assert_type(event.snapshot, ParsedChatCompletion[Person])
            elif event.type == "content.delta":
                assert_type(event.delta, str)
            elif event.type == "content.done":
                assert_type(event.parsed, Person | None)
            elif event.type == "tool_calls.function.arguments.done":
                print(event.parsed_arguments["city"])
        assert_type(stream.get_final_completion(), ParsedChatCompletion[Person])


async def events_of_the_async_client(client: AsyncEZLink) -> None:
    async with client.chat.completions.stream(model=MODEL, messages=MESSAGES, response_format=Person) as stream:
        async for event in stream:
            if event.type == "content.done":
                assert_type(event.parsed, Person | None)
        assert_type(await stream.get_final_completion(), ParsedChatCompletion[Person])


async def outputs_of_the_async_client(client: AsyncEZLink) -> None:
    parsed = await client.chat.completions.parse(model=MODEL, messages=MESSAGES, response_format=Person)
    assert_type(parsed, ParsedChatCompletion[Person])
    tools = [ezlink.function_tool(Person)]
    assert_type(
        await client.beta.chat.completions.parse(model=MODEL, messages=MESSAGES, tools=tools),
        ParsedChatCompletion[None],
    )


def mistakes_are_caught(client: EZLink) -> None:
    client.chat.completions.create(model=MODEL, messages=MESSAGES, temprature=1)  # type: ignore[call-overload]
    client.chat.completions.create(model=MODEL)  # type: ignore[call-overload]
    client.embeddings.create(model="text-embedding-3-small", input=1)  # type: ignore[arg-type]
    client.embeddings.create(model="m", input="x", encoding_format="hex")  # type: ignore[arg-type]
    client.models.retrieve()  # type: ignore[call-arg]
    client.audio.transcriptions.create(model="whisper-1", file=1)  # type: ignore[call-overload]
    client.stability.generate.ultra(prompt="A castle", accept="image/png")  # type: ignore[call-overload]
    client.midjourney.imagine(prompt="A castle", mode="warp")  # type: ignore[arg-type]
    client.video.create_luma(model="kling-v1", prompt="A castle")  # type: ignore[arg-type]
    client.unheard_of  # type: ignore[attr-defined]  # noqa: B018
    ezlink.Typo  # type: ignore[attr-defined]  # noqa: B018


def options_of_every_call(client: EZLink) -> None:
    result = client.embeddings.create(
        model="text-embedding-3-small",
        input=[[1, 2], [3]],
        timeout=ezlink.Timeout(connect=1, total=10),
        extra_headers={"X-Title": "test"},
        extra_query={"page": 1},
        extra_body={"unknown": None},
    )
    assert_type(result, CreateEmbeddingResponse)
    for item in result.data:
        item.vector.tolist()


def an_error_with_a_status(error: ezlink.RateLimitError, lost: ezlink.APIConnectionError) -> None:
    assert_type(error.status_code, int)
    assert_type(lost.status_code, int | None)
    EZLink("k", http_client=None)  # type: ignore[call-arg]
