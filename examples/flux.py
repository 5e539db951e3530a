import workdir

workdir.enter()

# region example
from ezlink import EZLink

client = EZLink()
response = client.flux.generate(model="flux-schnell", prompt="A lighthouse in the fog", response_format="webp", seed=7)
print("saved as", response.data[0].save("lighthouse.webp"))
# endregion
