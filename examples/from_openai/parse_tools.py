from openai import OpenAI, pydantic_function_tool
from pydantic import BaseModel


class GetCurrentWeather(BaseModel):
    location: str
    unit: str


client = OpenAI()

completion = client.chat.completions.parse(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    tools=[pydantic_function_tool(GetCurrentWeather, name="get_current_weather")],
)
for call in completion.choices[0].message.tool_calls or []:
    print(call.function.name, repr(call.function.parsed_arguments))
