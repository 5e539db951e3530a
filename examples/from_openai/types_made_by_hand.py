from openai.types.chat import ChatCompletionMessage

message = ChatCompletionMessage(role="assistant", content="Hello!")
print(message.role, message.content, message.tool_calls)
