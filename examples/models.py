from ezlink import EZLink

client = EZLink()
models = client.models.list()
print(len({model.id for model in models.data}), "models")  # the gateway lists some of them twice
print(client.models.retrieve("gpt-4o").owned_by)
