import json
import warnings

from openai import OpenAI

warnings.simplefilter("ignore", DeprecationWarning)
client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "Weather in Paris?"}],
    functions=[{"name": "get_current_weather", "parameters": {"type": "object", "properties": {}}}],
    function_call="auto",
)
call = completion.choices[0].message.function_call
print(call.name, sorted(json.loads(call.arguments)))
