from ezlink import EZLink

client = EZLink()
verdict = client.moderations.create(model="text-moderation-stable", input="I want to kill them.").results[0]
print(verdict.flagged, verdict.categories.violence, verdict.category_scores.harassment_threatening)
