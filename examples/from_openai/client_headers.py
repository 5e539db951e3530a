from openai import OpenAI

client = OpenAI(default_headers={"X-Trace": "42"}, max_retries=3)
print(client.with_options(default_headers={"X-Other": "1"}).models.retrieve("gpt-4o").id)
