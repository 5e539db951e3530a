import os

from ezlink import EZLink


def read_key() -> str:
    return os.environ["EZLINK_API_KEY"]  # or a secret store: called before each request


client = EZLink(api_key=read_key, default_headers={"OpenAI-Organization": "org-example"})
print(client)  # the key appears in no repr, log or error
print(client.models.retrieve("gpt-4o").id)
