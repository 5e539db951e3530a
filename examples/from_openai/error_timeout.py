import socket

import openai
from openai import OpenAI

silent = socket.create_server(("127.0.0.1", 0))
client = OpenAI(base_url=f"http://127.0.0.1:{silent.getsockname()[1]}/v1", timeout=0.2, max_retries=0)

try:
    client.models.list()
except openai.APITimeoutError as error:
    print("timed out", isinstance(error, openai.APIConnectionError))
silent.close()
