import workdir

workdir.enter()

# region example
from ezlink import EZLink

with EZLink() as client:
    picture = client.stability.generate.core(prompt="A lighthouse in the fog", output_format="webp")
    print("saved as", picture.save("lighthouse.webp"))  # streamed to disk

    # The return type follows accept. Only JSON says whether the content filter changed the picture.
    image = client.stability.generate.core(prompt="A lighthouse in the fog", accept="application/json")
    print("saved as", image.save("lighthouse.png"), image.finish_reason, image.seed)
# endregion
