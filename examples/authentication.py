import os

from ezlink import EZLink


def key() -> str:
    return os.environ["EZLINK_API_KEY"]  # or wherever you keep it: this is asked before each request


client = EZLink(api_key=key, default_headers={"OpenAI-Organization": "org-example"})
print(client)  # the key is in no repr, no log and no error
print(client.models.retrieve("gpt-4o").id)
