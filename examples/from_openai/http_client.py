from openai import DefaultHttpx2Client, OpenAI

with OpenAI(http_client=DefaultHttpx2Client(trust_env=False)) as client:
    print(client.models.retrieve("gpt-4o").id)
