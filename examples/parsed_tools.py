from dataclasses import dataclass

from ezlink import EZLink, function_tool


@dataclass
class Weather:
    """The current weather in a place."""

    location: str
    unit: str | None = None


client = EZLink()
completion = client.chat.completions.parse(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    tools=[function_tool(Weather, name="get_current_weather")],
    tool_choice="auto",
)
for call in completion.choices[0].message.tool_calls or []:
    weather = call.function.parsed_arguments
    if isinstance(weather, Weather):
        print(weather.location)
