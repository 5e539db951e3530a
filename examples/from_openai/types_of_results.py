from openai import OpenAI
from openai.types import CreateEmbeddingResponse, Model
from openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessage


def text_of(completion: ChatCompletion) -> str | None:
    message: ChatCompletionMessage = completion.choices[0].message
    return message.content


client = OpenAI()
completion = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello!"}])
print(isinstance(completion, ChatCompletion), isinstance(completion, ChatCompletionChunk), text_of(completion))
print(isinstance(client.models.retrieve("gpt-4o"), Model), CreateEmbeddingResponse.__name__)
