from openai import OpenAI

client = OpenAI()

tool = {"type": "function", "function": {"name": "get_current_weather", "parameters": {"type": "object"}}}
completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    tools=[tool],
    tool_choice={"type": "function", "function": {"name": "get_current_weather"}},
)
print(completion.choices[0].message.tool_calls[0].function.name)
