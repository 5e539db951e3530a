from openai import OpenAI

client = OpenAI()

result = client.moderations.create(input="I want to kill them.").results[0]
scores = result.category_scores
print(result.categories.self_harm, result.categories.violence_graphic, result.categories.harassment_threatening)
print(round(scores.self_harm_intent, 4), round(scores.sexual_minors, 4))
