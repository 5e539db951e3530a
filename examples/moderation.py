from ezlink import EZLink

client = EZLink()
result = client.moderations.create(model="text-moderation-stable", input="I want to kill them.").results[0]
print(result.flagged, result.categories.violence, result.category_scores.harassment_threatening)
