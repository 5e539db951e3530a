from ezlink import EZLink

with EZLink() as client:
    picture = client.stability.generate.core(prompt="A lighthouse in the fog", output_format="webp")
    print("saved as", picture.save("lighthouse.webp"))  # a file, as it arrives

    # The type of the result follows accept. JSON alone says whether the picture was filtered.
    answer = client.stability.generate.core(prompt="A lighthouse in the fog", accept="application/json")
    print("saved as", answer.save("lighthouse.png"), answer.finish_reason, answer.seed)
