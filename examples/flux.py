from ezlink import EZLink

client = EZLink()
answer = client.flux.generate(model="flux-schnell", prompt="A lighthouse in the fog", response_format="webp", seed=7)
print("saved as", answer.data[0].save("lighthouse.webp"))
