from openai import OpenAI

client = OpenAI(organization="org-lab", project="proj-lab")
print(client.models.retrieve("gpt-4o").id)
