from openai import OpenAI

client = OpenAI()

response = client.moderations.create(model="text-moderation-stable", input="I want to kill them.")
result = response.results[0]
print(result.flagged, result.categories.violence, round(result.category_scores.violence, 4))
